import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { simpleParser } from 'mailparser'
import { z } from 'zod'
import { env } from '@/lib/env'
import { inboxFolder } from './demo-inbox'
import { isLoopback } from './rules'

export interface InboxMail {
  id: string
  to: string
  subject: string
  date: Date | null
}

export interface InboxMailContent extends InboxMail {
  text: string
  html: string
  attachments: { name: string; bytes: number }[]
}

const SHOWN = 50

/** May somebody at this client address read the demo's mail? Only from the machine itself, and only in a demo. */
export function mayReadInbox(clientAddress: string): boolean {
  return env().demo && isLoopback(clientAddress)
}

/** The demo's latest mails, newest first; none when this instance sends real mail. */
export async function inboxMails(): Promise<InboxMail[]> {
  if (!env().demo) return []
  const names = await readdir(inboxFolder(env().dataDir)).catch(() => [])
  const ids = names.filter((name) => name.endsWith('.eml')).map((name) => name.slice(0, -4))
  const latest = ids.sort().reverse().slice(0, SHOWN)
  const mails = await Promise.all(latest.map(inboxMail))
  return mails.filter((mail) => mail !== null).map(({ id, to, subject, date }) => ({ id, to, subject, date }))
}

/** One mail of the demo, or null. */
export async function inboxMail(id: string): Promise<InboxMailContent | null> {
  if (!env().demo || !z.uuid().safeParse(id).success) return null
  const source = await readFile(path.join(inboxFolder(env().dataDir), `${id}.eml`)).catch(() => null)
  if (!source) return null
  const mail = await simpleParser(source, { skipTextToHtml: true })
  return {
    id,
    to: [mail.to ?? []]
      .flat()
      .map((address) => address.text)
      .join(', '),
    subject: mail.subject ?? '',
    date: mail.date ?? null,
    text: mail.text ?? '',
    html: mail.html || '',
    attachments: mail.attachments.map(({ filename, size }) => ({ name: filename ?? 'file', bytes: size })),
  }
}
