import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Disc, haveCommonPoint } from './discs'
import { distance } from './distance'

const nice = { lat: 43.7034, lng: 7.2663 }
const cannes = { lat: 43.5513, lng: 7.0128 }
const antibes = { lat: 43.5804, lng: 7.1251 }

it('two discs have a point in common when they are no further apart than both radii', () => {
  const apart = distance(nice, cannes) / 1000
  const reach = (km: number) =>
    haveCommonPoint([
      { ...nice, km: 10 },
      { ...cannes, km },
    ])
  expect(reach(apart - 10 + 0.1)).toBe(true)
  expect(reach(apart - 10 - 0.1)).toBe(false)
  expect(
    haveCommonPoint([
      { ...nice, km: 0 },
      { ...nice, km: 0 },
    ]),
  ).toBe(true)
  expect(
    haveCommonPoint([
      { ...nice, km: 50 },
      { ...cannes, km: 1 },
    ]),
  ).toBe(true)
})

it('three that meet two by two may still have none', () => {
  // An equilateral triangle of 10 km: its middle is 5.77 km from each corner.
  const corners = [
    { lat: 0, lng: 0 },
    { lat: 0, lng: 10 / 111.195 },
    { lat: (10 * Math.sqrt(0.75)) / 111.195, lng: 5 / 111.195 },
  ]
  const all = (km: number) => haveCommonPoint(corners.map((corner) => ({ ...corner, km })))
  expect(all(5.5)).toBe(false)
  expect(all(5.8)).toBe(true)
  const alone = [
    { ...nice, km: 12 },
    { ...cannes, km: 15 },
    { ...antibes, km: 0.1 },
  ]
  expect(haveCommonPoint(alone)).toBe(distance(nice, antibes) < 12_100)
})

it('works over the antimeridian', () => {
  const [west, east] = [
    { lat: 10, lng: 179.99 },
    { lat: 10, lng: -179.99 },
  ]
  expect(
    haveCommonPoint([
      { ...west, km: 1.2 },
      { ...east, km: 1.2 },
    ]),
  ).toBe(true)
  expect(
    haveCommonPoint([
      { ...west, km: 1 },
      { ...east, km: 1 },
    ]),
  ).toBe(false)
})

const disc: fc.Arbitrary<Disc> = fc.record({
  lat: fc.integer({ min: 0, max: 20 }).map((step) => 43 + step / 50),
  lng: fc.integer({ min: 0, max: 20 }).map((step) => 7 + step / 50),
  km: fc.integer({ min: 1, max: 20 }),
})

it('finds a point whenever a search on a fine grid does', () => {
  fc.assert(
    fc.property(fc.array(disc, { minLength: 3, maxLength: 3 }), (discs) => {
      const steps = Array.from({ length: 41 }, (_, i) => 42.9 + i / 66)
      const found = steps.some((lat) =>
        steps.some((step) =>
          discs.every((one) => distance(one, { lat, lng: step - 36 }) < one.km * 1000 - 50),
        ),
      )
      if (found) expect(haveCommonPoint(discs)).toBe(true)
    }),
    { numRuns: 60 },
  )
})
