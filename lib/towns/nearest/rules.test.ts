import fc from 'fast-check'
import { expect, it } from 'vitest'
import { distance } from '@/lib/geo/distance'
import type { LatLng } from '@/lib/geo/types'
import { finderOf } from './rules'

const point = (degrees: number) =>
  fc.record({
    lat: fc.double({ min: 45, max: 45 + degrees, noNaN: true }),
    lng: fc
      .double({ min: 179.5, max: 179.5 + degrees, noNaN: true })
      .map((lng) => (lng > 180 ? lng - 360 : lng)),
  })

const columns = (points: LatLng[]) => ({
  lat: points.map(({ lat }) => lat),
  lng: points.map(({ lng }) => lng),
})

it('finds whom looking at all of them finds, close together and far apart, across the date line', () => {
  for (const degrees of [0.1, 1])
    fc.assert(
      fc.property(fc.array(point(degrees), { minLength: 1, maxLength: 40 }), point(degrees), (points, at) => {
        const found = points[finderOf(columns(points))(at) ?? -1]
        const nearest = Math.min(...points.map((one) => distance(one, at)))
        expect(found && distance(found, at)).toBeCloseTo(nearest, 3)
      }),
    )
})

it('finds nobody beyond 150 km or so', () => {
  const nearest = finderOf({ lat: [10], lng: [10] })
  expect(nearest({ lat: 10, lng: 10.9 })).toBe(0)
  expect(nearest({ lat: 12.5, lng: 10 })).toBeNull()
})
