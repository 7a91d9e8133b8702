import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createTransport } from 'nodemailer'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { inboxFolder, startDemoInbox } from './demo-inbox'

let directory: string
let inbox: Awaited<ReturnType<typeof startDemoInbox>>
beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'cafetiere-inbox-'))
  inbox = await startDemoInbox(directory)
})
afterEach(async () => {
  await inbox.close()
  await rm(directory, { recursive: true })
})

const send = (text: string) =>
  createTransport(inbox.smtpUrl).sendMail({
    from: 'a@example.org',
    to: 'b@example.org',
    subject: 'Salut',
    text,
  })
const files = async () => (await readdir(inboxFolder(directory))).sort()

it('listens on loopback only and keeps each mail as a file', async () => {
  expect(inbox.smtpUrl).toMatch(/^smtp:\/\/127\.0\.0\.1:\d+$/)
  await send('Un café ?')
  const [file, ...others] = await files()
  expect(file).toMatch(/^[0-9a-f-]{36}\.eml$/)
  expect(others).toEqual([])
})

it('keeps the latest 500', async () => {
  const old = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}.eml`
  for (let n = 0; n < 500; n++) await writeFile(path.join(inboxFolder(directory), old(n)), '')
  await send('Encore un')
  const kept = await files()
  expect(kept).toHaveLength(500)
  expect(kept[0]).toBe(old(1))
})

it('refuses a mail that is too large and keeps nothing of it', async () => {
  await expect(send('x'.repeat(1_100_000))).rejects.toThrow()
  expect(await files()).toEqual([])
})
