import { globSync } from 'node:fs'
import path from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/accounts/schema'
import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { admitGuest, removeGuest } from '@/lib/events/guests/commands'
import { guestList } from '@/lib/events/guests/queries'
import { hostedEvent, hostedEvents } from '@/lib/events/hosted/queries'
import { joinEvent } from '@/lib/rsvps/commands'
import { makeEvent, makeFreelancer, toActor } from '@/lib/testing/makers'
import { cancelEvent, editEvent } from './commands'
import { eventSchema } from './schema'

type Attempt = (actor: Actor, eventId: string, guestId: string) => Promise<unknown>

const input = eventSchema.parse({
  ...{
    kind: 'lunch',
    day: new Date(now().getTime() + 10 * 86_400_000).toISOString().slice(0, 10),
    start: '12:30',
    end: '14:00',
    language: 'fr',
    title: 'À moi',
  },
  ...{ where: 'online', onlineUrl: 'https://meet.example.org/x' },
})

/** Everything that changes an event, or reads what is its organizer's alone, by the name it is exported under. */
const attempts: Record<string, Attempt> = {
  editEvent: (actor, id) => editEvent(actor, id, input, 'Déjeuner'),
  cancelEvent: (actor, id) => cancelEvent(actor, { id, message: '' }),
  editSeries: (actor, id) => editEvent(actor, id, input, 'Déjeuner', { scope: 'all', includeChanged: true }),
  cancelSeries: (actor, id) => cancelEvent(actor, { id, message: '', scope: 'all' }),
  removeGuest: (actor, eventId, freelancerId) => removeGuest(actor, { eventId, freelancerId, note: '' }),
  admitGuest: (actor, eventId, freelancerId) => admitGuest(actor, { eventId, freelancerId }),
  guestList: (actor, id) => guestList(actor, id),
  hostedEvent: (actor, id) => hostedEvent(actor, id),
  hostedEvents: async (actor, id) => {
    const { coming, past } = await hostedEvents(actor, new Date('2026-01-01'))
    return [...coming, ...past].find((event) => event.id === id) ?? null
  },
}

/** Takes no event that exists. */
const harmless = ['publishEvent', 'publishSeries', 'topUpSeries']
/** Take a row that their caller has locked for its host: tried through editEvent and cancelEvent. */
const inner = ['applyChange', 'changeRefusal', 'editOccurrences', 'cancelOccurrences']

const files = [
  ...globSync('lib/events/**/commands.ts'),
  ...['lib/events/guests/queries.ts', 'lib/events/hosted/queries.ts'],
]

test.each(files)('%s exports nothing that is not tried here', async (file) => {
  const exported = Object.keys(await import(path.resolve(file)))
  expect(exported.filter((name) => !attempts[name] && ![...harmless, ...inner].includes(name))).toEqual([])
})

async function scene() {
  const organizer = toActor(await makeFreelancer())
  const event = await makeEvent({ organizerId: organizer.id, capacity: 1 })
  const [guest, waiting, stranger] = await Promise.all(
    Array.from({ length: 3 }, async () => toActor(await makeFreelancer())),
  )
  if (!guest || !waiting || !stranger) throw new Error('unreachable')
  await joinEvent(guest, event.id)
  await joinEvent(waiting, event.id)
  await db.job.deleteMany()
  const read = async () => [
    await db.event.findUnique({ where: { id: event.id } }),
    await db.rsvp.findMany({ where: { eventId: event.id }, orderBy: { position: 'asc' } }),
    await db.job.count(),
  ]
  return { organizer, event, guest, others: { guest, waiting, stranger }, read }
}

describe.each(Object.entries(attempts))('%s', (_name, attempt) => {
  test('does nothing for anybody else, and answers as if there were no event', async () => {
    const { event, guest, others, read } = await scene()
    const before = await read()
    for (const other of Object.values(others)) {
      const missing = await attempt(other, uuidv7(), guest.id)
      expect(await attempt(other, event.id, guest.id)).toEqual(missing)
      expect(missing === null || (missing as { reason?: string }).reason === 'not_found').toBe(true)
    }
    expect(await read()).toEqual(before)
  })

  test('does its work for the organizer', async () => {
    const { organizer, event, guest } = await scene()
    const answer = await attempt(organizer, event.id, guest.id)
    expect(answer).not.toBeNull()
    expect(answer).not.toMatchObject({ ok: false })
  })
})
