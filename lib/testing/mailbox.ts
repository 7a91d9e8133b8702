import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type ParsedMail, simpleParser } from 'mailparser'
import { afterAll, beforeAll } from 'vitest'
import { inboxFolder, startDemoInbox } from '@/lib/mail/demo-inbox'
import { closeTransport } from '@/lib/mail/transport'
import { instanceSetting } from './settings'

export interface Mailbox {
  /** The mails that came since the last call, in their order of arrival. */
  take(): Promise<ParsedMail[]>
  close(): Promise<void>
}

/** The mailbox of a whole file of tests, open from before the first to after the last. Call at the file's top. */
export function fileMailbox(): Pick<Mailbox, 'take'> {
  let mailbox: Mailbox | undefined
  beforeAll(async () => {
    mailbox = await openMailbox()
  })
  afterAll(() => mailbox?.close())
  return { take: async () => (await mailbox?.take()) ?? [] }
}

/** A real SMTP server on loopback, which this process sends its mail to from now on. Call before anything reads env(). */
export async function openMailbox(): Promise<Mailbox> {
  const directory = await mkdtemp(path.join(tmpdir(), 'cafetiere-mail-'))
  const server = await startDemoInbox(directory)
  instanceSetting('SMTP_URL', server.smtpUrl)
  return {
    async take() {
      const names = (await readdir(inboxFolder(directory))).filter((name) => name.endsWith('.eml')).sort()
      const mails: ParsedMail[] = []
      for (const name of names) {
        const file = path.join(inboxFolder(directory), name)
        mails.push(await simpleParser(await readFile(file)))
        await rm(file)
      }
      return mails
    },
    async close() {
      closeTransport()
      await server.close()
      await rm(directory, { recursive: true })
    },
  }
}
