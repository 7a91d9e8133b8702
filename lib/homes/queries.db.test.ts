import { beforeEach, expect, test } from 'vitest'
import type { Actor } from '@/lib/accounts/schema'
import { eventDetail, eventFile } from '@/lib/api/queries'
import { block } from '@/lib/blocks/commands'
import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { isCheckViolation } from '@/lib/db-errors'
import { admitGuest } from '@/lib/events/guests/commands'
import { eventPage, upcomingEvents } from '@/lib/events/queries'
import { eventStructuredData } from '@/lib/events/structured/rules'
import { NO_FILTERS } from '@/lib/map/rules'
import { cancelRsvp, holdSeat, joinEvent } from '@/lib/rsvps/commands'
import { company, insideOf } from '@/lib/rsvps/company/queries'
import { answerEvent } from '@/lib/rsvps/standing/commands'
import { suggestionsFor } from '@/lib/suggestions/queries'
import { DOOR, HOME, makeHomeTable, makeIdentified } from '@/lib/testing/homes'
import { makeEvent, makeFreelancer, makeRsvp, toActor } from '@/lib/testing/makers'
import { identityOf } from './queries'

const DAY = 24 * 3_600_000
const later = (ms: number) => new Date(now().getTime() + ms)

let [host, guest]: Actor[] = []
let eventId: string
beforeEach(async () => {
  host = toActor(await makeIdentified({ name: 'Léa Martin' }))
  guest = toActor(await makeIdentified({ name: 'Inès Diaz' }))
  eventId = (await makeHomeTable({ organizerId: host.id })).id
})
const both = () => ({ host: host as Actor, guest: guest as Actor })
const door = (viewerId: string | null, at = now()) =>
  insideOf(viewerId, eventId, at).then((inside) => inside?.place ?? null)

test('the address is for the host and for guests who were accepted, and for nobody else', async () => {
  const { host, guest } = both()
  const member = await makeIdentified()
  expect(await joinEvent(guest, eventId)).toEqual({ ok: true, value: { status: 'asked' } })
  expect([await door(null), await door(member.id), await door(guest.id)]).toEqual([null, null, null])
  await admitGuest(host, { eventId, freelancerId: guest.id })
  expect([await door(guest.id), await door(host.id)]).toEqual([HOME, HOME])
  await cancelRsvp(guest, eventId)
  expect(await door(guest.id)).toBeNull()
})

test('a day after, or once it is called off, only the host reads it', async () => {
  const { host, guest } = both()
  await makeRsvp({ eventId, freelancerId: guest.id })
  const { endsAt } = await db.event.findUniqueOrThrow({ where: { id: eventId } })
  const dayAfter = new Date(endsAt.getTime() + DAY)
  expect(await door(guest.id, new Date(dayAfter.getTime() - 1))).toEqual(HOME)
  expect([await door(guest.id, dayAfter), await door(host.id, dayAfter)]).toEqual([null, HOME])
  const off = { status: 'cancelled' as const, cancelMessage: 'Je pars en voyage' }
  await db.event.update({ where: { id: eventId }, data: off })
  expect([await door(guest.id), await door(host.id)]).toEqual([null, HOME])
  expect((await eventPage(eventId))?.cancelMessage).toBe('')
  expect((await eventPage(eventId, guest.id))?.cancelMessage).toBe('Je pars en voyage')
})

test('what is public says neither door nor whose it is', async () => {
  const { guest } = both()
  await makeRsvp({ eventId, freelancerId: guest.id })
  const page = await eventPage(eventId)
  if (!page) throw new Error('no page')
  const list = await upcomingEvents({
    bbox: null,
    filters: NO_FILTERS,
    now: now(),
    timeZone: 'UTC',
    limit: 99,
  })
  const told = [
    ...[
      page,
      eventStructuredData(page, 'https://example.org/x'),
      list.events.find(({ id }) => id === eventId),
    ],
    ...[await eventDetail(eventId), await eventFile(eventId), await company(null, eventId)],
  ]
  for (const words of told) {
    expect(words).toBeTruthy()
    expect(JSON.stringify(words)).not.toMatch(DOOR)
    expect(JSON.stringify(words)).not.toMatch(/Léa|Inès/)
  }
  expect(JSON.stringify(await eventDetail(eventId))).toContain('Cannes')
  expect((await eventPage(eventId, guest.id))?.organizerName).toBe('Léa Martin')
})

test('guests’ names are for those who were accepted', async () => {
  const { host, guest } = both()
  const [member, other] = [await makeIdentified(), await makeIdentified({ name: 'Bob Test' })]
  for (const { id } of [guest, other]) await makeRsvp({ eventId, freelancerId: id })
  expect((await company(member.id, eventId)).firstNames).toEqual([])
  expect((await company(guest.id, eventId)).firstNames).toEqual(['Bob'])
  expect((await company(host.id, eventId)).firstNames).toHaveLength(2)
})

test('whoever is not identified cannot ask, by no way', async () => {
  const stranger = toActor(await makeFreelancer())
  const refused = { ok: false, reason: 'unidentified' }
  expect(await joinEvent(stranger, eventId)).toEqual(refused)
  expect(await answerEvent(stranger, eventId, 'maybe')).toEqual(refused)
  // A code is mailed all the same, which tells nothing; what it confirms is refused as above.
  expect(await holdSeat(stranger.id, eventId)).toEqual({ ok: true })
  expect(await db.rsvp.count({ where: { eventId } })).toBe(0)
})

test('a block either way hides the table and ends a seat at it', async () => {
  const { host, guest } = both()
  await makeRsvp({ eventId, freelancerId: guest.id })
  await db.event.update({ where: { id: eventId }, data: { seatsTaken: 1 } })
  await block(guest, host.id)
  const asked = { bbox: null, filters: NO_FILTERS, now: now(), timeZone: 'UTC', limit: 99 }
  const listed = async (viewerId: string) =>
    (await upcomingEvents({ ...asked, viewerId })).events.some(({ id }) => id === eventId)
  expect(await eventPage(eventId, guest.id)).toBeNull()
  expect([await listed(guest.id), await listed(host.id)]).toEqual([false, true])
  expect(await joinEvent(guest, eventId)).toMatchObject({ ok: false, reason: 'not_found' })
  expect(await door(guest.id)).toBeNull()
  expect(await db.event.findUnique({ where: { id: eventId } })).toMatchObject({ seatsTaken: 0 })
})

test('no suggestion sends anybody to a home, not even who may go', async () => {
  const { guest } = both()
  await db.freelancer.update({ where: { id: guest.id }, data: { cellLat: 43.555, cellLng: 7.015 } })
  await db.event.updateMany({ where: { id: { not: eventId } }, data: { unlisted: true } })
  expect(await suggestionsFor(guest, now())).toEqual([])
  const { id } = await makeEvent({ title: 'Ailleurs' })
  expect((await suggestionsFor(guest, now())).map(({ event }) => event.id)).toEqual([id])
})

test('one outing that somebody else held is asked for: seen there, where anybody was seen', async () => {
  const person = await makeIdentified()
  const missing = async () => (await identityOf(person.id, now()))?.missing
  expect(await missing()).toEqual([])
  const mine = await db.rsvp.findFirstOrThrow({ where: { freelancerId: person.id } })
  // Somebody else was checked in there, and this person was not.
  const { id } = await makeRsvp({ eventId: mine.eventId, checkedInAt: now() })
  expect(await missing()).toEqual(['outing'])
  await db.rsvp.delete({ where: { id } })
  await db.event.update({ where: { id: mine.eventId }, data: { organizerId: person.id } })
  expect(await missing()).toEqual(['outing'])
  const coming = await makeEvent({ endsAt: later(DAY * 2) })
  await makeRsvp({ eventId: coming.id, freelancerId: person.id })
  expect(await missing()).toEqual(['outing'])
})

test.each([
  ...[{ capacity: 2 }, { capacity: 7 }, { capacity: null }, { maxCompanions: 1 }, { approval: false }],
  ...[{ listVisibility: 'members' as const }, { onlineUrl: 'https://meet.example.org' }],
])('the database refuses a home table with %o', async (wrong) => {
  const broken = db.event.update({ where: { id: eventId }, data: wrong })
  await expect(broken).rejects.toSatisfy((error) => isCheckViolation(error, 'events_home_table'))
})
