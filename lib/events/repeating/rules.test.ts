import { expect, it } from 'vitest'
import { dayShape, weekdayName } from './rules'

it.each([
  ['2026-01-06', { weekday: 2, date: 6, nth: 1 }],
  ['2026-01-07', { weekday: 3, date: 7, nth: 1 }],
  ['2026-01-08', { weekday: 4, date: 8, nth: 2 }],
  ['2026-02-28', { weekday: 6, date: 28, nth: 4 }],
  ['2026-01-30', { weekday: 5, date: 30, nth: -1 }],
  ['2026-02-01', { weekday: 7, date: 1, nth: 1 }],
  ['', null],
  ['soon', null],
])('%s', (day, shape) => {
  expect(dayShape(day)).toEqual(shape)
})

it('names weekdays in both languages', () => {
  expect([weekdayName(1, 'fr'), weekdayName(7, 'fr')]).toEqual(['lundi', 'dimanche'])
  expect([weekdayName(1, 'en'), weekdayName(7, 'en')]).toEqual(['Monday', 'Sunday'])
})
