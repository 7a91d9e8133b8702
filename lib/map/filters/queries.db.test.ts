import { beforeAll, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { findEvents } from '@/lib/events/queries'
import type { BBox } from '@/lib/geo/types'
import { NO_FILTERS } from '@/lib/map/rules'
import type { Filters } from '@/lib/map/terms'
import { findSpaces } from '@/lib/spaces/queries'
import { makeEvent, makeFreelancer, makeSpace } from '@/lib/testing/makers'
import { soughtEvents, soughtOnce, soughtPeople, soughtSpaces } from './queries'

// A Wednesday morning, 10 h in Cannes.
const at = new Date('2027-03-10T09:00:00Z')
const timeZone = 'Europe/Paris'
const bbox: BBox = { west: 6.9, south: 43.5, east: 7.1, north: 43.6 }
const near = { lat: 43.55, lng: 7.01 }

const spaces = async (filters: Partial<Filters>, box = bbox) => {
  const found = await findSpaces({
    bbox: box,
    near,
    filters: { ...NO_FILTERS, ...filters },
    now: at,
    limit: 50,
  })
  return found.spaces.map((space) => space.name).sort()
}
const events = async (filters: Partial<Filters>, box = bbox) => {
  const found = await findEvents({
    bbox: box,
    near,
    filters: { ...NO_FILTERS, ...filters },
    now: at,
    timeZone,
    limit: 50,
  })
  return found.events.map((event) => event.title)
}

beforeAll(async () => {
  const place = { lat: 43.55, lng: 7.01 }
  const open = await makeSpace({
    name: 'open',
    openingHours: 'Mo-Fr 09:00-18:00',
    internet: 'wlan',
    wheelchair: 'yes',
    ...place,
  })
  await makeSpace({ name: 'closed', openingHours: 'Mo-Fr 14:00-18:00', fee: false, internet: 'no', ...place })
  await makeSpace({ name: 'unknown', kind: 'cafe', wheelchair: 'limited', ...place })
  await makeSpace({ name: 'broken hours', kind: 'library', openingHours: 'whenever', fee: true, ...place })
  await makeSpace({ name: 'far', openingHours: '24/7', lat: 48.85, lng: 2.35 })

  const organizerId = (await makeFreelancer()).id
  const gentle = {
    ...{ quietPlace: true, leaveWhenever: true, noIntroductions: true, gentle: true },
    ...{ capacity: 8, listVisibility: 'hosts' as const },
  }
  const event = (title: string, startsAt: string, hours: number, values = {}) =>
    makeEvent({
      title,
      organizerId,
      startsAt: new Date(startsAt),
      endsAt: new Date(Date.parse(startsAt) + hours * 3_600_000),
      ...place,
      ...values,
    })
  await event('over', '2027-03-10T07:00:00Z', 1)
  await event('going on', '2027-03-10T08:00:00Z', 2, { kind: 'open_coffee' })
  await event('tonight', '2027-03-10T17:00:00Z', 2, { price: '5 €' })
  await event('sunday', '2027-03-14T09:00:00Z', 2, { spaceId: open.id })
  await event('monday', '2027-03-15T09:00:00Z', 2, gentle)
  await event('cancelled', '2027-03-10T17:00:00Z', 2, { status: 'cancelled' })
  await event('far', '2027-03-10T17:00:00Z', 2, { lat: 48.85, lng: 2.35 })
  await event('online', '2027-03-10T17:00:00Z', 2, { lat: null, lng: null, onlineUrl: 'https://example.org' })
})

test('spaces as each filter wants them; what is unknown is no yes', async () => {
  expect(await spaces({})).toEqual(['broken hours', 'closed', 'open', 'unknown'])
  expect(await spaces({ kinds: ['cafe', 'library', 'afterwork'] })).toEqual(['broken hours', 'unknown'])
  expect(await spaces({ open: true })).toEqual(['open'])
  expect(await spaces({ free: true })).toEqual(['closed'])
  expect(await spaces({ wifi: true })).toEqual(['open'])
  expect(await spaces({ accessible: true })).toEqual(['open'])
  expect(await spaces({ open: true, free: true })).toEqual([])
})

test('what people found, and what it costs', async () => {
  const place = { lat: 45.5, lng: 4.5 }
  const box = { west: 4, south: 45, east: 5, north: 46 }
  await makeSpace({ name: 'quiet', noise: 'quiet', sockets: 'few', callsAllowed: false, ...place })
  await makeSpace({ name: 'booths', noise: 'murmur', sockets: 'plenty', phoneBooths: true, ...place })
  await makeSpace({ name: 'day', priceDay: 1500, priceHour: 500, trialDay: true, ...place })
  await makeSpace({ name: 'hour', priceHour: 250, sockets: 'none', callsAllowed: true, ...place })
  await makeSpace({ name: 'month', priceMonth: 100, ...place })
  await makeSpace({ name: 'nothing', fee: false, ...place })
  await makeSpace({ name: 'gone', fee: false, noise: 'quiet', closedOn: new Date('2020-01-01'), ...place })
  const names = (filters: Partial<Filters>) => spaces(filters, box)
  expect(await names({ sockets: true })).toEqual(['booths', 'quiet'])
  expect(await names({ quiet: true })).toEqual(['quiet'])
  expect(await names({ calls: true })).toEqual(['booths', 'hour'])
  expect(await names({ maxPrice: 15 })).toEqual(['day', 'nothing'])
  expect(await names({ maxPrice: 20 })).toEqual(['day', 'hour', 'nothing'])
  expect(await names({ maxPrice: 14 })).toEqual(['nothing'])
  expect(await names({ trial: true })).toEqual(['day'])
  expect(await names({})).toEqual(['booths', 'day', 'hour', 'month', 'nothing', 'quiet'])
})

test('open at a time, by the clock of each place; open late', async () => {
  const box = { west: 54, south: -23, east: 57, north: -20 }
  const reunion = { lat: -21, lng: 55.5, timeZone: 'Indian/Reunion' }
  await makeSpace({ name: 'days', openingHours: 'Mo-Fr 08:00-18:00', ...reunion })
  await makeSpace({ name: 'nights', openingHours: 'Mo-Sa 12:00-20:00; We 12:00-22:00', ...reunion })
  await makeSpace({ name: 'who knows', openingHours: null, ...reunion })
  const names = (filters: Partial<Filters>) => spaces(filters, box)
  expect(await names({ openAt: '2027-03-11T08:00' })).toEqual(['days'])
  expect(await names({ openAt: '2027-03-11T13:00' })).toEqual(['days', 'nights'])
  expect(await names({ openAt: '2027-03-13T19:00' })).toEqual(['nights'])
  expect(await names({ openAt: '2027-03-14T13:00' })).toEqual([])
  // Today is a Wednesday; on Thursday it closes at 20:00.
  expect(await names({ late: true })).toEqual(['nights'])
  expect(await names({ late: true, openAt: '2027-03-11T13:00' })).toEqual([])
})

test('events as each filter wants them; never over, cancelled or elsewhere', async () => {
  expect(await events({})).toEqual(['going on', 'tonight', 'sunday', 'monday'])
  expect(await events({ kinds: ['open_coffee', 'cafe'] })).toEqual(['going on'])
  expect(await events({ when: 'today' })).toEqual(['going on', 'tonight'])
  expect(await events({ when: 'week' })).toEqual(['going on', 'tonight', 'sunday'])
  expect(await events({ when: 'weekend' })).toEqual(['sunday'])
  expect(await events({ when: '2027-03-15' })).toEqual(['monday'])
  expect(await events({ when: '2027-03-09' })).toEqual([])
  expect(await events({ open: true })).toEqual(['going on'])
  expect(await events({ openAt: '2027-03-14T10:30' })).toEqual(['sunday'])
  expect(await events({ late: true })).toEqual([])
  expect(await events({ maxPrice: 10 })).toEqual(['going on', 'sunday', 'monday'])
  expect(await events({ free: true })).toEqual(['going on', 'sunday', 'monday'])
  expect(await events({ gentle: true })).toEqual(['monday'])
  expect(await events({ wifi: true, accessible: true })).toEqual(['sunday'])
})

test('a series once, by its soonest date that the filters want', async () => {
  const { id: organizerId } = await makeFreelancer()
  const { id: seriesId } = await db.series.create({
    data: {
      ...{ rule: 'FREQ=WEEKLY', startsOn: at, startMinute: 600, minutes: 60, timeZone },
      ...{ values: {}, madeUntil: at, organizerId },
    },
  })
  for (const [title, day, values] of [
    ['weekly over', '2027-03-03', {}],
    ['weekly paid', '2027-03-17', { price: '5 €' }],
    ['weekly', '2027-03-24', {}],
    ['weekly again', '2027-03-31', {}],
  ] as const) {
    const startsAt = new Date(`${day}T09:00:00Z`)
    const endsAt = new Date(`${day}T10:00:00Z`)
    const where = { ...near, organizerId, seriesId, recurrenceId: startsAt }
    await makeEvent({ title, startsAt, endsAt, ...where, ...values })
  }
  const weekly = async (filters: Partial<Filters>) =>
    (await events(filters)).filter((title) => title.startsWith('weekly'))
  expect(await weekly({})).toEqual(['weekly paid'])
  // Each by itself: a join of all in the box with all in it would take the square of them.
  const once = soughtOnce({ bbox, filters: NO_FILTERS, now: at, timeZone })
  const plan = await db.$queryRaw<object[]>`EXPLAIN SELECT FROM events WHERE ${once}`
  expect(JSON.stringify(plan)).toMatch(/SubPlan.*sooner/)
  expect(JSON.stringify(plan)).not.toContain('Anti Join')
  expect(await weekly({ free: true })).toEqual(['weekly'])
  await db.series.delete({ where: { id: seriesId } })
  expect(await weekly({})).toEqual(['weekly paid', 'weekly', 'weekly again'])
  await db.event.deleteMany({ where: { organizerId } })
})

test('a box across the antimeridian has two sides', async () => {
  const pacific = { west: 179, south: -20, east: -179, north: 20 }
  await makeSpace({ name: 'Fiji', lat: -17, lng: 179.5 })
  await makeSpace({ name: 'Samoa side', lat: -17, lng: -179.5 })
  expect(await spaces({}, pacific)).toEqual(['Fiji', 'Samoa side'])
})

test('what is not for everybody is in no condition: drafts, unlisted events, hidden people', async () => {
  const here = { west: 2.3, south: 46.9, east: 2.5, north: 47.1 }
  const point = { lat: 47, lng: 2.4 }
  const times = { startsAt: new Date('2027-03-10T17:00:00Z'), endsAt: new Date('2027-03-10T19:00:00Z') }
  const organizerId = (await makeFreelancer()).id
  for (const values of [{ title: 'open' }, { title: 'draft', status: 'draft' as const }, { unlisted: true }])
    await makeEvent({ organizerId, ...point, ...times, ...values })
  const cell = { cellLat: point.lat, cellLng: point.lng }
  await makeFreelancer({ name: 'Ana', visibility: 'members', ...cell })
  await makeFreelancer({ name: 'Bo', visibility: 'hidden', ...cell })
  await makeFreelancer({ name: 'Cléo', visibility: 'members' })
  await makeFreelancer({ name: 'Dan', visibility: 'members', cellLat: 48, cellLng: 2.4 })
  await makeSpace({ name: 'room', ...point })

  const filters = NO_FILTERS
  const asked = { filters, now: at, timeZone }
  const rows = await db.$queryRaw<{ name: string }[]>`
    SELECT title AS name FROM events WHERE ${soughtEvents({ ...asked, bbox: here })}
    UNION SELECT name FROM freelancers WHERE ${soughtPeople(here)}
    UNION SELECT name FROM spaces WHERE ${await soughtSpaces({ filters, now: at, bbox: here })}
    ORDER BY name`
  expect(rows.map(({ name }) => name)).toEqual(['Ana', 'open', 'room'])
})
