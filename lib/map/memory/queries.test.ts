import { expect, it } from 'vitest'
import { Cells } from '@/lib/map/cells/rules'
import { Columns } from '@/lib/map/columns/rules'
import { Names } from '@/lib/map/names/rules'
import { Opening } from '@/lib/map/opening/rules'
import { NO_FILTERS } from '@/lib/map/rules'
import { tileFromMemory } from './queries'
import { EVENT_SHAPE, type MapMemory, SPACE_SHAPE } from './schema'

const now = new Date('2027-03-10T10:00:10Z')
const world = { z: 0, x: 0, y: 0 }
const title = { bytes: new Uint8Array(), from: 0, to: 0 }
/** More than are counted anew for every asker. */
const MANY = 6000

/** All but the first end far away; the first twenty seconds from now. */
async function crowded(): Promise<MapMemory> {
  const events = new Columns(EVENT_SHAPE, MANY)
  const zones = new Names()
  for (let i = 0; i < MANY; i++) put(events, i, i === 0 ? 20_000 : 3_600_000)
  return {
    ...{ spaces: new Columns(SPACE_SHAPE, 0), events: await events.resorted(async () => {}) },
    ...{ opening: new Opening(), zones, series: new Names() },
    ...{ people: new Cells(), wishes: new Cells(), working: new Map() },
  }
}

function put(events: Columns, id: number, ends: number) {
  const at = { lat: 43 + (id % 77) / 1000, lng: 7 }
  const starts = now.getTime() - 1000
  events.put({
    id: [0, 0, 0, id],
    ...at,
    title,
    facts: 1,
    whole: [0, 0],
    wide: [starts, starts + 1000 + ends],
  })
}

const countAt = async (memory: MapMemory, seconds: number) => {
  const at = new Date(now.getTime() + seconds * 1000)
  const { clusters } = await tileFromMemory(memory, world, NO_FILTERS, at)
  return clusters.reduce((sum, { count }) => sum + count, 0)
}

it('keeps what it counted in a wide tile until something ends, or is written', async () => {
  const memory = await crowded()
  expect(await countAt(memory, 0)).toBe(MANY)
  // Looked at behind its back, what is kept does not change.
  memory.events.wide.ends?.fill(0, 1, 2)
  expect(await countAt(memory, 10)).toBe(MANY)
  expect(await countAt(memory, 20)).toBe(MANY - 2)
  put(memory.events, MANY, 3_600_000)
  expect(await countAt(memory, 21)).toBe(MANY - 1)
  memory.events.remove([0, 0, 0, 77])
  expect(await countAt(memory, 22)).toBe(MANY - 2)
})

it('counts spaces by blocks as it would one by one, also after some are gone and some changed', async () => {
  const memory = await crowded()
  const unsorted = new Columns(SPACE_SHAPE, MANY)
  const space = (id: number, facts: number) => ({
    ...{ id: [0, 0, 0, id] as [number, number, number, number], title, facts, wide: [], whole: [0, 0, 0] },
    ...{ lat: 43 + (id % 7) / 1000, lng: 7 + (id % 11) / 1000 },
  })
  for (let id = 0; id < MANY; id++) unsorted.put(space(id, 1))
  const spaces = await unsorted.resorted(async () => {})
  const ask = async (kinds: ['coworking'] | ['cafe']) => {
    const filters = { ...NO_FILTERS, show: ['spaces' as const], kinds }
    const { clusters } = await tileFromMemory({ ...memory, spaces }, world, filters, now)
    return clusters[0]
  }
  const expected = (ids: number[]) => ({
    count: ids.length,
    lat: expect.closeTo(ids.reduce((sum, id) => sum + 43 + (id % 7) / 1000, 0) / ids.length, 6),
    lng: expect.closeTo(ids.reduce((sum, id) => sum + 7 + (id % 11) / 1000, 0) / ids.length, 6),
  })
  const all = Array.from({ length: MANY }, (_, id) => id)
  expect(await ask(['coworking'])).toMatchObject(expected(all))
  expect(await ask(['cafe'])).toBeUndefined()
  for (const id of all.slice(0, 50)) spaces.remove([0, 0, 0, id])
  for (const id of all.slice(50, 90)) spaces.put(space(id, 4))
  expect(await ask(['coworking'])).toMatchObject(expected(all.slice(90)))
  expect(await ask(['cafe'])).toMatchObject(expected(all.slice(50, 90)))
})
