import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { sendLetter } from '@/lib/mail/commands'
import type { Letter } from '@/lib/mail/schema'
import { rsvpToken } from '@/lib/rsvps/commands'
import { fileMailbox } from '@/lib/testing/mailbox'
import { makeFreelancer, makeRsvp, toActor } from '@/lib/testing/makers'
import { noteTimeZone, saveSettings, setMailByToken, unsubscribeToken } from './commands'
import { mySettings, quietHours, unsubscribeOf, wants } from './queries'
import { settingsSchema } from './schema'

const mailbox = fileMailbox()

const never = { quietFrom: '', quietTo: '' }

describe('what somebody chose', () => {
  it('holds from then on, and the defaults until then', async () => {
    const ana = toActor(await makeFreelancer())
    expect([await wants(ana.id, 'reminder', 'mail'), await wants(ana.id, 'thanks', 'push')]).toEqual([
      true,
      false,
    ])
    const form = {
      quietFrom: '22:00',
      quietTo: '07:00',
      timeZone: 'Asia/Tokyo',
      mail_thanks: 'on',
      push_reminder: 'on',
    }
    await saveSettings(ana, settingsSchema.parse(form))
    expect([await wants(ana.id, 'reminder', 'mail'), await wants(ana.id, 'reminder', 'push')]).toEqual([
      false,
      true,
    ])
    const saved = await mySettings(ana.id)
    expect(saved).toMatchObject({ quietFrom: 1320, quietTo: 420, timeZone: 'Asia/Tokyo' })
    expect(quietHours(saved, 'Europe/Paris')).toEqual({ from: 1320, to: 420, timeZone: 'Asia/Tokyo' })
    await saveSettings(ana, settingsSchema.parse(never))
    const after = await mySettings(ana.id)
    expect(after).toMatchObject({
      quietFrom: null,
      timeZone: 'Asia/Tokyo',
      choices: { thanks: { mail: false } },
    })
    expect(quietHours(after, 'Europe/Paris')).toBeNull()
  })
})

describe('one click', () => {
  it('ends one kind of mail to one person, as often as it is pressed, and brings it back', async () => {
    const [ana, bob] = [await makeFreelancer(), await makeFreelancer()]
    const token = unsubscribeToken(ana.id, 'reminder')
    expect(await unsubscribeOf(token)).toEqual({ userId: ana.id, kind: 'reminder', comes: true })
    for (let i = 0; i < 2; i++) expect(await setMailByToken(token, false)).toEqual({ ok: true })
    expect(await wants(ana.id, 'reminder', 'mail')).toBe(false)
    expect(await wants(ana.id, 'reminder', 'push')).toBe(true)
    expect(await wants(ana.id, 'change', 'mail')).toBe(true)
    expect(await wants(bob.id, 'reminder', 'mail')).toBe(true)
    await setMailByToken(token, true)
    expect(await wants(ana.id, 'reminder', 'mail')).toBe(true)
  })

  it('takes no token of another use, person or kind', async () => {
    const ana = await makeFreelancer()
    const [, signature = ''] = unsubscribeToken(ana.id, 'reminder').split('.')
    const forged = [
      `${ana.id}~change.${signature}`,
      `${(await makeFreelancer()).id}~reminder.${signature}`,
      rsvpToken((await makeRsvp({ freelancerId: ana.id })).id),
      unsubscribeToken(randomUUID(), 'reminder'),
      'nonsense',
    ]
    for (const token of forged) {
      expect(await setMailByToken(token, false)).toEqual({ ok: false, reason: 'not_found' })
    }
    expect(await db.messageSetting.count({ where: { userId: ana.id } })).toBe(0)
  })
})

describe('a letter', () => {
  const letter: Letter = {
    subject: 'Merci',
    locale: 'fr',
    footer: 'Cafetière',
    blocks: [{ type: 'text', text: 'À bientôt' }],
  }

  it('names its list, carries its one click, and the page where all is settled', async () => {
    const ana = await makeFreelancer()
    expect(await sendLetter(letter, ana, 'host_message', { messageKey: 'one' })).toBe(true)
    const [mail] = await mailbox.take()
    const list = JSON.stringify(mail?.headers.get('list'))
    expect(list).toContain('host-message.localhost')
    expect(list).toContain('One-Click')
    const token = list.match(/\/api\/unsubscribe\/([^">]+)/)?.[1] ?? ''
    expect(await unsubscribeOf(token)).toMatchObject({ userId: ana.id, kind: 'host_message' })
    expect(mail?.text).toContain(`/fr/unsubscribe/${token}`)
    expect(mail?.html).toContain('/fr/me/messages')
    await setMailByToken(token, false)
    expect(await sendLetter(letter, ana, 'host_message', { messageKey: 'two' })).toBe(false)
    expect(await mailbox.take()).toEqual([])
  })
})

it('remembers the zone of a browser, and nothing that is none', async () => {
  const { id } = await makeFreelancer()
  await noteTimeZone(id, 'Europe/Lisbon')
  for (const said of ['Nowhere/Else', '', null, new File([], 'zone')]) await noteTimeZone(id, said)
  expect((await mySettings(id)).timeZone).toBe('Europe/Lisbon')
})
