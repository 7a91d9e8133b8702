import { neverAgain } from '@/lib/safety/commands'

/** One-click "never again" (RFC 8058) for people without an account. A token that means nothing is answered alike. */
export async function POST(_request: Request, { params }: RouteContext<'/api/never/[token]'>) {
  await neverAgain((await params).token)
  return new Response(null, { status: 204, headers: { 'Cache-Control': 'no-store' } })
}

/** Some programs open the address instead: lead them to the page with the button. */
export async function GET(_request: Request, { params }: RouteContext<'/api/never/[token]'>) {
  const location = `/never/${encodeURIComponent((await params).token)}`
  return new Response(null, { status: 303, headers: { Location: location, 'Cache-Control': 'no-store' } })
}
