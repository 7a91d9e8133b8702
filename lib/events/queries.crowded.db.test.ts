import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { db } from '@/lib/db'
import type { EventKind } from '@/lib/events/kinds/terms'
import type { BBox } from '@/lib/geo/types'
import { Columns } from '@/lib/map/columns/rules'
import { idOf } from '@/lib/map/loading/rules'
import { keepInReach, outingsAround } from '@/lib/map/memory/queries'
import { EVENT_SHAPE, type MapMemory } from '@/lib/map/memory/schema'
import { NO_FILTERS } from '@/lib/map/rules'
import type { Filters } from '@/lib/map/terms'
import { generator } from '@/lib/testing/crowd'
import { makeFreelancer } from '@/lib/testing/makers'
import { countingStatements } from '@/lib/testing/statements'
import { eventsBetween, findEvents, upcomingEvents } from './queries'

const now = new Date('2027-03-10T09:00:00Z')
const HOUR = 3_600_000
const middle = { lat: 43.55, lng: 7 }
const bbox = { west: 6.95, south: 43.5, east: 7.05, north: 43.6 }
const empty = { west: 6.95, south: 43.595, east: 7.05, north: 43.6 }
const LIMIT = 7
const HERE = 300
const ELSEWHERE = 100

const random = generator(5)
const share = () => random(1_000_000) / 1_000_000
const title = { bytes: new Uint8Array(), from: 0, to: 0 }

let memory: MapMemory

beforeAll(async () => {
  const organizerId = (await makeFreelancer()).id
  const series = Array.from({ length: 10 }, () => randomUUID())
  await db.series.createMany({
    data: series.map((id) => ({
      ...{ id, organizerId, rule: 'FREQ=DAILY', startsOn: now, startMinute: 540, minutes: 60 },
      ...{ timeZone: 'Europe/Paris', values: {}, madeUntil: now },
    })),
  })
  const events = Array.from({ length: HERE + ELSEWHERE }, (_, n) => {
    // Some began before now, some are over, some begin together, and a third are dates of a series.
    const startsAt = new Date(now.getTime() + (random(250) - 10) * HOUR)
    const at = n < HERE ? middle : { lat: 48.85, lng: 2.35 }
    return {
      ...{ id: randomUUID(), title: 'Coffee', organizerId, timeZone: 'Europe/Paris', startsAt },
      endsAt: new Date(startsAt.getTime() + 3 * HOUR),
      ...{ lat: at.lat + 0.08 * (share() - 0.5), lng: at.lng + 0.08 * (share() - 0.5) },
      kind:
        n % 100 === 0 ? ('workshop' as const) : n % 2 === 0 ? ('lunch' as const) : ('open_coffee' as const),
      ...(n % 3 === 0 ? { seriesId: series[n % 10] ?? null, recurrenceId: new Date(n * HOUR) } : {}),
    }
  })
  await db.event.createMany({ data: events })
  const columns = new Columns(EVENT_SHAPE, events.length)
  for (const { id, lat, lng } of events)
    columns.put({ id: idOf(id), lat, lng, title, facts: 1, whole: [0, 0], wide: [0, 0] })
  memory = { events: await columns.resorted(async () => {}) } as MapMemory
})
afterAll(() => keepInReach(null))

const asked = { now, timeZone: 'Europe/Paris', near: middle, limit: LIMIT }
type Page = { filters: Filters; bbox: BBox; cursor: string | null }
const LISTS = {
  'around a place': (page: Page) => findEvents({ ...asked, ...page }),
  'the agenda': (page: Page) => upcomingEvents({ ...asked, ...page }),
  'between two moments': ({ filters: { kinds }, bbox, cursor }: Page) =>
    eventsBetween({
      ...{ bbox, cursor, limit: LIMIT, kinds: kinds as EventKind[] },
      ...{ from: now, to: new Date(now.getTime() + 150 * HOUR) },
    }),
}

async function allPages(list: (page: Page) => ReturnType<typeof findEvents>, page: Omit<Page, 'cursor'>) {
  const ids: string[] = []
  let cursor: string | null = null
  do {
    const { events, next }: Awaited<ReturnType<typeof findEvents>> = await list({ ...page, cursor })
    ids.push(...events.map(({ id }) => id))
    cursor = next
  } while (cursor)
  return ids
}

test.for(Object.entries(LISTS))('a crowded box is listed as if it were read whole: %s', async ([, list]) => {
  for (const kinds of [[], ['lunch'], ['workshop']] as EventKind[][])
    for (const box of [bbox, empty]) {
      const page = { filters: { ...NO_FILTERS, kinds }, bbox: box }
      keepInReach(null)
      const whole = await allPages(list, page)
      keepInReach(memory)
      expect(await allPages(list, page)).toEqual(whole)
      keepInReach(null)
    }
})

test('one statement for a page among the soonest of everywhere, another where it is not', async () => {
  keepInReach(memory)
  expect(outingsAround(bbox)).toEqual({ here: HERE, all: HERE + ELSEWHERE })
  const statements = async (kinds: EventKind[]) => {
    const page = { ...asked, bbox, filters: { ...NO_FILTERS, kinds } }
    return (await countingStatements(() => findEvents(page)))[1]
  }
  expect(await statements([])).toBe(1)
  expect(await statements(['workshop'])).toBe(2)
})
