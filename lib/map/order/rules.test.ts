import fc from 'fast-check'
import { expect, it } from 'vitest'
import { tileAt } from '@/lib/geo/tiles'
import { GRID } from '@/lib/map/tiles/rules'
import { CELL_AT, firstNotBelow, keyOf, ordered, stretchOf } from './rules'

const places = fc.record({
  lat: fc.double({ min: -85, max: 85, noNaN: true }),
  lng: fc.double({ min: -180, max: 179.999, noNaN: true }),
})

it('finds a place in the stretch of its tile and of its cell, at every zoom', () => {
  fc.assert(
    fc.property(places, fc.integer({ min: 0, max: 19 }), (place, z) => {
      const tile = tileAt(place, z)
      const { from, to, cell: length } = stretchOf(tile)
      const key = keyOf(place.lat, place.lng)
      expect(key).toBeGreaterThanOrEqual(from)
      expect(key).toBeLessThan(to)
      const { x, y } = tileAt(place, z + 3)
      expect(CELL_AT[Math.floor((key - from) / length)]).toEqual({
        gx: x - tile.x * GRID,
        gy: y - tile.y * GRID,
      })
    }),
  )
})

it('leaves out what no map shows, and puts the 180th meridian at the end', () => {
  expect(keyOf(85.06, 0)).toBe(-1)
  expect(keyOf(-90, 0)).toBe(-1)
  expect(keyOf(Number.NaN, 0)).toBe(-1)
  expect(keyOf(-85.05112878, 180)).toBe(2 ** 52 - 1)
})

it('orders rows as a sort would, and finds the first of a stretch', async () => {
  const keys = fc.array(fc.integer({ min: 0, max: 2 ** 52 - 1 }), { maxLength: 300 })
  await fc.assert(
    fc.asyncProperty(keys, fc.integer({ min: 0, max: 2 ** 52 - 1 }), async (all, key) => {
      const rows = Uint32Array.from(all, (_, row) => row)
      const order = await ordered(Float64Array.from(all), rows, async () => {})
      const sorted = Array.from(order, (row) => all[row] as number)
      expect(sorted).toEqual(all.toSorted((a, b) => a - b))
      expect(firstNotBelow(sorted, key, sorted.length)).toBe(all.filter((one) => one < key).length)
    }),
  )
})
