import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { makeEvent } from '@/lib/testing/makers'
import { requestCode, verifyCode } from './commands'
import { codeById, codeByLink, codeForMail } from './queries'
import { MAX_ATTEMPTS } from './rules'

let people = 0
async function ask(eventId?: string) {
  const email = `reader-${people++}@example.com`
  const answer = await requestCode(
    { email, name: 'Ana', locale: 'en', returnTo: '/en', eventId },
    '192.0.2.1',
  )
  if (!answer.ok) throw new Error(answer.reason)
  return { id: answer.value.id, email }
}

const past = () => new Date(now().getTime() - 3_600_000)

describe('what the mail with a code must know', () => {
  it('is the very code and link that open the door', async () => {
    const { id, email } = await ask()
    const mail = await codeForMail(id)
    if (!mail) throw new Error('there is nothing to mail')
    expect(mail).toMatchObject({ email, locale: 'en', eventTitle: null })
    expect(await codeByLink(mail.token)).toEqual({ email, eventTitle: null })
    expect(await verifyCode(id, mail.code)).toMatchObject({ ok: true })
  })

  it('names the event that it confirms', async () => {
    const event = await makeEvent({ title: 'Apéro' })
    expect(await codeForMail((await ask(event.id)).id)).toMatchObject({ eventTitle: 'Apéro' })
  })

  it.each([
    ['is used', () => ({ usedAt: now() })],
    ['ran out', () => ({ createdAt: past(), expiresAt: new Date(past().getTime() + 1) })],
    ['was guessed at too often', () => ({ attempts: MAX_ATTEMPTS })],
  ])('is nothing once it %s', async (_, values) => {
    const { id } = await ask()
    await db.signInCode.update({ where: { id }, data: values() })
    expect(await codeForMail(id)).toBeNull()
  })

  it('is nothing when there is no such code', async () => {
    expect(await codeForMail(randomUUID())).toBeNull()
    expect(await codeById(randomUUID())).toBeNull()
  })
})
