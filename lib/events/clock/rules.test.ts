import { expect, test } from 'vitest'
import { clockOf, minutesOf, movedEnd } from './rules'

test.each([
  ['18:30', '21:00', '19:00', '21:30'],
  ['22:00', '01:00', '23:30', '02:30'],
  ['10:00', '11:00', '23:30', '00:30'],
])('%s to %s, moved to %s, ends at %s', (start, end, moved, expected) => {
  expect(movedEnd(start, end, moved)).toBe(expected)
})

test.each([
  ['00:00', 0],
  ['08:05', 485],
  ['23:59', 1439],
])('%s is %i minutes after midnight', (time, minutes) => {
  expect(minutesOf(time)).toBe(minutes)
  expect(clockOf(minutes)).toBe(time)
})

test.each([
  [1440, '00:00'],
  [1505, '01:05'],
  [-30, '23:30'],
  [-1440, '00:00'],
])('%i minutes after midnight are %s, on whatever day', (minutes, time) => {
  expect(clockOf(minutes)).toBe(time)
})
