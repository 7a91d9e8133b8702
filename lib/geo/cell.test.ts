import fc from 'fast-check'
import { expect, it } from 'vitest'
import { snapToCell } from './cell'
import { distance } from './distance'
import { timeZoneAt } from './zone'

const position = fc.record({
  lat: fc.double({ min: -89.9, max: 89.9, noNaN: true }),
  lng: fc.double({ min: -180, max: 180, noNaN: true }),
})

it('moves nobody by more than the half diagonal of a cell, wherever they are', () => {
  fc.assert(
    fc.property(position, (at) => {
      expect(distance(at, snapToCell(at))).toBeLessThan(1200)
    }),
  )
})

it('is the same for everybody in a cell, and leaves a centre where it is', () => {
  fc.assert(
    fc.property(position, (at) => {
      const cell = snapToCell(at)
      expect(snapToCell(cell)).toEqual(cell)
    }),
  )
})

it('tells no more in the north than at the equator', () => {
  const width = (lat: number) => {
    const first = snapToCell({ lat, lng: 10 })
    const next = Array.from({ length: 200 }, (_, i) => snapToCell({ lat, lng: 10 + i / 1000 }))
    return distance(first, next.find(({ lng }) => lng !== first.lng) ?? first)
  }
  for (const lat of [0, 43.5, 60, 69]) {
    expect(width(lat)).toBeGreaterThan(1000)
    expect(width(lat)).toBeLessThan(1250)
  }
})

it('knows the zone of a place', () => {
  expect(timeZoneAt({ lat: 43.5513, lng: 7.0128 })).toBe('Europe/Paris')
  expect(timeZoneAt({ lat: 27.7172, lng: 85.324 })).toBe('Asia/Kathmandu')
  expect(timeZoneAt({ lat: -21.1, lng: 55.5 })).toBe('Indian/Reunion')
})
