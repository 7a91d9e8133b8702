import { beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/accounts/schema'
import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { cancelEvent, editEvent, publishEvent } from '@/lib/events/commands'
import { eventSchema } from '@/lib/events/schema'
import { cancelRsvp, joinEvent } from '@/lib/rsvps/commands'
import { forgetJobs, writtenJobs } from '@/lib/testing/jobs'
import { makeFreelancer, toActor } from '@/lib/testing/makers'
import { comeToAll, leaveSeries, topUpSeries } from './commands'
import { seriesForCalendar, seriesOf } from './queries'
import { dayOf, plusDays } from './rules'

const DAY = 86_400_000
const ZONE = 'Europe/Paris'
const someone = async (name = 'Camille') => toActor(await makeFreelancer({ name }))
/** A day three days from now: nothing here depends on the weekday. */
const start = plusDays(dayOf(now(), ZONE), 3)

const form = (values: Record<string, string> = {}) =>
  eventSchema.parse({
    ...{
      kind: 'open_coffee',
      title: 'Open coffee',
      day: start,
      start: '08:30',
      end: '10:00',
      language: 'fr',
    },
    ...{ where: 'online', onlineUrl: 'https://meet.example.org/x', timeZone: ZONE, repeat: 'weekly' },
    ...values,
  })

async function published(values: Record<string, string> = {}) {
  const host = await someone('Léa')
  const answer = await publishEvent(host, form(values), 'Open coffee')
  if (!answer.ok) throw new Error(answer.reason)
  const { seriesId } = await db.event.findUniqueOrThrow({ where: { id: answer.value.id } })
  const rows = () =>
    db.event.findMany({ where: { seriesId: seriesId ?? '' }, orderBy: { recurrenceId: 'asc' } })
  return { host, first: answer.value.id, seriesId: seriesId ?? '', rows }
}
const told = async (actor: Actor) =>
  db.rsvp.findMany({ where: { freelancerId: actor.id }, select: { eventId: true } })
const jobsOf = async (kind: string) => (await writtenJobs(kind)).map(({ payload }) => payload)

beforeEach(async () => {
  await forgetJobs()
})

describe('publishing', () => {
  it('makes the occurrences of ninety days, each an event of its own', async () => {
    const { rows } = await published({ capacity: '6' })
    const events = await rows()
    expect(events).toHaveLength(13)
    const days = events.map(({ startsAt }) => dayOf(startsAt, ZONE))
    expect(days).toEqual(Array.from({ length: 13 }, (_, week) => plusDays(start, 7 * week)))
    expect(
      events.every(
        ({ capacity, recurrenceId, startsAt }) =>
          capacity === 6 && recurrenceId?.getTime() === startsAt.getTime(),
      ),
    ).toBe(true)
  })

  it('makes no more than the rule has', async () => {
    const { rows } = await published({ repeatEnd: 'count', repeatCount: '3', except1: plusDays(start, 7) })
    expect((await rows()).map(({ startsAt }) => dayOf(startsAt, ZONE))).toEqual([start, plusDays(start, 14)])
  })

  it('is refused when every day is left out', async () => {
    const host = await someone()
    const none = form({ repeatEnd: 'count', repeatCount: '2', except1: start, except2: plusDays(start, 7) })
    expect(await publishEvent(host, none, 'Open coffee')).toEqual({ ok: false, reason: 'no_occurrence' })
    expect(await db.series.count({ where: { organizerId: host.id } })).toBe(0)
  })
})

describe('topping up', () => {
  it('makes what ninety days hold by then, once, by however many workers', async () => {
    const { rows } = await published()
    const later = new Date(now().getTime() + 15 * DAY)
    await Promise.all([topUpSeries(later), topUpSeries(later), topUpSeries(later)])
    const events = await rows()
    expect(events).toHaveLength(15)
    expect(new Set(events.map(({ recurrenceId }) => recurrenceId?.getTime())).size).toBe(15)
    expect(await topUpSeries(later)).toBe(0)
  })

  it('makes nothing of a series that was called off', async () => {
    const { host, first, rows } = await published()
    await cancelEvent(host, { id: first, message: '', scope: 'all' })
    await topUpSeries(new Date(now().getTime() + 30 * DAY))
    expect(await rows()).toHaveLength(13)
  })
})

describe('changing', () => {
  it('one of them moves that one alone, and tells its guests alone', async () => {
    const { host, rows } = await published()
    const [first, second] = await rows()
    const [ana, bob] = [await someone('Ana'), await someone('Bob')]
    await joinEvent(ana, first?.id ?? '')
    await joinEvent(bob, second?.id ?? '')
    await forgetJobs()
    const moved = form({ day: plusDays(start, 8), start: '09:15', end: '10:45' })
    expect(await editEvent(host, second?.id ?? '', moved, 'Open coffee')).toMatchObject({ ok: true })
    const after = await rows()
    expect(after[1]).toMatchObject({ detached: true, sequence: 1, recurrenceId: second?.startsAt })
    expect(after[0]).toMatchObject({ sequence: 0, startsAt: first?.startsAt })
    expect(await jobsOf('event_changed')).toMatchObject([{ eventId: second?.id, what: ['time'] }])
    expect(await told(ana)).toEqual([{ eventId: first?.id }])
  })

  it('this and following: those before stay, later ones are made in the new way', async () => {
    const { host, rows } = await published()
    const third = (await rows())[2]
    const moved = form({ day: plusDays(start, 15), start: '18:00', end: '19:00', title: 'Afterwork' })
    const answer = await editEvent(host, third?.id ?? '', moved, 'x', { scope: 'following' })
    expect(answer).toMatchObject({ ok: true, value: { told: true } })
    await topUpSeries(new Date(now().getTime() + 14 * DAY))
    const after = await rows()
    expect(after.slice(0, 2).map(({ title }) => title)).toEqual(['Open coffee', 'Open coffee'])
    expect(after.slice(2).every(({ title }) => title === 'Afterwork')).toBe(true)
    const days = after.map(({ startsAt }) => dayOf(startsAt, ZONE))
    expect(days.slice(0, 4)).toEqual([start, plusDays(start, 7), plusDays(start, 15), plusDays(start, 22)])
    // Made later, a week after the last that was moved.
    expect(days.at(-1)).toBe(plusDays(days.at(-2) ?? '', 7))
    const [notice, ...more] = (await jobsOf('event_changed')) as unknown as {
      eventId: string
      others: string[]
    }[]
    expect(more).toEqual([])
    // Those that were made after the change are told of to nobody.
    expect([notice?.eventId, ...(notice?.others ?? [])]).toEqual(after.slice(2, 13).map(({ id }) => id))
  })

  it('all: what was changed by itself is left alone unless asked', async () => {
    const { host, rows } = await published()
    const [first, second] = await rows()
    await editEvent(host, second?.id ?? '', form({ title: 'Spécial', day: plusDays(start, 7) }), 'x')
    await editEvent(host, first?.id ?? '', form({ title: 'Nouveau' }), 'x', { scope: 'all' })
    expect((await rows()).map(({ title }) => title).slice(0, 3)).toEqual(['Nouveau', 'Spécial', 'Nouveau'])
    await editEvent(host, first?.id ?? '', form({ title: 'Tous' }), 'x', {
      scope: 'all',
      includeChanged: true,
    })
    expect(new Set((await rows()).map(({ title }) => title))).toEqual(new Set(['Tous']))
  })

  it('is refused as a whole when one of them has more guests than seats', async () => {
    const { host, rows } = await published({ capacity: '3' })
    const [first, second] = await rows()
    for (let i = 0; i < 2; i++) await joinEvent(await someone(), second?.id ?? '')
    const answer = await editEvent(host, first?.id ?? '', form({ capacity: '1', title: 'Petit' }), 'x', {
      scope: 'all',
    })
    expect(answer).toEqual({ ok: false, reason: 'capacity_taken' })
    expect((await rows()).every(({ title, capacity }) => title === 'Open coffee' && capacity === 3)).toBe(
      true,
    )
  })
})

describe('cancelling', () => {
  it('one of them leaves the others', async () => {
    const { host, rows } = await published()
    await cancelEvent(host, { id: (await rows())[1]?.id ?? '', message: 'Grippe' })
    expect((await rows()).map(({ status }) => status).slice(0, 3)).toEqual([
      'published',
      'cancelled',
      'published',
    ])
  })

  it('this and following ends the series there', async () => {
    const { host, rows } = await published()
    await cancelEvent(host, { id: (await rows())[2]?.id ?? '', message: '', scope: 'following' })
    const states = (await rows()).map(({ status }) => status)
    expect(states.slice(0, 3)).toEqual(['published', 'published', 'cancelled'])
    expect(states.filter((status) => status === 'cancelled')).toHaveLength(11)
    await topUpSeries(new Date(now().getTime() + 60 * DAY))
    expect(await rows()).toHaveLength(13)
  })
})

it('a stranger changes nothing of it', async () => {
  const { first, rows } = await published()
  const stranger = await someone()
  const before = await rows()
  expect(await editEvent(stranger, first, form({ title: 'x' }), 'x', { scope: 'all' })).toEqual({
    ok: false,
    reason: 'not_found',
  })
  expect(await cancelEvent(stranger, { id: first, message: '', scope: 'all' })).toEqual({
    ok: false,
    reason: 'not_found',
  })
  expect(await rows()).toEqual(before)
})

describe('coming to all', () => {
  const statusesOf = async (person: Actor, seriesId: string) =>
    (
      await db.rsvp.findMany({
        where: { freelancerId: person.id, event: { seriesId } },
        orderBy: { event: { startsAt: 'asc' } },
        select: { status: true },
      })
    ).map(({ status }) => status)

  it('takes a seat at each, also at those made later, and tells of it once', async () => {
    const { seriesId, rows } = await published({ capacity: '1' })
    const [ana, bob] = [await someone('Ana'), await someone('Bob')]
    await joinEvent(bob, (await rows())[1]?.id ?? '')
    await forgetJobs()
    expect(await comeToAll(ana, seriesId)).toEqual({ ok: true })
    expect(await comeToAll(ana, seriesId)).toEqual({ ok: true })
    expect((await statusesOf(ana, seriesId)).slice(0, 3)).toEqual(['going', 'waitlisted', 'going'])
    expect((await writtenJobs()).map(({ kind }) => kind)).toEqual(['series_joined'])
    await comeToAll(bob, seriesId)
    await topUpSeries(new Date(now().getTime() + 15 * DAY))
    expect((await statusesOf(ana, seriesId)).slice(-2)).toEqual(['going', 'going'])
    expect((await statusesOf(bob, seriesId)).slice(-2)).toEqual(['waitlisted', 'waitlisted'])
  })

  it('goes on when one is skipped, and ends when one says so', async () => {
    const { seriesId, rows } = await published()
    const ana = await someone('Ana')
    await comeToAll(ana, seriesId)
    await cancelRsvp(ana, (await rows())[0]?.id ?? '')
    expect((await statusesOf(ana, seriesId)).slice(0, 2)).toEqual(['cancelled', 'going'])
    expect(await leaveSeries(ana, seriesId)).toEqual({ ok: true })
    expect(new Set(await statusesOf(ana, seriesId))).toEqual(new Set(['cancelled']))
    await topUpSeries(new Date(now().getTime() + 15 * DAY))
    expect(await statusesOf(ana, seriesId)).toHaveLength(13)
    expect(await leaveSeries(ana, seriesId)).toEqual({ ok: false, reason: 'series_unknown' })
  })

  it('is refused for what does not exist or no longer comes back', async () => {
    const { host, first, seriesId } = await published()
    await cancelEvent(host, { id: first, message: '', scope: 'all' })
    const ana = await someone('Ana')
    expect(await comeToAll(ana, seriesId)).toEqual({ ok: false, reason: 'series_ended' })
    expect(await comeToAll(ana, 'nonsense')).toEqual({ ok: false, reason: 'series_unknown' })
  })
})

describe('the page of an occurrence', () => {
  it('says how it comes back, its other dates, and whether one comes to all', async () => {
    const { first, seriesId, rows } = await published({ repeatEnd: 'count', repeatCount: '3' })
    const ana = await someone('Ana')
    await comeToAll(ana, seriesId)
    const page = await seriesOf({ id: first, seriesId }, ana.id, now())
    const others = (await rows()).slice(1).map(({ id }) => id)
    expect(page?.others.map(({ id }) => id)).toEqual(others)
    expect(page).toMatchObject({ atAll: true, ended: false, words: { key: 'weekly', count: 3 } })
    expect((await seriesOf({ id: first, seriesId }, null, now()))?.atAll).toBe(false)
    expect(await seriesOf({ id: first, seriesId: null }, null, now())).toBeNull()
  })
})

describe('its calendar', () => {
  it('has what moved and what was called off, and no room to a stranger', async () => {
    const { host, seriesId, rows } = await published()
    const [, second, third] = await rows()
    await editEvent(host, second?.id ?? '', form({ day: plusDays(start, 8) }), 'x')
    await cancelEvent(host, { id: third?.id ?? '', message: '' })
    const calendar = await seriesForCalendar(seriesId, now())
    expect(calendar?.changed.map(({ id, status }) => [id, status])).toEqual([
      [second?.id, 'published'],
      [third?.id, 'cancelled'],
    ])
    expect(calendar?.exceptions).toEqual([])
    expect(calendar?.first.onlineUrl).toBeNull()
    expect((await seriesForCalendar(seriesId, now(), true))?.first.onlineUrl).toBe(
      'https://meet.example.org/x',
    )
    expect(await seriesForCalendar('nonsense', now())).toBeNull()
  })
})
