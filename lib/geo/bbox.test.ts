import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aroundView, boxAround, boxes, contains, latitudeOf, mercatorY, parseBBox, wrap } from './bbox'
import { distance } from './distance'

describe('parseBBox', () => {
  it('reads west, south, east, north', () => {
    expect(parseBBox('6.9,43.5,7.1,43.6')).toEqual({ west: 6.9, south: 43.5, east: 7.1, north: 43.6 })
    expect(parseBBox(' -180, -90 ,180,90')).not.toBeNull()
  })

  it.each([
    '',
    '1,2,3',
    '1,2,3,4,5',
    'a,b,c,d',
    '1,2,,4',
    '0,50,1,40',
    '-181,0,0,1',
    '0,0,1,91',
    'NaN,0,1,1',
  ])('refuses %j', (text) => {
    expect(parseBBox(text)).toBeNull()
  })

  it('lets a box span the antimeridian', () => {
    expect(parseBBox('170,-20,-170,-10')).toEqual({ west: 170, south: -20, east: -170, north: -10 })
  })
})

describe('boxes', () => {
  it('splits a box at the antimeridian, and leaves the others whole', () => {
    const fiji = { west: 177, south: -19, east: -178, north: -16 }
    expect(boxes(fiji)).toEqual([
      { ...fiji, east: 180 },
      { ...fiji, west: -180 },
    ])
    expect(contains(fiji, { lat: -17, lng: 179.9 })).toBe(true)
    expect(contains(fiji, { lat: -17, lng: -179.9 })).toBe(true)
    expect(contains(fiji, { lat: -17, lng: 0 })).toBe(false)
    expect(boxes({ west: 1, south: 2, east: 3, north: 4 })).toHaveLength(1)
  })
})

describe('aroundView', () => {
  const size = { width: 390, height: 844 }

  it('holds its centre', () => {
    const latitude = fc.double({ min: -80, max: 80, noNaN: true })
    const longitude = fc.double({ min: -180, max: 180, noNaN: true })
    fc.assert(
      fc.property(latitude, longitude, fc.integer({ min: 0, max: 19 }), (lat, lng, zoom) => {
        expect(contains(aroundView({ lat, lng, zoom }, size), { lat, lng })).toBe(true)
      }),
    )
  })

  it('shows about 5.4 km across a phone in Cannes at zoom 13', () => {
    const { west, east } = aroundView({ lat: 43.55, lng: 7.01, zoom: 13 }, size)
    expect((east - west) * 111.32 * Math.cos((43.55 * Math.PI) / 180)).toBeCloseTo(5.4, 1)
  })

  it('is the whole world when that is smaller than the screen', () => {
    expect(aroundView({ lat: 0, lng: 170, zoom: 0 }, size)).toMatchObject({ west: -180, east: 180 })
  })
})

it('wraps longitudes, and Mercator has an inverse', () => {
  expect(wrap(190)).toBe(-170)
  expect(wrap(-190)).toBe(170)
  expect(wrap(180)).toBe(180)
  for (const lat of [-80, -1, 0, 43.55, 85]) expect(latitudeOf(mercatorY(lat))).toBeCloseTo(lat, 9)
})

describe('boxAround', () => {
  it('holds all that is within reach, and is no wider than it must be', () => {
    const lat = fc.double({ min: -89, max: 89, noNaN: true })
    const lng = fc.double({ min: -180, max: 180, noNaN: true })
    fc.assert(
      fc.property(lat, lng, lat, lng, fc.integer({ min: 1, max: 2_000_000 }), (a, b, c, d, metres) => {
        const [centre, point] = [
          { lat: a, lng: b },
          { lat: c, lng: d },
        ]
        return distance(centre, point) > metres || contains(boxAround(centre, metres), point)
      }),
    )
    const { west, east, north } = boxAround({ lat: 43.5, lng: 7 }, 15_000)
    expect(distance({ lat: 43.5, lng: 7 }, { lat: north, lng: 7 })).toBeCloseTo(15_000, 0)
    expect(distance({ lat: 43.5, lng: west }, { lat: 43.5, lng: east })).toBeGreaterThan(29_990)
    expect(distance({ lat: 43.5, lng: west }, { lat: 43.5, lng: east })).toBeLessThan(30_010)
    expect(boxAround({ lat: 89.99, lng: 0 }, 15_000)).toMatchObject({ west: -180, east: 180, north: 90 })
  })
})
