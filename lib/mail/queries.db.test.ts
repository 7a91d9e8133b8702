import { randomUUID } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createTransport } from 'nodemailer'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { inboxFolder, startDemoInbox } from './demo-inbox'
import { inboxMail, inboxMails, mayReadInbox } from './queries'

let directory: string
let server: Awaited<ReturnType<typeof startDemoInbox>>
beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'cafetiere-inbox-'))
  vi.stubEnv('DATA_DIR', directory)
  server = await startDemoInbox(directory)
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await server.close()
  await rm(directory, { recursive: true })
})

async function receive(subject: string, values: object = {}) {
  const transport = createTransport(server.smtpUrl)
  await transport.sendMail({
    ...{ from: 'a@example.org', to: { name: '', address: 'ana@example.org' }, subject, text: 'Un café ?' },
    ...values,
  })
}

it('an inbox that nothing came to is empty', async () => {
  await rm(inboxFolder(directory), { recursive: true })
  expect(await inboxMails()).toEqual([])
  await server.close()
  server = await startDemoInbox(directory)
})

it('lists what came, the latest first, and opens each', async () => {
  await receive('Le premier', { html: '<p>Un café&nbsp;?</p>' })
  await receive('Le second', { attachments: [{ filename: 'invite.ics', content: 'BEGIN:VCALENDAR' }] })
  const mails = await inboxMails()
  expect(mails).toMatchObject([{ subject: 'Le second' }, { subject: 'Le premier', to: 'ana@example.org' }])
  const [second, first] = await Promise.all(mails.map(({ id }) => inboxMail(id)))
  expect(first).toMatchObject({ text: 'Un café ?', html: '<p>Un café&nbsp;?</p>', attachments: [] })
  expect(second).toMatchObject({ html: '', attachments: [{ name: 'invite.ics', bytes: 15 }] })
})

it('opens no file but a mail of its own', async () => {
  await writeFile(path.join(directory, 'secret.eml'), 'Subject: secret\n\nsecret')
  for (const id of [randomUUID(), '', '../secret', 'secret', '..%2fsecret'])
    expect(await inboxMail(id)).toBeNull()
})

it('is read on the machine itself only', () => {
  expect(mayReadInbox('127.0.0.1')).toBe(true)
  expect(mayReadInbox('192.0.2.7')).toBe(false)
})

it('is nobody’s where real mail is sent', async () => {
  await receive('Encore un')
  const [latest] = await inboxMails()
  expect(latest?.subject).toBe('Encore un')
  vi.stubEnv('SMTP_URL', server.smtpUrl)
  vi.resetModules()
  const real = await import('./queries')
  expect(real.mayReadInbox('127.0.0.1')).toBe(false)
  expect(await real.inboxMails()).toEqual([])
  expect(await real.inboxMail(latest?.id ?? '')).toBeNull()
})
