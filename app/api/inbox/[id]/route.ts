import { clientAddress } from '@/lib/action'
import { inboxMail, mayReadInbox } from '@/lib/mail/queries'

/** A demo mail with its layout, shut in: no script, no request, no form; its links open. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox allow-top-navigation-by-user-activation allow-popups allow-popups-to-escape-sandbox"

export async function GET(_request: Request, { params }: RouteContext<'/api/inbox/[id]'>) {
  const mail = mayReadInbox(await clientAddress()) ? await inboxMail((await params).id) : null
  if (!mail) return new Response('Not found', { status: 404 })
  return new Response(mail.html, {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': POLICY,
      'Cache-Control': 'no-store',
    },
  })
}
