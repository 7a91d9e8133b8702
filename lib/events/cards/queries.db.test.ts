import { beforeAll, expect, test } from 'vitest'
import { distance } from '@/lib/geo/distance'
import { makeEvent, makeFreelancer } from '@/lib/testing/makers'
import { Prisma } from '@/prisma/client/client'
import { eventCards } from './queries'

const startsAt = new Date('2027-03-10T17:00:00Z')
const endsAt = new Date('2027-03-10T19:00:00Z')
const cannes = { lat: 43.5513, lng: 7.0128 }
const nice = { lat: 43.6961, lng: 7.2718 }
const titled = (title: string) => Prisma.sql`events.title = ${title}`

beforeAll(async () => {
  const organizerId = (await makeFreelancer({ name: 'Inès Martin' })).id
  const make = (title: string, values = {}) => makeEvent({ title, organizerId, startsAt, endsAt, ...values })
  await make('Café à Nice', { ...nice, capacity: 3, seatsTaken: 1, price: '5 €', placeName: 'Le Port' })
  await make('online', { lat: null, lng: null, onlineUrl: 'https://example.org/room' })
  await make('off', { status: 'cancelled' })
  for (let i = 0; i < 5; i++) await make('again')
})

test('a card says everything that a list shows, and metres from where one is', async () => {
  const { events, next } = await eventCards(titled('Café à Nice'), { near: cannes, limit: 5 })
  expect(next).toBeNull()
  expect(events).toMatchObject([
    {
      ...{ slug: 'cafe-a-nice', kind: 'afterwork', language: 'fr', timeZone: 'Europe/Paris', ...nice },
      ...{ startsAt: '2027-03-10T17:00:00.000Z', endsAt: '2027-03-10T19:00:00.000Z', placeName: 'Le Port' },
      ...{ price: '5 €', capacity: 3, seatsTaken: 1, seatsLeft: 2, organizerName: 'Inès Martin' },
      ...{ online: false, status: 'published', demo: false },
    },
  ])
  expect(events[0]?.distance).toBeCloseTo(distance(cannes, nice), 3)
})

test('no distance without a place, or without a point to measure from', async () => {
  const online = await eventCards(titled('online'), { near: cannes, limit: 5 })
  expect(online.events).toMatchObject([{ online: true, lat: null, distance: null, seatsLeft: null }])
  expect(JSON.stringify(online)).not.toContain('example.org')
  const nowhere = await eventCards(titled('Café à Nice'), { limit: 5 })
  expect(nowhere.events).toMatchObject([{ distance: null }])
})

test('the condition alone decides, and nothing is added to it', async () => {
  expect((await eventCards(titled('off'), { limit: 5 })).events).toMatchObject([{ status: 'cancelled' }])
  expect(await eventCards(Prisma.sql`false`, { limit: 5 })).toEqual({ events: [], next: null })
})

test('pages of one and the same minute follow each other without a gap or a double', async () => {
  const ids: string[] = []
  let cursor: string | null = null
  do {
    const page: Awaited<ReturnType<typeof eventCards>> = await eventCards(titled('again'), {
      limit: 2,
      cursor,
    })
    expect(page.events.length).toBeLessThanOrEqual(2)
    ids.push(...page.events.map(({ id }) => id))
    cursor = page.next
  } while (cursor)
  expect(ids).toHaveLength(5)
  expect(ids).toEqual([...new Set(ids)].sort())
})
