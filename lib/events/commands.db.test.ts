import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/accounts/schema'
import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { formValues } from '@/lib/events/hosted/rules'
import { joinEvent } from '@/lib/rsvps/commands'
import { forgetJobs, writtenJobs } from '@/lib/testing/jobs'
import { makeEvent, makeFreelancer, makeSpace, toActor } from '@/lib/testing/makers'
import { editEvent, publishEvent } from './commands'
import { type EventInput, eventSchema } from './schema'

const DAY = 24 * 3_600_000
const inDays = (days: number) => new Date(now().getTime() + days * DAY)
const dayIn = (days: number) => inDays(days).toISOString().slice(0, 10)

const someone = async () => toActor(await makeFreelancer())
const inputOf = (values: Record<string, unknown>): EventInput => eventSchema.parse(values)
const common = () => ({ kind: 'lunch', day: dayIn(10), start: '12:30', end: '14:00', language: 'fr' })
const online = (values = {}) =>
  inputOf({ ...common(), where: 'online', onlineUrl: 'https://meet.example.org/x', ...values })

const jobs = async () => (await writtenJobs()).map(({ payload }) => payload)
const read = (id: string) => db.event.findUniqueOrThrow({ where: { id } })

beforeEach(async () => {
  await forgetJobs()
})

describe('publishing', () => {
  test('at a space: its place and its zone, and a title when none was given', async () => {
    const actor = await someone()
    const space = await makeSpace({
      name: 'La Ruche',
      street: '1 rue d’Exemple',
      lat: 40.7,
      lng: -74,
      timeZone: 'America/New_York',
    })
    const result = await publishEvent(
      actor,
      inputOf({ ...common(), where: 'space', spaceId: space.id, capacity: '8' }),
      'Déjeuner',
    )
    expect(result).toMatchObject({ ok: true, value: { title: 'Déjeuner · La Ruche' } })
    if (!result.ok) return
    const event = await read(result.value.id)
    expect(event).toMatchObject({
      ...{ organizerId: actor.id, status: 'published', sequence: 0, capacity: 8, seatsTaken: 0 },
      ...{
        spaceId: space.id,
        placeName: 'La Ruche',
        address: '1 rue d’Exemple',
        city: 'Cannes',
        lat: 40.7,
        lng: -74,
      },
      timeZone: 'America/New_York',
    })
    expect(formValues(event)).toMatchObject({ day: dayIn(10), start: '12:30', end: '14:00' })
    expect(await jobs()).toEqual([])
  })

  test('at a pin: the zone and the town of the pin', async () => {
    const input = inputOf({
      ...common(),
      where: 'address',
      lat: '43.5513',
      lng: '7.0128',
      title: 'Pique-nique',
    })
    const result = await publishEvent(await someone(), input, 'Déjeuner')
    if (!result.ok) throw new Error(result.reason)
    expect(await read(result.value.id)).toMatchObject({
      ...{
        title: 'Pique-nique',
        city: 'Cannes',
        lat: 43.5513,
        lng: 7.0128,
        timeZone: 'Europe/Paris',
        spaceId: null,
      },
    })
  })

  test('in a town: its middle', async () => {
    const input = inputOf({ ...common(), where: 'address', city: '06400', placeName: 'Chez Ana' })
    const result = await publishEvent(await someone(), input, 'Déjeuner')
    expect(result).toMatchObject({ ok: true, value: { title: 'Déjeuner · Chez Ana' } })
    if (!result.ok) return
    const event = await read(result.value.id)
    expect(event).toMatchObject({ city: 'Cannes', timeZone: 'Europe/Paris' })
    expect(event.lat).toBeCloseTo(43.55, 1)
  })

  test('a pin counts only in the town it was placed in', async () => {
    const pin = { where: 'address', city: 'Cannes', lat: '48.85', lng: '2.35' }
    const at = async (pinTown: string) => {
      const result = await publishEvent(
        await someone(),
        inputOf({ ...common(), ...pin, pinTown }),
        'Déjeuner',
      )
      return result.ok ? (await read(result.value.id)).lat : null
    }
    expect(await at('Cannes')).toBe(48.85)
    expect(await at('Paris')).toBeCloseTo(43.55, 1)
  })

  test('online: in the zone of the organizer', async () => {
    const result = await publishEvent(await someone(), online({ timeZone: 'Asia/Kathmandu' }), 'E-café')
    if (!result.ok) throw new Error(result.reason)
    const event = await read(result.value.id)
    expect(event).toMatchObject({
      timeZone: 'Asia/Kathmandu',
      onlineUrl: 'https://meet.example.org/x',
      lat: null,
    })
    expect(event.startsAt.toISOString().slice(11, 16)).toBe('06:45')
  })

  test.each([
    ['space_unknown', { where: 'space', spaceId: randomUUID() }],
    ['place_required', { where: 'address', address: 'somewhere' }],
    ['town_unknown', { where: 'address', city: 'Zzyzzxville-les-Oies' }],
    ['starts_in_past', { where: 'address', city: 'Cannes', day: dayIn(-2) }],
    ['starts_too_far', { where: 'address', city: 'Cannes', day: dayIn(400) }],
    ['start_in_gap', { where: 'address', city: 'Cannes', day: '2027-03-28', start: '02:30', end: '04:00' }],
    ['end_in_gap', { where: 'address', city: 'Cannes', day: '2027-03-27', start: '23:00', end: '02:30' }],
  ])('is refused: %s', async (reason, values) => {
    const actor = await someone()
    const result = await publishEvent(actor, inputOf({ ...common(), ...values }), 'Déjeuner')
    expect(result).toEqual({ ok: false, reason })
    expect(await db.event.count({ where: { organizerId: actor.id } })).toBe(0)
  })

  test('is refused to whoever floods the map', async () => {
    const actor = await someone()
    for (let i = 0; i < 40; i++) expect((await publishEvent(actor, online(), 'E-café')).ok).toBe(true)
    expect(await publishEvent(actor, online(), 'E-café')).toEqual({ ok: false, reason: 'too_many_events' })
    expect((await publishEvent(await someone(), online(), 'E-café')).ok).toBe(true)
  })
})

/** An event of somebody's, and the input that would leave it as it is. */
async function published(values: Parameters<typeof makeEvent>[0] = {}) {
  const actor = await someone()
  const startsAt = new Date(`${dayIn(10)}T16:30:00Z`)
  const endsAt = new Date(startsAt.getTime() + 2 * 3_600_000)
  const event = await makeEvent({ organizerId: actor.id, city: 'Cannes', startsAt, endsAt, ...values })
  return { actor, event, same: formValues(event) }
}

async function crowd(eventId: string, size: number): Promise<Actor[]> {
  const people: Actor[] = []
  for (let i = 0; i < size; i++) {
    const person = await someone()
    await joinEvent(person, eventId)
    people.push(person)
  }
  await forgetJobs()
  return people
}

const standing = async (eventId: string) =>
  (await db.rsvp.findMany({ where: { eventId }, orderBy: { position: 'asc' } })).map(({ status }) => status)

describe('editing', () => {
  test('changes words without a mail', async () => {
    const { actor, event, same } = await published()
    const input = inputOf({
      ...same,
      title: 'Apéro',
      welcome: 'Venez !',
      price: '5 €',
      language: 'en',
      kind: 'lunch',
    })
    expect(await editEvent(actor, event.id, input, 'Déjeuner')).toEqual({
      ok: true,
      value: { id: event.id, title: 'Apéro', told: false, promoted: 0 },
    })
    expect(await read(event.id)).toMatchObject({
      ...{ title: 'Apéro', welcome: 'Venez !', price: '5 €', language: 'en', kind: 'lunch', sequence: 0 },
      ...{ startsAt: event.startsAt, lat: event.lat, timeZone: event.timeZone, organizerId: actor.id },
    })
    expect(await jobs()).toEqual([])
  })

  test.each([
    ['time', { start: '19:30', end: '22:00' }],
    ['place', { placeName: 'Ailleurs' }],
  ])('tells people of a new %s, and raises the sequence', async (change, values) => {
    const { actor, event, same } = await published()
    expect(await editEvent(actor, event.id, inputOf({ ...same, ...values }), 'Afterwork')).toMatchObject({
      value: { told: true },
    })
    expect((await read(event.id)).sequence).toBe(1)
    expect(await jobs()).toEqual([{ kind: 'event_changed', eventId: event.id, sequence: 1, what: [change] }])
  })

  test('moves from a place to a link', async () => {
    const { actor, event, same } = await published()
    const link = { where: 'online', onlineUrl: 'https://meet.example.org/x', timeZone: 'Europe/Paris' }
    await editEvent(actor, event.id, inputOf({ ...same, ...link }), 'Afterwork')
    expect(await read(event.id)).toMatchObject({ lat: null, city: '', onlineUrl: link.onlineUrl })
    expect(await jobs()).toEqual([expect.objectContaining({ what: ['place', 'online'] })])
  })

  test('keeps the link of an event that is at a place and online', async () => {
    const { actor, event, same } = await published({ onlineUrl: 'https://meet.example.org/x' })
    expect(await editEvent(actor, event.id, inputOf(same), 'Afterwork')).toMatchObject({
      value: { told: false },
    })
    expect((await read(event.id)).onlineUrl).toBe('https://meet.example.org/x')
  })

  test('gives more seats to the first in line, in the same transaction', async () => {
    const { actor, event, same } = await published({ capacity: 1 })
    await crowd(event.id, 4)
    const input = inputOf({ ...same, capacity: '3' })
    expect(await editEvent(actor, event.id, input, 'Afterwork')).toMatchObject({
      ok: true,
      value: { promoted: 2 },
    })
    expect(await standing(event.id)).toEqual(['going', 'going', 'going', 'waitlisted'])
    expect(await read(event.id)).toMatchObject({ seatsTaken: 3, capacity: 3, sequence: 0 })
    expect((await jobs()).map((job) => (job as { kind: string }).kind)).toEqual([
      'rsvp_promoted',
      'rsvp_promoted',
    ])
  })

  test('without a limit, everybody who waits comes', async () => {
    const { actor, event, same } = await published({ capacity: 1 })
    await crowd(event.id, 3)
    await editEvent(actor, event.id, inputOf({ ...same, capacity: '' }), 'Afterwork')
    expect(await standing(event.id)).toEqual(['going', 'going', 'going'])
  })

  test('takes no seat from anybody', async () => {
    const { actor, event, same } = await published({ capacity: 5 })
    await crowd(event.id, 3)
    const fewer = (capacity: string) =>
      editEvent(actor, event.id, inputOf({ ...same, capacity, title: 'Moins' }), 'Afterwork')
    expect(await fewer('2')).toEqual({ ok: false, reason: 'capacity_taken' })
    expect(await read(event.id)).toMatchObject({ capacity: 5, title: event.title })
    expect((await fewer('3')).ok).toBe(true)
  })

  test('a seat whose hold ran out counts as free', async () => {
    const { actor, event, same } = await published({ capacity: 2, seatsTaken: 1, joins: 1 })
    const held = { status: 'held' as const, heldUntil: new Date(now().getTime() - 1000) }
    await db.rsvp.create({
      data: { eventId: event.id, freelancerId: (await someone()).id, position: 1, ...held },
    })
    await crowd(event.id, 1)
    expect((await editEvent(actor, event.id, inputOf({ ...same, capacity: '1' }), 'Afterwork')).ok).toBe(true)
  })

  test('one that has begun keeps its start and may end later', async () => {
    const startsAt = new Date(Math.floor(now().getTime() / 60_000) * 60_000 - 30 * 60_000)
    const { actor, event, same } = await published({
      startsAt,
      endsAt: new Date(startsAt.getTime() + 90 * 60_000),
    })
    const later = formValues({ ...event, endsAt: new Date(startsAt.getTime() + 120 * 60_000) })
    expect((await editEvent(actor, event.id, inputOf(later), 'Afterwork')).ok).toBe(true)
    const moved = formValues({ ...event, startsAt: new Date(startsAt.getTime() - 60_000) })
    expect(await editEvent(actor, event.id, inputOf(moved), 'Afterwork')).toEqual({
      ok: false,
      reason: 'starts_in_past',
    })
    expect((await editEvent(actor, event.id, inputOf({ ...same, title: 'En cours' }), 'Afterwork')).ok).toBe(
      true,
    )
  })

  test.each([
    ['starts_in_past', { day: dayIn(-2) }],
    ['starts_too_far', { day: dayIn(400) }],
    ['town_unknown', { where: 'address', lat: '', lng: '', city: 'Zzyzzxville-les-Oies' }],
    ['space_unknown', { where: 'space', spaceId: randomUUID() }],
  ])('is refused: %s', async (reason, values) => {
    const { actor, event, same } = await published()
    expect(await editEvent(actor, event.id, inputOf({ ...same, ...values }), 'Afterwork')).toEqual({
      ok: false,
      reason,
    })
    expect(await read(event.id)).toEqual(event)
  })

  test.each([
    ['cancelled', { status: 'cancelled' as const }],
    ['over', { startsAt: inDays(-2), endsAt: inDays(-1) }],
  ])('is refused once %s', async (reason, values) => {
    const { actor, event } = await published(values)
    expect(await editEvent(actor, event.id, online(), 'Afterwork')).toEqual({ ok: false, reason })
  })
})
