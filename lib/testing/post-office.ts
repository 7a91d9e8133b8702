import type { AddressInfo } from 'node:net'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'

export interface PostOffice {
  smtpUrl: string
  /** Everything taken in so far, by envelope: mail that arrives twice is here twice. */
  mails: { to: string; mail: ParsedMail }[]
  close(): Promise<void>
}

/** What an address is answered instead of being accepted: 550 "5.1.1 No such user". */
export interface Refusal {
  code: number
  text: string
}

/** A real SMTP server on loopback that outlives the instances that send to it, and forgets nothing. */
export async function openPostOffice(
  refusal: (address: string) => Refusal | null = () => null,
): Promise<PostOffice> {
  const mails: PostOffice['mails'] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    onRcptTo({ address }, _session, done) {
      const refused = refusal(address)
      done(refused && Object.assign(new Error(refused.text), { responseCode: refused.code }))
    },
    onData(stream, session, done) {
      simpleParser(stream).then((mail) => {
        for (const { address } of session.envelope.rcptTo) mails.push({ to: address, mail })
        done()
      }, done)
    },
  })
  // Senders that are killed break off in the middle.
  server.on('error', () => {})
  const { promise: listening, resolve } = Promise.withResolvers<void>()
  server.listen(0, '127.0.0.1', resolve)
  await listening
  const { port } = server.server.address() as AddressInfo
  return {
    smtpUrl: `smtp://127.0.0.1:${port}`,
    mails,
    close: () => new Promise((closed) => server.close(() => closed())),
  }
}
