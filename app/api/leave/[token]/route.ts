import { quietByToken } from '@/lib/rsvps/commands'

/**
 * One-click unsubscribe (RFC 8058): no more mail about one outing. The seat stays, because mail programs may press
 * this without being asked. A token that means nothing is answered like one that does.
 */
export async function POST(_request: Request, { params }: RouteContext<'/api/leave/[token]'>) {
  await quietByToken((await params).token)
  return new Response(null, { status: 204, headers: { 'Cache-Control': 'no-store' } })
}

/** Some programs open the address instead: lead them to the page with the buttons. */
export async function GET(_request: Request, { params }: RouteContext<'/api/leave/[token]'>) {
  const location = `/leave/${encodeURIComponent((await params).token)}`
  return new Response(null, { status: 303, headers: { Location: location, 'Cache-Control': 'no-store' } })
}
