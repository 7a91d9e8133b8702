import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Columns, has, LIVE } from './rules'
import type { Row, Shape } from './schema'

const shape: Shape = { whole: ['cost'], wide: ['starts'] }
const title = (bytes: Uint8Array) => ({ bytes, from: 0, to: bytes.length })
const row = (id: number, values: Partial<Row> = {}): Row => ({
  ...{ id: [1, 2, id % 3, id], lat: 43, lng: 7, facts: 0 },
  ...{ title: title(new TextEncoder().encode(`Café ${id}`)), whole: [id], wide: [id / 2] },
  ...values,
})
const uuid = (id: number) => `00000001-0000-0002-0000-000${id % 3}${id.toString(16).padStart(8, '0')}`

/** What is there, by its title. */
const told = (columns: Columns) =>
  Array.from({ length: columns.size }, (_, at) => at)
    .filter((at) => has(columns, at, LIVE))
    .map((at) => ({
      ...{ id: columns.idOf(at), title: columns.titleOf(at), cost: columns.whole.cost?.[at] },
      ...{ starts: columns.wide.starts?.[at], lat: columns.lat[at], lng: columns.lng[at] },
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1))

const steps = fc.array(
  fc.record({
    id: fc.integer({ min: 0, max: 30 }),
    lat: fc.constantFrom(43, 44, -17.8, 89),
    gone: fc.boolean(),
  }),
  { maxLength: 200 },
)

it('holds what was put last and not removed, sorted or not', async () => {
  await fc.assert(
    fc.asyncProperty(steps, fc.boolean(), async (all, sorting) => {
      let columns = new Columns(shape, 0)
      const known = new Map<number, number>()
      for (const { id, lat, gone } of all) {
        if (gone) columns.remove(row(id).id)
        else columns.put(row(id, { lat }))
        if (gone || lat === 89) known.delete(id)
        else known.set(id, lat)
        if (sorting && id === 7) columns = await columns.resorted(async () => {})
      }
      const expected = [...known].map(([id, lat]) => ({
        ...{ id: uuid(id), title: `Café ${id}`, cost: id, starts: id / 2 },
        ...{ lat: Math.round(lat * 1e7), lng: 70_000_000 },
      }))
      expect(told(columns)).toEqual(expected.sort((a, b) => (a.id < b.id ? -1 : 1)))
      expect(columns.count).toBe(known.size)
      const sorted = await columns.resorted(async () => {})
      expect(told(sorted)).toEqual(told(columns))
      expect(sorted.sorted).toBe(known.size)
      expect(Array.from(sorted.key.subarray(0, sorted.size))).toEqual(
        Array.from(sorted.key.subarray(0, sorted.size)).sort((a, b) => a - b),
      )
    }),
  )
})

it('says when it is full of rows, or of titles that nobody reads any more', () => {
  const columns = new Columns(shape, 0)
  for (let id = 0; id < 4096; id++) {
    expect(columns.isFull(1)).toBe(false)
    columns.put(row(id))
  }
  expect(columns.isFull(1)).toBe(true)
  const renamed = new Columns(shape, 0)
  const before = renamed.version
  for (let i = 0; i < 250; i++) renamed.put(row(1, { title: title(new Uint8Array(1000)) }))
  expect(renamed.version).toBeGreaterThan(before)
  expect(renamed.count).toBe(1)
  expect(renamed.isFull(1)).toBe(true)
})
