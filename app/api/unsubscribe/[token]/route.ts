import { setMailByToken } from '@/lib/settings/commands'

/** One-click unsubscribe (RFC 8058) from one kind of mail. A token that means nothing is answered like one that does. */
export async function POST(_request: Request, { params }: RouteContext<'/api/unsubscribe/[token]'>) {
  await setMailByToken((await params).token, false)
  return new Response(null, { status: 204, headers: { 'Cache-Control': 'no-store' } })
}

/** Some programs open the address instead: lead them to the page with the button. */
export async function GET(_request: Request, { params }: RouteContext<'/api/unsubscribe/[token]'>) {
  const location = `/unsubscribe/${encodeURIComponent((await params).token)}`
  return new Response(null, { status: 303, headers: { Location: location, 'Cache-Control': 'no-store' } })
}
