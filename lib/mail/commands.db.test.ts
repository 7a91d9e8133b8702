import type { simpleParser } from 'mailparser'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/accounts/schema'
import { db } from '@/lib/db'
import { enqueue } from '@/lib/jobs/commands'
import { drain } from '@/lib/jobs/worker'
import { cancelRsvp, joinEvent, leaveByToken, quietByToken } from '@/lib/rsvps/commands'
import { forgetJobs } from '@/lib/testing/jobs'
import { type Mailbox, openMailbox } from '@/lib/testing/mailbox'
import { makeEvent, makeFreelancer, toActor } from '@/lib/testing/makers'

let mailbox: Mailbox
beforeAll(async () => {
  mailbox = await openMailbox()
})
afterAll(async () => {
  await mailbox.close()
})
beforeEach(async () => {
  await forgetJobs()
})

type Mail = Awaited<ReturnType<typeof simpleParser>>
const starts = new Date('2099-01-15T17:30:00Z')
const place = { placeName: 'Le Comptoir', address: '3 rue du Port', city: 'Cannes' }

/** An event of Léa's, on a Thursday evening in Cannes. */
async function afterwork(capacity: number | null = 10) {
  const host = await makeFreelancer({ name: 'Léa' })
  const endsAt = new Date(starts.getTime() + 2 * 3600_000)
  const times = { startsAt: starts, endsAt, timeZone: 'Europe/Paris' }
  return makeEvent({ title: 'Afterwork du port', organizerId: host.id, capacity, ...times, ...place })
}

async function guest(name: string, locale: 'fr' | 'en' = 'fr'): Promise<Actor> {
  return toActor(await makeFreelancer({ name, locale }))
}

/** What arrives, its text with plain spaces. */
async function deliver(): Promise<Mail[]> {
  await drain()
  const mails = await mailbox.take()
  return mails.map((mail) => ({ ...mail, text: mail.text?.replaceAll(/[\u00a0\u202f]/g, ' ') }))
}

const calendarOf = (mail: Mail) => mail.attachments[0]?.content.toString() ?? ''

describe('a confirmation', () => {
  it('says it in French, with text, HTML, calendar and the way out', async () => {
    const event = await afterwork()
    const ana = await guest('Ana')
    await joinEvent(ana, event.id)
    const [mail, ...others] = await deliver()
    if (!mail) throw new Error('no mail came')
    expect(others).toEqual([])
    expect(mail.subject).toBe('C’est noté : Afterwork du port')
    expect(mail.text).toContain('Bonjour Ana,')
    expect(mail.text?.replaceAll('\u202f', ' ')).toContain('jeudi 15 janvier 2099, de 18 h 30 à 20 h 30')
    expect(mail.text).toContain('Le Comptoir, 3 rue du Port, Cannes')
    expect(mail.html).toContain('Afterwork du port')
    expect(calendarOf(mail)).toContain('DTSTART;TZID=Europe/Paris:20990115T183000')
    expect(calendarOf(mail)).toContain('METHOD:REQUEST')
    // No address but the one it goes to.
    const unfolded = calendarOf(mail).replaceAll('\r\n ', '')
    expect(unfolded).toContain(ana.email)
    expect(unfolded.replaceAll(ana.email, '')).not.toContain('example.org')
  })

  it('says it in English to whoever speaks English', async () => {
    const event = await afterwork()
    await joinEvent(await guest('Bob', 'en'), event.id)
    const [mail] = await deliver()
    expect(mail?.subject).toBe('You’re in: Afterwork du port')
    expect(mail?.text).toContain('15 January 2099, 6:30 pm to 8:30 pm')
  })

  it('has a link that cancels without signing in', async () => {
    const event = await afterwork()
    const ana = await guest('Ana')
    await joinEvent(ana, event.id)
    const [mail] = await deliver()
    const token = mail?.text?.match(/\/fr\/leave\/(\S+)/)?.[1] ?? ''
    expect(await leaveByToken(token)).toMatchObject({ ok: true })
    const [answer] = await deliver()
    expect(answer?.subject).toBe('C’est annulé pour vous : Afterwork du port')
    expect(calendarOf(answer as Mail)).toMatch(/METHOD:CANCEL[\s\S]*STATUS:CANCELLED/)
  })

  it('can be unsubscribed from with one click (RFC 8058)', async () => {
    const event = await afterwork()
    await joinEvent(await guest('Ana'), event.id)
    const [mail] = await deliver()
    const list = mail?.headers.get('list') as unknown as {
      unsubscribe: { url: string }
      'unsubscribe-post': unknown
    }
    const token = list.unsubscribe.url.match(/\/api\/leave\/(.+)$/)?.[1] ?? ''
    expect(JSON.stringify(list)).toContain('One-Click')
    expect(await quietByToken(token)).toEqual({ ok: true })
    await forgetJobs()
    await enqueue(db, 'event_changed', { eventId: event.id, sequence: 1, what: ['time'] })
    expect(await deliver()).toEqual([])
  })

  it('is not sent any more to whoever left meanwhile', async () => {
    const event = await afterwork()
    const ana = await guest('Ana')
    await joinEvent(ana, event.id)
    await cancelRsvp(ana, event.id)
    expect((await deliver()).map(({ subject }) => subject)).toEqual([
      'C’est annulé pour vous : Afterwork du port',
    ])
  })
})

describe('the waitlist', () => {
  it('is told the place, without a calendar entry, then the seat with one', async () => {
    const event = await afterwork(1)
    const [ana, bob, eve] = [await guest('Ana'), await guest('Bob'), await guest('Eve')]
    for (const person of [ana, bob, eve]) await joinEvent(person, event.id)
    const waiting = (await deliver()).filter(({ subject }) => subject?.startsWith('Sur liste d’attente'))
    expect(waiting.map(({ text }) => text?.match(/en tête|en position \d/)?.[0]).sort()).toEqual([
      'en position 2',
      'en tête',
    ])
    expect(waiting.flatMap(({ attachments }) => attachments)).toEqual([])

    await cancelRsvp(ana, event.id)
    const told = await deliver()
    const promoted = told.find(({ subject }) => subject === 'Une place pour vous : Afterwork du port')
    expect(told).toHaveLength(2)
    expect(promoted?.text).toContain('Bonjour Bob,')
    expect(calendarOf(promoted as Mail)).toContain('STATUS:CONFIRMED')
  })
})

describe('the organizer', () => {
  async function fullEvent() {
    const event = await afterwork(1)
    const [ana, bob] = [await guest('Ana'), await guest('Bob', 'en')]
    for (const person of [ana, bob]) await joinEvent(person, event.id)
    await deliver()
    return { event, ana, bob }
  }

  it('changes something: everyone going or waiting hears of it, in their language', async () => {
    const { event } = await fullEvent()
    await enqueue(db, 'event_changed', { eventId: event.id, sequence: 1, what: ['time', 'place'] })
    const mails = await deliver()
    const french = mails.find(({ subject }) => subject === 'Du changement : Afterwork du port')
    const english = mails.find(({ subject }) => subject === 'Something changed: Afterwork du port')
    expect(mails).toHaveLength(2)
    expect(french?.text).toContain('Léa a changé l’horaire et le lieu de « Afterwork du port »')
    expect(calendarOf(french as Mail)).toContain('METHOD:REQUEST')
    expect(english?.text).toContain('Léa changed the time and the place')
    expect(english?.attachments).toHaveLength(0)
  })

  it('cancels: the message is passed on and the calendar entry goes', async () => {
    const { event } = await fullEvent()
    const cancelMessage = 'La salle est fermée.\nPartie remise !'
    await db.event.update({
      where: { id: event.id },
      data: { status: 'cancelled', cancelMessage, sequence: 1 },
    })
    await enqueue(db, 'event_cancelled', { eventId: event.id, sequence: 1 })
    const mails = await deliver()
    const french = mails.find(({ subject }) => subject === 'Annulé : Afterwork du port')
    expect(mails).toHaveLength(2)
    expect(french?.text).toContain('> La salle est fermée.\n> Partie remise !')
    expect(calendarOf(french as Mail)).toMatch(/METHOD:CANCEL[\s\S]*SEQUENCE:1[\s\S]*STATUS:CANCELLED/)
  })

  it('takes somebody off the list: the note is passed on', async () => {
    const { event, ana } = await fullEvent()
    await db.$queryRaw`SELECT * FROM rsvp_remove(${event.id}::uuid, ${ana.id}::uuid, 'Réservé aux graphistes')`
    const mails = await deliver()
    const removed = mails.find(({ subject }) => subject === 'Votre place a été retirée : Afterwork du port')
    expect(removed?.text).toContain('> Réservé aux graphistes')
    expect(calendarOf(removed as Mail)).toContain('METHOD:CANCEL')
    expect(mails.map(({ subject }) => subject)).toContain('A seat for you: Afterwork du port')
  })
})

describe('what people type', () => {
  it('cannot add a header, a recipient or markup', async () => {
    const event = await afterwork()
    const title = 'Apéro\r\nBcc: victim@example.com <b>x</b>'
    await db.event.update({ where: { id: event.id }, data: { title } })
    await joinEvent(await guest('Ana, victim@example.com'), event.id)
    const mails = await deliver()
    expect(mails).toHaveLength(1)
    expect(mails[0]?.bcc).toBeUndefined()
    expect([mails[0]?.to].flat()).toHaveLength(1)
    expect(mails[0]?.html).not.toContain('<b>')
  })
})
