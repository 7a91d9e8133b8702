import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import type { EventCards } from '@/lib/events/cards/queries'
import { NO_FILTERS } from '@/lib/map/rules'
import { makeEvent, makeFreelancer, makeSpace } from '@/lib/testing/makers'
import { eventPage, eventsAtSpace, eventsBetween, findEvents, upcomingEvents } from './queries'

const now = new Date('2027-03-10T09:00:00Z')
const near = { lat: 43.55, lng: 7 }
const bbox = { west: 6.9, south: 43.4, east: 7.1, north: 43.7 }
const asked = { filters: NO_FILTERS, now, timeZone: 'Europe/Paris', near }

const HOUR = 3_600_000
let organizerId: string
const make = (title: string, hours: number, values = {}) =>
  makeEvent({
    title,
    organizerId,
    startsAt: new Date(now.getTime() + hours * HOUR),
    endsAt: new Date(now.getTime() + (hours + 1) * HOUR),
    ...near,
    ...values,
  })

beforeAll(async () => {
  organizerId = (await makeFreelancer({ name: 'Inès Martin' })).id
  await make('later', 3)
  await make('soon', 1, { capacity: 5, seatsTaken: 3 })
  await make('at once', 1)
  await make('online', 2, { lat: null, lng: null, onlineUrl: 'https://example.org/room' })
  await make('elsewhere', 2, { lat: 48.85, lng: 2.35 })
})

test('around here, soonest first, with what a card says', async () => {
  const { events, next } = await findEvents({ ...asked, bbox, limit: 10 })
  expect(events.map((event) => event.title).sort()).toEqual(['at once', 'later', 'soon'])
  expect(events.at(-1)?.title).toBe('later')
  expect(events.find((event) => event.title === 'soon')).toMatchObject({
    slug: 'soon',
    startsAt: '2027-03-10T10:00:00.000Z',
    organizerName: 'Inès Martin',
    capacity: 5,
    seatsLeft: 2,
    distance: 0,
    online: false,
  })
  expect(next).toBeNull()
})

test('the agenda of everywhere has what is online, without its address', async () => {
  const { events } = await upcomingEvents({ ...asked, bbox: null, limit: 10 })
  const online = events.find((event) => event.title === 'online')
  expect(events).toHaveLength(5)
  expect(online).toMatchObject({ online: true, lat: null, distance: null })
  expect(JSON.stringify(online)).not.toContain('example.org')
})

test('pages follow each other without a gap or a double, also at one and the same minute', async () => {
  const titles: string[] = []
  let cursor: string | null = null
  do {
    const page: EventCards = await findEvents({ ...asked, bbox, limit: 1, cursor })
    titles.push(...page.events.map((event) => event.title))
    cursor = page.next
  } while (cursor)
  expect(titles).toHaveLength(3)
  expect(new Set(titles)).toEqual(new Set(['at once', 'soon', 'later']))
})

test('what happens at a space, cancelled and past left out', async () => {
  const space = await makeSpace()
  await make('here', 5, { spaceId: space.id })
  await make('was here', -5, { spaceId: space.id })
  await make('not here', 5, { spaceId: space.id, status: 'cancelled' })
  expect((await eventsAtSpace(space.id, now)).map((event) => event.title)).toEqual(['here'])
  expect(await eventsAtSpace('nonsense', now)).toEqual([])
})

test('a page for every event, cancelled ones too, and no address of an online room', async () => {
  const space = await makeSpace({ name: 'La Bulle' })
  const made = await make('Café', -9, {
    status: 'cancelled',
    cancelMessage: 'malade',
    spaceId: space.id,
    onlineUrl: 'https://example.org/room',
  })
  const page = await eventPage(made.id)
  expect(page).toMatchObject({
    slug: 'cafe',
    status: 'cancelled',
    cancelMessage: 'malade',
    online: true,
    organizerName: 'Inès Martin',
    space: { id: space.id, slug: 'la-bulle' },
  })
  expect(JSON.stringify(page)).not.toContain('example.org')
  expect(await eventPage(randomUUID())).toBeNull()
  expect(await eventPage('nonsense')).toBeNull()
})

test('between two moments: what goes on at either of them counts, by kind and place when asked', async () => {
  const day = (hour: number) => new Date(Date.UTC(2027, 5, 1, hour))
  const on = (title: string, hour: number, values = {}) =>
    make(title, 0, { startsAt: day(hour), endsAt: day(hour + 2), ...values })
  await on('over at eight', 6)
  await on('on at eight', 7, { kind: 'open_coffee' })
  await on('online', 9, { lat: null, lng: null, onlineUrl: 'https://example.org/room' })
  await on('on at noon', 11)
  await on('from noon', 12)
  await on('off', 9, { status: 'cancelled' })
  const asked = { bbox, from: day(8), to: day(12), kinds: [], limit: 10 }
  const titles = async (values: Partial<Parameters<typeof eventsBetween>[0]>) =>
    (await eventsBetween({ ...asked, ...values })).events.map(({ title }) => title)
  expect(await titles({})).toEqual(['on at eight', 'on at noon'])
  expect(await titles({ bbox: null })).toEqual(['on at eight', 'online', 'on at noon'])
  expect(await titles({ to: null })).toEqual(['on at eight', 'on at noon', 'from noon'])
  expect(await titles({ kinds: ['open_coffee'] })).toEqual(['on at eight'])
  expect(await titles({ limit: 1 })).toEqual(['on at eight'])
})
