import { expect, test } from 'vitest'
import { movedEnd } from './rules'

test.each([
  ['18:30', '21:00', '19:00', '21:30'],
  ['22:00', '01:00', '23:30', '02:30'],
  ['10:00', '11:00', '23:30', '00:30'],
])('%s to %s, moved to %s, ends at %s', (start, end, moved, expected) => {
  expect(movedEnd(start, end, moved)).toBe(expected)
})
