import { describe, expect, it } from 'vitest'
import { centreOf, centreOfBox, flawOf } from './rules'

describe('centreOf', () => {
  it.each([
    [
      { type: 'Point', coordinates: [7.01, 43.55] },
      { lat: 43.55, lng: 7.01 },
    ],
    [
      { type: 'Point', coordinates: [7.01, 43.55, 12] },
      { lat: 43.55, lng: 7.01 },
    ],
    [
      {
        type: 'Polygon',
        coordinates: [
          [
            [6, 40],
            [8, 40],
            [8, 44],
            [6, 40],
          ],
        ],
      },
      { lat: 42, lng: 7 },
    ],
    [
      {
        type: 'MultiPolygon',
        coordinates: [
          [
            [
              [0, 0],
              [1, 1],
            ],
          ],
          [
            [
              [2, 2],
              [3, 3],
            ],
          ],
        ],
      },
      { lat: 1.5, lng: 1.5 },
    ],
    [
      {
        type: 'GeometryCollection',
        geometries: [
          { type: 'Point', coordinates: [1, 2] },
          { type: 'Point', coordinates: [3, 4] },
        ],
      },
      { lat: 3, lng: 2 },
    ],
  ])('of %j', (geometry, point) => {
    expect(centreOf(geometry)).toEqual(point)
  })

  it.each([
    null,
    'POINT (7 43)',
    {},
    { coordinates: [] },
    { coordinates: ['7.01', '43.55'] },
    { coordinates: [[7, 43], null] },
    { coordinates: [[]] },
    { geometries: 3 },
  ])('finds none in %j', (geometry) => {
    expect(centreOf(geometry)).toBeNull()
  })
})

it('the centre of a box lies between its sides', () => {
  expect(centreOfBox({ west: -1, south: 40, east: 3, north: 43 })).toEqual({ lat: 41.5, lng: 1 })
})

describe('flawOf', () => {
  it('takes the ends of the earth', () => {
    expect(flawOf({ lat: 90, lng: 180 })).toBeNull()
    expect(flawOf({ lat: -90, lng: -180 })).toBeNull()
    expect(flawOf({ lat: 0, lng: 9.45 })).toBeNull()
  })

  it.each([
    [{ lat: 0, lng: 0 }, /open sea/],
    [{ lat: 0.001, lng: -0.002 }, /open sea/],
    [{ lat: 90.1, lng: 7 }, /longitude first/],
    [{ lat: 91, lng: 179 }, /^its latitude 91 is beyond 90 degrees$/],
    [{ lat: 43, lng: 181 }, /longitude 181/],
    [{ lat: Number.NaN, lng: 1 }, /not numbers/],
    [{ lat: 1, lng: Infinity }, /not numbers/],
  ])('refuses %j', (point, flaw) => {
    expect(flawOf(point)).toMatch(flaw)
  })
})
