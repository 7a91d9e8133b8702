import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { aroundView, contains, wrap } from '@/lib/geo/bbox'
import { distance } from '@/lib/geo/distance'
import type { BBox, LatLng } from '@/lib/geo/types'
import { NO_FILTERS } from '@/lib/map/rules'
import type { Filters } from '@/lib/map/terms'
import { isOpen } from '@/lib/spaces/hours/rules'
import { findSpaces } from '@/lib/spaces/queries'
import { generator } from '@/lib/testing/crowd'

// A Wednesday, 10 h in Paris.
const now = new Date('2027-03-10T09:00:00Z')
const LIMIT = 40
const random = generator(11)
const share = () => random(1_000_000) / 1_000_000

type Spread = (middle: LatLng) => LatLng
/** Degrees each way. */
const even =
  (reach: number): Spread =>
  ({ lat, lng }) => ({ lat: lat + reach * (2 * share() - 1), lng: lng + reach * (2 * share() - 1) })
/** From centimetres to some kilometres away, the denser the nearer. */
const dense: Spread = (middle) => even(0.0000001 * 10 ** (6 * share()))(middle)
const heap: Spread = (middle) => middle

type World = { middle: LatLng; count: number; spread: Spread[]; stale: number; bbox?: BBox }

/** Each far from the others. */
const WORLDS: Record<string, World> = {
  'a dense town': { middle: { lat: 43.7, lng: 7.26 }, count: 900, spread: [dense], stale: 0.2 },
  'one where all but a few are stale': {
    ...{ middle: { lat: -20, lng: -70 }, count: 500, spread: [dense], stale: 0.97 },
  },
  'a village': { middle: { lat: 5, lng: 30 }, count: 30, spread: [even(0.05)], stale: 0.3 },
  'a crowd at one spot': { middle: { lat: 60, lng: 90 }, count: 200, spread: [heap, even(0.05)], stale: 0.1 },
  'a crowd away from the middle': {
    ...{ middle: { lat: 30, lng: -150 }, count: 300, stale: 0.1 },
    spread: [({ lat, lng }) => even(0.0001)({ lat: lat + 0.03, lng: lng - 0.04 }), even(0.05)],
  },
  'the far north': { middle: { lat: 84, lng: 15 }, count: 300, spread: [dense, even(0.03)], stale: 0.2 },
  'a town on the 180th meridian': {
    ...{ middle: { lat: -16.8, lng: 179.9997 }, count: 300, spread: [dense], stale: 0.2 },
  },
  'a continent': {
    ...{ middle: { lat: -45, lng: 60 }, count: 500, spread: [even(8), dense], stale: 0.2 },
    bbox: { west: 50, south: -55, east: 70, north: -35 },
  },
  'an ocean': {
    ...{ middle: { lat: 20, lng: -178 }, count: 300, spread: [even(8), dense], stale: 0.2 },
    bbox: { west: 172, south: 10, east: -168, north: 30 },
  },
}

const HOURS = ['Mo-Fr 09:00-18:00', 'Tu-Sa 14:00-22:00', 'sunrise-sunset', '24/7', null]
const one = <Value>(values: readonly Value[]) => values[random(values.length)] as Value

beforeAll(async () => {
  for (const { middle, count, spread, stale } of Object.values(WORLDS))
    await db.space.createMany({
      data: Array.from({ length: count }, () => {
        const { lat, lng } = one(spread)(middle)
        return {
          ...{ id: randomUUID(), name: 'Somewhere', country: '', timeZone: 'Europe/Paris' },
          ...{ lat, lng: wrap(lng) },
          kind: one(['cafe', 'library', 'coworking'] as const),
          openingHours: one(HOURS),
          internet: one(['wlan', 'yes', 'no', null] as const),
          noise: one(['quiet', 'murmur', null] as const),
          confirmedOn: new Date(share() < stale ? '2024-01-01' : '2027-01-01'),
          closedOn: share() < 0.05 ? new Date('2026-01-01') : null,
        }
      }),
    })
  await db.$executeRaw`ANALYZE spaces`
})

const viewOf = ({ middle, bbox }: World): BBox =>
  bbox ?? aroundView({ ...middle, zoom: 13 }, { width: 640, height: 640 })

type Space = Awaited<ReturnType<typeof allIn>>[number]
const allIn = async (bbox: BBox) =>
  (await db.space.findMany({ where: { closedOn: null } })).filter((space) => contains(bbox, space))

const QUESTIONS: { filters?: Partial<Filters>; within?: number; takes: (space: Space) => boolean }[] = [
  { takes: () => true },
  { filters: { kinds: ['library'] }, takes: ({ kind }) => kind === 'library' },
  {
    filters: { wifi: true, quiet: true },
    takes: ({ internet, noise }) => (internet === 'wlan' || internet === 'yes') && noise === 'quiet',
  },
  { filters: { open: true }, takes: (space) => isOpen(space.openingHours, space.timeZone, now, space) },
  {
    filters: { open: true, late: true, kinds: ['cafe'] },
    takes: ({ openingHours, kind }) => openingHours === '24/7' && kind === 'cafe',
  },
]

test.for(Object.entries(WORLDS))(
  'the nearest, page by page, are all there is in order: %s',
  async ([, world]) => {
    const bbox = viewOf(world)
    const there = await allIn(bbox)
    expect(there.length).toBeGreaterThan(world.count / 4)
    for (const { filters, takes } of QUESTIONS)
      for (const within of [undefined, 700]) {
        const listed: string[] = []
        let cursor: string | null = null
        do {
          const page: Awaited<ReturnType<typeof findSpaces>> = await findSpaces({
            ...{ bbox, near: world.middle, now, limit: LIMIT, cursor },
            ...{ filters: { ...NO_FILTERS, ...filters }, ...(within ? { within } : {}) },
          })
          listed.push(...page.spaces.map(({ id }) => id))
          cursor = page.next
        } while (cursor)
        const metres = (space: LatLng) => distance(world.middle, space)
        const isStale = ({ confirmedOn }: Space) => Number(confirmedOn?.getFullYear() === 2024)
        const expected = there
          .filter((space) => takes(space) && (!within || metres(space) <= within))
          .toSorted((a, b) => isStale(a) - isStale(b) || metres(a) - metres(b) || (a.id < b.id ? -1 : 1))
        expect(listed).toEqual(expected.map(({ id }) => id))
      }
  },
)
