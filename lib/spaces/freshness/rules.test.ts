import { expect, test } from 'vitest'
import { dayInWords, isStale } from './rules'

const now = new Date('2028-02-29T09:00:00Z')
const day = (date: string) => new Date(`${date}T00:00:00Z`)

test.each([
  ['confirmed two years ago to the day', day('2026-02-28'), day('2020-01-01'), false],
  ['confirmed the day before that', day('2026-02-27'), day('2020-01-01'), true],
  ['confirmed long before it came here', day('2019-05-01'), day('2028-01-01'), true],
  ['never confirmed, here for a month', null, day('2028-01-29'), false],
  ['never confirmed, here for three years', null, day('2025-02-28'), true],
])('%s', (_, confirmedOn, createdAt, expected) => {
  expect(isStale({ confirmedOn, createdAt }, now)).toBe(expected)
})

test.each([
  ['2026-05-01', 'fr', '1er mai 2026'],
  ['2026-05-11', 'fr', '11 mai 2026'],
  ['2026-05-01', 'en', '1 May 2026'],
])('%s in %s is %s', (date, locale, words) => {
  expect(dayInWords(day(date), locale)).toBe(words)
})
