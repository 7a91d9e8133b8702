/** The process runs. Asks nothing else, so that a slow database does not get it restarted. */
export function GET(): Response {
  return new Response('ok\n', { headers: { 'Content-Type': 'text/plain', 'Cache-Control': 'no-store' } })
}
