import { afterAll, expect, it } from 'vitest'
import { requestCode, resendCode } from '@/lib/accounts/codes/commands'
import { codeById } from '@/lib/accounts/codes/queries'
import { provePerson } from '@/lib/accounts/commands'
import { db } from '@/lib/db'
import { sendCode, sendLetter } from '@/lib/mail/commands'
import { closeTransport } from '@/lib/mail/transport'
import { makeFreelancer, toActor } from '@/lib/testing/makers'
import { openPostOffice } from '@/lib/testing/post-office'
import { instanceSetting } from '@/lib/testing/settings'
import { acceptMailAgain } from './commands'

const REFUSAL = '5.1.1 No such user'
const office = await openPostOffice((address) => {
  if (address.startsWith('nobody')) return { code: 550, text: REFUSAL }
  return address.startsWith('full') ? { code: 452, text: '4.2.2 Mailbox full' } : null
})
instanceSetting('SMTP_URL', office.smtpUrl)
afterAll(async () => {
  closeTransport()
  await office.close()
})
const taken = () => office.mails.map(({ to }) => to)

let people = 0
async function somebody(mailbox: 'nobody' | 'full' | 'ana') {
  people += 1
  const person = await makeFreelancer({ email: `${mailbox}-${people}@example.org` })
  const { mailRefusedAt, mailRefusal } = await standing(person.id)
  expect([mailRefusedAt, mailRefusal]).toEqual([null, null])
  return person
}
const standing = (id: string) => db.user.findUniqueOrThrow({ where: { id } })

const letter = { subject: 'Bonjour', locale: 'fr' as const, blocks: [], footer: 'Cafetière' }
const write = ({ id, email }: { id: string; email: string }) =>
  sendLetter(letter, { id, email }, 'rsvp', { messageKey: `test-${id}` })

it('notes an address that the server refuses for good, and writes there no more', async () => {
  const person = await somebody('nobody')
  expect(await write(person)).toBe(false)
  expect((await standing(person.id)).mailRefusal).toContain(REFUSAL)
  await db.user.update({ where: { id: person.id }, data: { email: `ana-${person.id}@example.org` } })
  expect(await write({ ...person, email: `ana-${person.id}@example.org` })).toBe(false)
  expect(taken()).toEqual([])
})

it('writes again once its owner says so', async () => {
  const person = await somebody('nobody')
  await write(person)
  await acceptMailAgain(toActor(person))
  const email = `ana-${person.id}@example.org`
  expect(await write({ ...person, email })).toBe(true)
  expect(taken()).toContain(email)
})

it('writes again once a code sent there came back', async () => {
  const person = await somebody('nobody')
  await write(person)
  await provePerson({ email: person.email, name: person.name, locale: 'fr' })
  expect((await standing(person.id)).mailRefusedAt).toBeNull()
})

it('tries a full mailbox again: that is not the address’ fault', async () => {
  const person = await somebody('full')
  await expect(write(person)).rejects.toThrow('4.2.2 Mailbox full')
  expect((await standing(person.id)).mailRefusedAt).toBeNull()
})

it('lets whoever waits for a code know that it has not left, until another is sent', async () => {
  const request = { email: 'nobody-new@example.org', name: 'Ana', locale: 'fr' as const, returnTo: '/fr' }
  const asked = await requestCode(request, '192.0.2.9')
  if (!asked.ok) throw new Error(asked.reason)
  const { id } = asked.value
  expect((await codeById(id))?.refusedAt).toBeNull()
  expect(await sendCode(id, '1')).toBeNull()
  expect((await codeById(id))?.refusedAt).not.toBeNull()
  await resendCode(id, '192.0.2.9')
  expect((await codeById(id))?.refusedAt).toBeNull()
})
