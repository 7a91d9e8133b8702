import { expect, it } from 'vitest'
import { numberOf, pointOf, pointOfLambert93, pointOfWkt, swapped } from './rules'

it.each([
  [47.098976, 47.098976],
  ['47.098976', 47.098976],
  ['475198,121680863', 475198.121680863],
  [' -0.58 ', -0.58],
  ['', null],
  ['-', null],
  ['12 rue', null],
  ['1,234,567', null],
  [Number.NaN, null],
  [null, null],
])('%j is the number %j', (value, expected) => {
  expect(numberOf(value)).toBe(expected)
})

it('is no point unless both numbers are there', () => {
  expect(pointOf('53.132225', '23.157401')).toEqual({ lat: 53.132225, lng: 23.157401 })
  expect(pointOf('', '')).toBeNull()
  expect(pointOf(43.5, '')).toBeNull()
})

it('reads EWKT, whose longitude comes first', () => {
  const villeurbanne = { lat: 45.7679849440465, lng: 4.88853207995786 }
  expect(pointOfWkt('SRID=4326;POINT (4.88853207995786 45.7679849440465)')).toEqual(villeurbanne)
  expect(pointOfWkt('POINT(4.88853207995786 45.7679849440465)')).toEqual(villeurbanne)
  expect(pointOfWkt('SRID=2154;POINT (1 2)')).toBeNull()
  expect(pointOfWkt(null)).toBeNull()
})

it('turns Lambert-93 into degrees', () => {
  // The origin of the projection is what it says it is.
  expect(pointOfLambert93(700_000, 6_600_000)).toEqual({ lat: 46.5, lng: 3 })
  const allonnes = pointOfLambert93('475198,121680863', '6692424,50691385')
  expect(allonnes?.lat).toBeCloseTo(47.29, 1)
  expect(allonnes?.lng).toBeCloseTo(0.02, 1)
  expect(pointOfLambert93('47.29', '0.02')).toBeNull()
  expect(pointOfLambert93('', '')).toBeNull()
})

it('swaps only what is on Earth either way', () => {
  expect(swapped({ lat: -0.58, lng: 44.8 })).toEqual({ lat: 44.8, lng: -0.58 })
  expect(swapped({ lat: 12, lng: 120 })).toBeNull()
})
