import { beforeAll, describe, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { EVENT_KINDS } from '@/lib/events/kinds/terms'
import { topUpSeries } from '@/lib/events/series/commands'
import { isIdentified } from '@/lib/homes/queries'
import { townPage } from '@/lib/map/town/queries'
import { lunchesFor } from '@/lib/presence/clientdays/queries'
import { isStale } from '@/lib/spaces/freshness/rules'
import { openState } from '@/lib/spaces/hours/rules'
import { SPACE_KINDS } from '@/lib/spaces/terms'
import { writtenJobs } from '@/lib/testing/jobs'
import { myPeople } from '@/lib/ties/queries'
import { draftWaiting } from '@/lib/wishes/drafts/commands'
import { seed } from './seed'

/** A Monday in Cannes, 9:10. */
const NOW = new Date('2026-11-23T08:10:00Z')
const DAY = 86_400_000

const everything = async () => ({
  spaces: await db.space.findMany({ orderBy: { id: 'asc' } }),
  people: await db.freelancer.findMany({ orderBy: { id: 'asc' } }),
  events: await db.event.findMany({ orderBy: { id: 'asc' } }),
  groups: await db.group.findMany({ orderBy: { id: 'asc' } }),
  members: await db.groupMember.findMany({ orderBy: [{ groupId: 'asc' }, { freelancerId: 'asc' }] }),
  series: await db.series.findMany(),
  wishes: await db.wish.findMany({ orderBy: { freelancerId: 'asc' } }),
  rsvps: await db.rsvp.findMany({ orderBy: [{ eventId: 'asc' }, { position: 'asc' }] }),
  presences: await db.presence.findMany({
    orderBy: [{ freelancerId: 'asc' }, { day: 'asc' }, { half: 'asc' }],
  }),
  clientDays: await db.clientDay.findMany({ orderBy: { freelancerId: 'asc' } }),
  glads: await db.glad.findMany({ orderBy: [{ personId: 'asc' }, { aboutId: 'asc' }] }),
})

const empty = () =>
  db.$transaction([
    ...[db.event.deleteMany(), db.series.deleteMany(), db.group.deleteMany()],
    ...[db.user.deleteMany(), db.space.deleteMany()],
  ])

describe('the demo', () => {
  beforeAll(async () => {
    expect(await seed(NOW)).toBe(true)
  })

  it('is there once, and the same each time', async () => {
    const first = await everything()
    expect(await seed(NOW)).toBe(false)
    expect(await everything()).toEqual(first)
    await empty()
    await seed(NOW)
    expect(await everything()).toEqual(first)
  })

  it('knows a price, or what people found, of most places; of a few, nobody said a word for years', async () => {
    const { spaces } = await everything()
    const priced = spaces.filter(({ priceDay }) => priceDay !== null)
    expect(priced.length).toBeGreaterThan(15)
    expect(priced.every(({ fee, charge }) => fee === true && charge === null)).toBe(true)
    const share = (count: number) => count / spaces.length
    expect(share(spaces.filter(({ sockets }) => sockets !== null).length)).toBeGreaterThan(0.6)
    expect(share(spaces.filter(({ noise }) => noise === 'quiet').length)).toBeGreaterThan(0.1)
    const stale = spaces.filter((space) => isStale(space, NOW)).length
    expect(stale).toBeGreaterThan(0)
    expect(share(stale)).toBeLessThan(0.1)
    expect(spaces.filter(({ trialDay, trialNote }) => trialDay && trialNote !== '').length).toBeGreaterThan(2)
    expect(await db.spaceObservation.count()).toBeGreaterThan(spaces.length)
    expect(await db.spaceVisits.count({ where: { day: { gte: NOW } } })).toBe(0)
  })

  it('has places and events of every kind, people some of whom are hidden', async () => {
    const { spaces, people, events } = await everything()
    expect(new Set(spaces.map(({ kind }) => kind))).toEqual(new Set(SPACE_KINDS))
    expect(new Set(events.map(({ kind }) => kind))).toEqual(new Set(EVENT_KINDS))
    expect(spaces.length).toBeGreaterThanOrEqual(60)
    expect(people).toHaveLength(80)
    expect(new Set(people.map(({ name }) => name)).size).toBe(80)
    expect(new Set(people.map(({ visibility }) => visibility))).toEqual(new Set(['hidden', 'members']))
    expect([...spaces, ...people, ...events].every(({ demo }) => demo)).toBe(true)
    const abroad = await db.user.count({ where: { NOT: { email: { endsWith: '@example.org' } } } })
    expect(abroad).toBe(0)
  })

  it('has two small towns without outings where two and four people would come, and drafts nothing of it', async () => {
    const found = await Promise.all(['fayence', 'draguignan'].map((slug) => townPage(slug, null, NOW)))
    expect(found.map((page) => [page?.wishes.count, page?.events.length])).toEqual([
      [2, 0],
      [4, 0],
    ])
    await draftWaiting()
    expect(await db.wishDraft.count()).toBe(0)
  })

  it('has two gentle outings that hide who comes, and one newcomers’ outing that somebody greets at', async () => {
    const { events } = await everything()
    const gentle = events.filter((event) => event.gentle)
    expect(gentle.map(({ listVisibility }) => listVisibility)).toEqual(['hosts', 'hosts'])
    const greeters = await db.eventGreeter.findMany({ include: { event: true } })
    expect(greeters).toMatchObject([{ event: { goodForNewcomers: true, gentle: false } }])
    expect(greeters[0]?.freelancerId).toBe(greeters[0]?.event.organizerId)
  })

  it('has a table at home whose host and guests are identified', async () => {
    const home = await db.event.findFirstOrThrow({
      where: { kind: 'home_table' },
      include: { rsvps: true },
    })
    const around = [home.organizerId, ...home.rsvps.map(({ freelancerId }) => freelancerId)]
    expect(around).toHaveLength(4)
    for (const id of around) expect(await isIdentified(id, NOW)).toBe(true)
  })

  it('holds 121 events over five weeks, in the hours of the place, and a few that are over', async () => {
    const { events } = await everything()
    const coming = events.filter(({ startsAt }) => startsAt > NOW)
    expect(coming).toHaveLength(121)
    expect(events.length - coming.length).toBeGreaterThanOrEqual(5)
    expect(Math.max(...coming.map(({ startsAt }) => startsAt.getTime()))).toBeLessThan(
      NOW.getTime() + 42 * DAY,
    )
    const tonight = new Date('2026-11-23T23:00:00Z')
    expect(coming.filter(({ startsAt }) => startsAt < tonight).length).toBeGreaterThanOrEqual(3)
    const hours = coming.map(({ startsAt }) =>
      Number(
        new Intl.DateTimeFormat('en-GB', { hour: '2-digit', timeZone: 'Europe/Paris' }).format(startsAt),
      ),
    )
    expect(Math.min(...hours)).toBeGreaterThanOrEqual(8)
    expect(Math.max(...hours)).toBeLessThanOrEqual(19)
    expect(events.every(({ title, welcome }) => !/[{}]/.test(title + welcome))).toBe(true)
  })

  it('has people who met and are glad of it, both ways or one', async () => {
    const { glads } = await everything()
    const [{ personId = '' } = {}] = glads.filter(
      ({ personId }) => glads.filter((one) => one.personId === personId).length > 1,
    )
    const { ties, met } = await myPeople(personId, NOW)
    expect(ties.length).toBeGreaterThan(1)
    expect(ties.every(({ times }) => times > 0)).toBe(true)
    expect(ties.some(({ theirWay }) => theirWay !== '')).toBe(true)
    expect(met.filter(({ glad }) => glad)).toHaveLength(1)
    expect(glads).toHaveLength(2 * ties.length + 1)
  })

  it('keeps the books of the seats as the database functions do', async () => {
    const { events, rsvps } = await everything()
    for (const event of events) {
      const own = rsvps.filter(({ eventId }) => eventId === event.id)
      expect(own.map(({ position }) => position)).toEqual(own.map((_, i) => i + 1))
      expect(event.joins).toBe(own.length)
      expect(event.seatsTaken).toBe(own.filter(({ status }) => status === 'going').length)
      expect(own.some(({ freelancerId }) => freelancerId === event.organizerId)).toBe(false)
    }
    const waitedFor = new Set(rsvps.flatMap((r) => (r.status === 'waitlisted' ? [r.eventId] : [])))
    const full = events.filter(({ capacity, seatsTaken }) => capacity === seatsTaken)
    expect(full.map(({ id }) => id)).toEqual([...waitedFor])
    expect(full).toHaveLength(1)
    expect(events.filter(({ status }) => status === 'cancelled')).toHaveLength(1)
    expect(events.filter(({ onlineUrl }) => onlineUrl !== null).length).toBeGreaterThanOrEqual(1)
    expect(await writtenJobs()).toEqual([])
  })

  it('has groups whose organizers publish their coffees, one of which comes back each Thursday', async () => {
    const { groups, members, events, series } = await everything()
    expect(groups.map(({ name }) => name).sort()).toEqual([
      'Open Coffee Cannes',
      'Open Coffee Nice',
      'Open Coffee Paris',
    ])
    for (const group of groups) {
      const running = members.filter(({ groupId, role }) => groupId === group.id && role !== 'member')
      expect(running.filter(({ role }) => role === 'owner')).toHaveLength(1)
      const own = events.filter(({ groupId }) => groupId === group.id)
      expect(own.length).toBeGreaterThan(0)
      const runs = new Set(running.map(({ freelancerId }) => freelancerId))
      expect(own.every(({ organizerId, kind }) => runs.has(organizerId) && kind === 'open_coffee')).toBe(true)
    }
    const [weekly] = series
    const dates = events.filter(({ seriesId }) => seriesId !== null)
    expect(series).toHaveLength(1)
    expect(dates.length).toBeGreaterThanOrEqual(3)
    expect(new Set(dates.map(({ title, spaceId, capacity }) => `${title} ${spaceId} ${capacity}`)).size).toBe(
      1,
    )
    expect(dates.every(({ startsAt, recurrenceId }) => startsAt.getTime() === recurrenceId?.getTime())).toBe(
      true,
    )
    // What the daily job adds continues where these end, each Thursday once.
    await topUpSeries(NOW)
    const all = await db.event.findMany({ where: { seriesId: weekly?.id }, orderBy: { startsAt: 'asc' } })
    expect(all.length).toBeGreaterThan(dates.length)
    const weeks = all
      .slice(1)
      .map(({ startsAt }, i) => startsAt.getTime() - (all[i]?.startsAt.getTime() ?? 0))
    expect(new Set(weeks)).toEqual(new Set([7 * DAY]))
  })

  it('has people at work in open places that day, and at their clients’, for whom no lunch is proposed', async () => {
    const { presences, clientDays, spaces } = await everything()
    expect(new Set(presences.map(({ half }) => half))).toEqual(new Set(['morning', 'afternoon']))
    expect(presences.every(({ day, endsAt }) => endsAt > NOW && +day === Date.UTC(2026, 10, 23))).toBe(true)
    const kinds = spaces
      .filter(({ id }) => presences.some(({ spaceId }) => spaceId === id))
      .map(({ kind }) => kind)
    expect(kinds.length).toBeGreaterThan(6)
    expect(kinds).not.toContain('home_table')
    expect(clientDays.filter(({ weekday }) => weekday === 4).length).toBeGreaterThan(3)
    expect(await lunchesFor('2026-11-30', NOW)).toEqual([])
  })

  it('writes opening hours that can be read', async () => {
    const { spaces } = await everything()
    const known = spaces.filter(({ openingHours }) => openingHours !== null)
    expect(known.length).toBeGreaterThan(50)
    for (const { openingHours, timeZone, lat, lng, country } of known)
      expect(openState(openingHours, timeZone, NOW, { lat, lng, country }).state).not.toBe('unknown')
  })
})

it('leaves a database alone in which somebody already is', async () => {
  await empty()
  await db.user.create({ data: { email: 'first@example.org' } })
  expect(await seed(NOW)).toBe(false)
  expect(await db.space.count()).toBe(0)
})
