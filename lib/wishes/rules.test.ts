import fc from 'fast-check'
import { expect, it } from 'vitest'
import { distance } from '@/lib/geo/distance'
import { fadesAt, freshSince, halfDaysIn, suits, wishCell, withinReach } from './rules'

const position = fc.record({
  lat: fc.double({ min: -70, max: 70, noNaN: true }),
  lng: fc.double({ min: -179, max: 179, noNaN: true }),
})

it('knows nobody nearer than a cell of five kilometres', () => {
  fc.assert(
    fc.property(position, (at) => {
      const cell = wishCell(at)
      expect(wishCell(cell)).toEqual(cell)
      expect(distance(at, cell)).toBeLessThan(3800)
    }),
  )
  expect(wishCell({ lat: 43.55, lng: 7.01 })).toEqual(wishCell({ lat: 43.5501, lng: 7.0101 }))
})

it('has within reach the cells that touch, and none that are two apart', () => {
  fc.assert(
    fc.property(position, (at) => {
      const cell = wishCell(at)
      const step = (north: number, east: number) =>
        wishCell({
          lat: cell.lat + north * 0.045,
          lng: cell.lng + (east * 0.045) / Math.cos((cell.lat * Math.PI) / 180),
        })
      for (const [north, east] of [
        [1, 0],
        [-1, 0],
        [0, 1],
        [0, -1],
      ])
        expect(withinReach(cell, step(north ?? 0, east ?? 0))).toBe(true)
      expect(withinReach(cell, step(2, 0))).toBe(false)
      expect(withinReach(cell, step(0, 2))).toBe(false)
    }),
  )
})

it('fades after sixty days', () => {
  const wishedAt = new Date('2026-09-01T08:00:00Z')
  expect(fadesAt(wishedAt)).toEqual(new Date('2026-10-31T08:00:00Z'))
  expect(freshSince(fadesAt(wishedAt))).toEqual(wishedAt)
})

it('reads half-days off a mask', () => {
  expect(halfDaysIn(0b11)).toEqual([0, 1])
  expect(halfDaysIn(1 << 13)).toEqual([13])
  expect(halfDaysIn(2 ** 14 - 1)).toHaveLength(14)
  expect([suits(0b10, 0), suits(0b10, 1)]).toEqual([false, true])
})
