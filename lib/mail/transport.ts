import { createTransport, type Transporter } from 'nodemailer'
import { env } from '@/lib/env'
import { headerText } from './rules'
import type { OutgoingMail } from './schema'

let pool: { url: string; transport: Transporter } | undefined

/** One pool of connections per process. Timeouts in milliseconds: a silent server must not hold the worker. */
function transport(): Transporter {
  const url = env().smtpUrl
  if (!url) throw new Error('SMTP_URL is not set')
  if (pool?.url !== url) {
    pool?.transport.close()
    const limits = { pool: true, maxConnections: 4, connectionTimeout: 10_000, greetingTimeout: 10_000 }
    pool = { url, transport: createTransport({ url, ...limits, socketTimeout: 30_000 }) }
  }
  return pool.transport
}

/** Hands a mail to the SMTP server and answers what it said, such as `250 2.0.0 Ok`; throws when it is not accepted. */
export async function sendMail(mail: OutgoingMail): Promise<string> {
  const { hostname } = new URL(env().appUrl)
  const { response } = await transport().sendMail({
    from: env().mailFrom,
    // An object, not a string: a string would be read as a list of addresses.
    to: { name: '', address: mail.to },
    ...(mail.replyTo
      ? { replyTo: { name: headerText(mail.replyTo.name), address: mail.replyTo.address } }
      : {}),
    subject: headerText(mail.subject),
    text: mail.text,
    html: mail.html,
    messageId: `<${mail.messageKey}@${hostname}>`,
    headers: {
      // Keeps out-of-office programs from answering (RFC 3834).
      'Auto-Submitted': 'auto-generated',
      ...(mail.unsubscribeUrl
        ? {
            'List-Unsubscribe': `<${mail.unsubscribeUrl}>`,
            'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
          }
        : {}),
    },
    ...(mail.list ? { list: { id: { url: mail.list.id, comment: headerText(mail.list.name) } } } : {}),
    ...(mail.calendar
      ? {
          icalEvent: { method: mail.calendar.method, filename: 'invite.ics', content: mail.calendar.content },
        }
      : {}),
  })
  return response ?? ''
}

/** Closes the idle connections, so that the process can end. */
export function closeTransport(): void {
  pool?.transport.close()
  pool = undefined
}
