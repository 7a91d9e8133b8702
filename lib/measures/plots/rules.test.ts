import { expect, test } from 'vitest'
import { axisEnd, pieces } from './rules'

test.each([
  [0, 1],
  [0.31, 0.5],
  [0.5, 0.5],
  [1, 1],
  [3, 5],
  [5, 5],
  [7, 10],
  [12, 20],
])('an axis up to %d ends at %d', (largest, end) => {
  expect(axisEnd(largest)).toBeCloseTo(end, 10)
})

test('a line breaks where nothing is shown', () => {
  expect(pieces([null, 1, 2, null, null, 3])).toEqual([
    [
      [1, 1],
      [2, 2],
    ],
    [[5, 3]],
  ])
  expect(pieces([null])).toEqual([])
})
