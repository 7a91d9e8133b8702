import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { EVENT_KINDS } from '@/lib/events/kinds/terms'
import { snapToCell } from '@/lib/geo/cell'
import { type Tile, tileAt } from '@/lib/geo/tiles'
import { NO_FILTERS } from '@/lib/map/rules'
import { FACTS, type Filters, KINDS, LAYERS } from '@/lib/map/terms'
import { tileFromDatabase, tilesWithin } from '@/lib/map/tiles/queries'
import type { MapTile } from '@/lib/map/tiles/schema'
import { wireOf } from '@/lib/map/wire/rules'
import type { SentTiles } from '@/lib/map/wire/schema'
import { INTERNET, NOISE, SOCKETS, SPACE_KINDS, WHEELCHAIR } from '@/lib/spaces/terms'
import { generator } from '@/lib/testing/crowd'
import { makeEvent, makeFreelancer, makeSpace } from '@/lib/testing/makers'
import { wishCell } from '@/lib/wishes/rules'
import { keepMap } from './keeper'
import { mapMemory, tileFromMemory } from './queries'

// A Wednesday, 11:00 in Paris.
const now = new Date('2027-03-10T10:00:00Z')
const HOUR = 3_600_000
const CANNES = { lat: 43.5513, lng: 7.0128 }
const world: Tile = { z: 0, x: 0, y: 0 }

const stopping = new AbortController()
let keeping: Promise<void>
let client: pg.Client
const random = generator(20_261_130)
const one = <T>(list: readonly T[]): T => list[random(list.length)] as T
const maybe = <T>(value: () => T): T | null => (random(3) === 0 ? null : value())

/** Around Cannes, in Fiji on the 180th meridian, or anywhere. Six decimals, as imports have them. */
function somewhere() {
  const at = (degrees: number) => Math.round(degrees * 1e6) / 1e6
  const spot = random(10)
  if (spot < 7) {
    const spread = one([0.001, 0.02, 0.3])
    const off = () => ((random(2_000_001) - 1_000_000) / 1e6) * spread
    return { lat: at(CANNES.lat + off()), lng: at(CANNES.lng + off()), timeZone: 'Europe/Paris' }
  }
  if (spot === 7) return { lat: -17.8, lng: one([179.999, -179.999, 180]), timeZone: 'Pacific/Fiji' }
  const [lat, lng] = [at(random(160) - 80), at(random(360) - 180)]
  return { lat, lng, timeZone: one(['America/New_York', 'Asia/Kathmandu', 'Europe/Paris']) }
}

const HOURS = [
  'Mo-Fr 09:00-18:00',
  '24/7',
  'Mo-Sa 10:00-02:00; PH off',
  'sunrise-sunset',
  'Su 08:00-12:00',
  'whenever',
]

const someSpace = () => ({
  ...{ kind: one(SPACE_KINDS), name: `Café ${random(1000)}`, ...somewhere(), country: one(['FR', '']) },
  ...{ openingHours: maybe(() => one(HOURS)), internet: maybe(() => one(INTERNET)) },
  ...{ wheelchair: maybe(() => one(WHEELCHAIR)), sockets: maybe(() => one(SOCKETS)) },
  ...{ noise: maybe(() => one(NOISE)), callsAllowed: maybe(() => random(2) === 0) },
  ...{ phoneBooths: maybe(() => random(2) === 0), fee: maybe(() => random(2) === 0) },
  ...{ priceDay: maybe(() => 500 * random(8)), priceHour: maybe(() => 100 * random(6)) },
  confirmedOn: maybe(() => new Date(one(['2025-03-09', '2025-03-10', '2025-03-11', '2027-01-01']))),
  ...{ trialDay: random(4) === 0, closedOn: random(10) === 0 ? now : null },
})

// At somebody's home, an event has to keep more rules than this.
const PUBLIC_KINDS = EVENT_KINDS.filter((kind) => kind !== 'home_table')

async function fill() {
  await db.space.createMany({ data: Array.from({ length: 250 }, someSpace) })
  const spaces = await db.space.findMany({ select: { id: true } })
  const organizerId = (await makeFreelancer()).id
  const series = await db.series.createManyAndReturn({
    data: Array.from({ length: 6 }, () => ({
      ...{ rule: 'FREQ=WEEKLY', startsOn: now, startMinute: 600, minutes: 60, timeZone: 'Europe/Paris' },
      ...{ values: {}, madeUntil: now, organizerId },
    })),
  })
  const event = (i: number) => {
    const startsAt = new Date(now.getTime() + (random(24 * 20) - 12) * HOUR)
    const unplaced = random(12) === 0
    const { lat, lng, timeZone } = somewhere()
    return {
      ...{ kind: one(PUBLIC_KINDS), title: `Sortie ${i}`, startsAt, timeZone, organizerId },
      endsAt: new Date(startsAt.getTime() + (1 + random(5)) * HOUR),
      ...(unplaced ? { onlineUrl: 'https://example.org' } : { lat, lng }),
      ...{ price: maybe(() => '5 €'), spaceId: maybe(() => one(spaces).id) },
      ...{ status: one(['published', 'published', 'published', 'draft', 'cancelled'] as const) },
      ...{ unlisted: random(12) === 0 },
      ...(random(3) === 0 ? { seriesId: one(series).id, recurrenceId: new Date(now.getTime() + i) } : {}),
      ...(random(4) === 0 ? GENTLE : {}),
    }
  }
  await db.event.createMany({ data: Array.from({ length: 250 }, (_, i) => event(i)) })
  for (let i = 0; i < 40; i++) {
    const cell = snapToCell(somewhere())
    const { id } = await makeFreelancer({
      ...{ visibility: one(['members', 'members', 'hidden'] as const), area: one(['Cannes', 'Nice']) },
      ...{ cellLat: cell.lat, cellLng: cell.lng },
    })
    const wish = wishCell(somewhere())
    const wishedAt = new Date(now.getTime() - random(80) * 24 * HOUR)
    await db.wish.create({
      data: { freelancerId: id, cellLat: wish.lat, cellLng: wish.lng, halfDays: 1, wishedAt },
    })
    const endsAt = new Date(now.getTime() + one([-3, 3, 3, 27]) * HOUR)
    await db.presence.create({
      data: { freelancerId: id, day: now, half: 'morning', spaceId: one(spaces.slice(0, 20)).id, endsAt },
    })
  }
}

const GENTLE = {
  ...{ quietPlace: true, leaveWhenever: true, noIntroductions: true, gentle: true },
  ...{ capacity: 8, listVisibility: 'hosts' as const },
}

let early: SentTiles

beforeAll(async () => {
  early = await tilesWithin({ ...CANNES, zoom: 13 }, NO_FILTERS, now)
  await fill()
  keeping = keepMap({ signal: stopping.signal })
  client = new pg.Client({ connectionString: env().databaseUrl })
  await client.connect()
  await vi.waitFor(() => expect(mapMemory()).not.toBeNull(), { timeout: 20_000 })
})
afterAll(async () => {
  stopping.abort()
  await keeping
  await client.end()
})

async function fromMemory(tile: Tile, filters: Filters, at = now): Promise<MapTile> {
  const memory = mapMemory()
  if (!memory) throw new Error('the map is not in memory')
  return tileFromMemory(memory, tile, filters, at)
}

const filters = fc.record({
  ...Object.fromEntries(
    FACTS.map((fact) => [fact, fc.oneof({ weight: 5, arbitrary: fc.constant(false) }, fc.constant(true))]),
  ),
  show: fc.subarray([...LAYERS], { minLength: 1 }),
  kinds: fc.oneof(fc.constant([]), fc.subarray(KINDS, { maxLength: 3 })),
  when: fc.constantFrom('any', 'any', 'today', 'week', 'weekend', '2027-03-14', '2027-03-01'),
  openAt: fc.oneof(
    { weight: 5, arbitrary: fc.constant(null) },
    fc.constantFrom('2027-03-13T12:30', '2027-03-28T02:30', '2027-07-14T19:00'),
  ),
  maxPrice: fc.oneof({ weight: 5, arbitrary: fc.constant(null) }, fc.integer({ min: 1, max: 40 })),
}) as unknown as fc.Arbitrary<Filters>

const tiles = fc
  .tuple(fc.integer({ min: 0, max: 19 }), fc.constantFrom(CANNES, { lat: -17.8, lng: 179.9999 }), fc.nat(3))
  .map(([z, at, off]): Tile => {
    const { x, y } = tileAt(at, z)
    return { z, x: Math.max(0, x - (off & 1)), y: Math.max(0, y - (off >> 1)) }
  })

it('sends what a phone shows with a page, once it is in memory', async () => {
  expect(early).toEqual({ filters: '', tiles: [] })
  const { filters, tiles } = await tilesWithin({ ...CANNES, zoom: 13 }, { ...NO_FILTERS, wifi: true }, now)
  expect(filters).toBe('wifi=1')
  expect(tiles.length).toBeLessThanOrEqual(4)
  const middle = tiles.find(({ tile }) => isDeepStrictEqual(tile, tileAt(CANNES, 12)))
  const same = await fromMemory(tileAt(CANNES, 12), { ...NO_FILTERS, wifi: true })
  expect(middle?.wire).toEqual(wireOf(tileAt(CANNES, 12), same))
})

/** Waits until memory says of these tiles what the database says: a write shows within two seconds. */
async function inStep(tiles = [world, tileAt(CANNES, 9), tileAt(CANNES, 13)]): Promise<void> {
  const asked = [NO_FILTERS, { ...NO_FILTERS, wifi: true }, { ...NO_FILTERS, open: true, sockets: true }]
  const both = (say: (tile: Tile, filters: Filters) => Promise<MapTile>) =>
    Promise.all(tiles.flatMap((tile) => asked.map((filters) => say(tile, filters))))
  const told = await both((tile, filters) => tileFromDatabase(tile, filters, now))
  await expect.poll(() => both(fromMemory), { timeout: 2000, interval: 20 }).toEqual(told)
}

describe('the map in memory', () => {
  it('says what the database says, in every tile and under any filters', async () => {
    await fc.assert(
      fc.asyncProperty(tiles, filters, fc.integer({ min: 0, max: 40 }), async (tile, asked, hours) => {
        const at = new Date(now.getTime() + hours * HOUR)
        expect(await fromMemory(tile, asked, at)).toEqual(await tileFromDatabase(tile, asked, at))
      }),
      { numRuns: 200 },
    )
  })

  it('keeps in step with everything that is written', async () => {
    const id = async (table: 'space' | 'event') =>
      table === 'space'
        ? (await db.space.findFirstOrThrow({ where: { closedOn: null }, skip: random(100) })).id
        : (await db.event.findFirstOrThrow({ where: { status: 'published' }, skip: random(60) })).id
    await inStep()
    const space = await makeSpace({ ...CANNES, name: 'Nouveau', internet: 'no' })
    const event = await makeEvent({
      ...{ ...CANNES, spaceId: space.id, startsAt: new Date(now.getTime() + HOUR) },
      endsAt: new Date(now.getTime() + 3 * HOUR),
    })
    await inStep()
    // Its event has wifi now, too, though nothing was written to it.
    await db.space.update({
      where: { id: space.id },
      data: { internet: 'wlan', openingHours: 'Mo-Su 00:00-24:00' },
    })
    await inStep()
    await db.space.update({ where: { id: await id('space') }, data: { lat: 43.56, lng: 7.03 } })
    await db.space.update({ where: { id: await id('space') }, data: { closedOn: now } })
    const hourOn = new Date(now.getTime() + 3_600_000)
    await db.space.updateMany({ where: { kind: 'cafe' }, data: { openingHours: '24/7', wheelchair: 'no' } })
    await db.event.update({ where: { id: await id('event') }, data: { status: 'cancelled' } })
    await db.event.update({ where: { id: await id('event') }, data: { startsAt: now, endsAt: hourOn } })
    await inStep()
    await db.event.delete({ where: { id: event.id } })
    await db.space.delete({ where: { id: space.id } })
    await db.freelancer.updateMany({
      where: { visibility: 'members', area: 'Nice' },
      data: { visibility: 'hidden' },
    })
    await inStep()
    await db.wish.deleteMany({ where: { wishedAt: { gt: new Date(now.getTime() - 20 * 24 * HOUR) } } })
    await inStep()
    await db.presence.deleteMany({ where: { endsAt: new Date(now.getTime() + 27 * HOUR) } })
    await inStep()
  })

  it('misses nothing that was written by a transaction that began before others and ended after them', async () => {
    await client.query('BEGIN')
    await client.query(`UPDATE spaces SET name = 'late' WHERE id = (SELECT min(id::text)::uuid FROM spaces)`)
    await makeSpace({ ...CANNES, name: 'early' })
    await inStep()
    await client.query('COMMIT')
    await inStep()
  })

  it('takes in a crowd that one statement writes, and one that it moves', async () => {
    const before = mapMemory()
    await client.query(
      `INSERT INTO spaces (id, kind, name, lat, lng, time_zone, updated_at)
       SELECT uuid_v7(), 'cafe', 'Foule ' || i, 43 + i / 1e5, 7 + i / 2e5, 'Europe/Paris', now()
       FROM generate_series(1, 12000) AS i`,
    )
    await inStep([tileAt(CANNES, 6)])
    await client.query(`UPDATE spaces SET lat = lat + 0.001 WHERE name LIKE 'Foule%'`)
    await inStep([tileAt(CANNES, 6)])
    expect(mapMemory()).toBe(before)
  })

  it.each([
    { what: 'one statement', statements: [100_001] },
    { what: 'one transaction', statements: [60_000, 60_000] },
  ])('reads all anew where $what writes more than is worth naming', async ({ statements }) => {
    const before = mapMemory()
    const ids = '(SELECT array_agg(uuid_v7()) FROM generate_series(1, $1::int))'
    await client.query('BEGIN')
    for (const rows of statements) await client.query(`SELECT map_note('spaces', ${ids})`, [rows])
    await client.query('COMMIT')
    await expect.poll(mapMemory).not.toBe(before)
    await inStep()
  })

  it('catches up with what it missed while its connection was cut', async () => {
    const before = mapMemory()
    await client.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'cafetiere map'`,
    )
    await makeSpace({ ...CANNES, name: 'meanwhile' })
    await inStep()
    expect(mapMemory()).toBe(before)
  })

  it('reads all anew what it fails at twice', async () => {
    const before = mapMemory()
    // Nobody writes this: a cell that is none.
    await client.query(`INSERT INTO map_changes (layer, lat, lng) VALUES ('people', 'NaN', 'NaN')`)
    await makeSpace({ ...CANNES, name: 'after all' })
    await expect.poll(mapMemory, { timeout: 10_000 }).not.toBe(before)
    await inStep()
  })

  it('sees a table that is emptied', async () => {
    await client.query('TRUNCATE presences, wishes')
    await inStep()
  })
})
