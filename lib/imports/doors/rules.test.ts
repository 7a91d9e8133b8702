import fc from 'fast-check'
import { expect, it } from 'vitest'
import { distance } from '@/lib/geo/distance'
import { ASTRAY, type Place } from '@/lib/imports/doubles/rules'
import { doorsAround, doorsOf } from './rules'

const place = (values: Partial<Place>): Place => ({
  ...{ source: 'aix', externalId: '1', kind: 'coworking', name: 'La Ruche', approximate: false },
  ...{ point: { lat: 43.5, lng: 5.4 }, street: '12, rue du Port', city: 'Aix', postcode: '13100' },
  ...values,
})

it('finds whatever has its number in its town within reach, wherever squares end', () => {
  const at = fc.record({
    lat: fc.double({ min: -80, max: 80, noNaN: true }),
    lng: fc.double({ min: -179, max: 179, noNaN: true }),
    north: fc.double({ min: -0.026, max: 0.026, noNaN: true }),
    east: fc.double({ min: -0.026, max: 0.026, noNaN: true }),
  })
  fc.assert(
    fc.property(at, ({ lat, lng, north, east }) => {
      const here = place({ point: { lat, lng } })
      const there = place({
        point: { lat: lat + north, lng: lng + east },
        street: '12 quai Vieux',
        city: 'AIX',
      })
      fc.pre(distance(here.point, there.point) <= ASTRAY)
      const [{ city, postcode }, around] = [doorsOf(there), doorsAround(here)]
      expect(around.city).toContain(city)
      expect(around.postcode).toContain(postcode)
    }),
  )
})

it('is none without a number, and tells numbers, towns and far squares apart', () => {
  expect(doorsOf(place({ street: 'rue du Port' }))).toEqual({ city: null, postcode: null })
  expect(doorsOf(place({ city: '' }))).toEqual({ city: null, postcode: expect.any(Number) })
  expect(doorsAround(place({ street: '' }))).toEqual({ city: [], postcode: [] })
  const { city } = doorsOf(place({}))
  for (const other of [{ street: '13 rue du Port' }, { city: 'Arles' }, { point: { lat: 43.7, lng: 5.4 } }])
    expect(doorsAround(place(other)).city).not.toContain(city)
})
