import { expect, test } from 'vitest'
import { waysTo } from './directions'

test('every app is led to the place, whatever its name', () => {
  const ways = Object.fromEntries(
    waysTo({ lat: 43.5513, lng: -7.0128 }, 'Chez l’Œuf & Cie (1er)').map(({ app, url }) => [
      app,
      new URL(url),
    ]),
  )
  expect(ways.phone?.protocol).toBe('geo:')
  expect(ways.phone?.pathname).toBe('43.5513,-7.0128')
  expect(ways.phone?.searchParams.get('q')).toBe('43.5513,-7.0128(Chez l’Œuf & Cie (1er))')
  expect(ways.apple?.searchParams.get('daddr')).toBe('43.5513,-7.0128')
  expect(ways.google?.searchParams.get('destination')).toBe('43.5513,-7.0128')
  expect(ways.osm?.searchParams.get('route')).toBe(';43.5513,-7.0128')
})
