import { expect, test } from 'vitest'
import { agreed, HALF_LIFE } from './rules'

const now = new Date('2027-05-01T12:00:00Z')
const found = (...said: [value: number, daysAgo: number][]) =>
  said.map(([value, days]) => ({ value, observedAt: new Date(now.getTime() - days * 86_400_000) }))

test.each([
  ['nobody measured', found(), null],
  ['one did', found([40, 3]), 40],
  ['the middle of three', found([40, 3], [900, 3], [55, 3]), 55],
  [
    'three slow ones of long ago against two of today',
    found([8, 720], [9, 720], [7, 720], [90, 1], [80, 2]),
    80,
  ],
])('wifi: %s', (_, said, mbps) => {
  expect(agreed('wifi', said, now)).toEqual({ field: 'wifiMbps', value: mbps })
})

test.each([
  ['nobody said', found(), null],
  ['the answer of most', found([2, 9], [0, 9], [2, 9]), 'plenty'],
  ['two of today against three of two half-lives ago', found([0, 0], [0, 0], ...triple(2)), 'none'],
  ['one of today against three of one half-life ago', found([0, 0], ...triple(1)), 'plenty'],
  ['as many of each', found([2, 5], [1, 5]), 'few'],
])('sockets: %s', (_, said, sockets) => {
  expect(agreed('sockets', said, now)).toEqual({ field: 'sockets', value: sockets })
})

test('what people agree on stays as it is while nobody says anything', () => {
  const said = found([0, 10], [2, 200], [2, 190])
  const later = new Date(now.getTime() + 3000 * 86_400_000)
  expect(agreed('noise', said, later)).toEqual(agreed('noise', said, now))
})

function triple(halfLives: number): [number, number][] {
  return [2, 2, 2].map((value) => [value, halfLives * HALF_LIFE])
}
