import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decidedBy, halfDaysIn, instantOf, lunchStarts, nextWeek, startsIn, threeOf } from './rules'
import { WORKING_DAYS } from './terms'

const iso = (dates: Date[]) => dates.map((date) => date.toISOString())

test('the week drawn for is always the next one', () => {
  expect(nextWeek(new Date('2026-11-22T23:59:00Z'))).toBe('2026-11-23')
  expect(nextWeek(new Date('2026-11-23T00:00:00Z'))).toBe('2026-11-30')
  expect(nextWeek(new Date('2026-12-31T12:00:00Z'))).toBe('2027-01-04')
})

test('starts keep their place on the clock when it changes', () => {
  // Clocks go back on 25 October 2026 in Paris.
  const mask = 2 ** 8 // Friday morning
  expect(iso(startsIn('2026-10-19', mask, 'Europe/Paris').map(({ at }) => at))[0]).toBe(
    '2026-10-23T08:00:00.000Z',
  )
  expect(iso(startsIn('2026-10-26', mask, 'Europe/Paris').map(({ at }) => at))[0]).toBe(
    '2026-10-30T09:00:00.000Z',
  )
  expect(iso(lunchStarts('2026-10-26', 4, 'Europe/Paris'))).toEqual([
    '2026-10-29T11:15:00.000Z',
    '2026-10-29T11:00:00.000Z',
    '2026-10-29T11:45:00.000Z',
  ])
  expect(decidedBy('2026-10-26', 'Europe/Paris').toISOString()).toBe('2026-10-25T17:00:00.000Z')
  // 02:30 does not exist on 29 March 2026 in Paris.
  expect(instantOf('2026-03-29', 150, 'Europe/Paris').toISOString()).toBe('2026-03-29T01:30:00.000Z')
})

test('three times of one half-day, or of three, or spread over the week', () => {
  const three = (mask: number) => iso(threeOf(startsIn('2026-11-30', mask, 'UTC')))
  expect(three(1)).toEqual([
    '2026-11-30T09:00:00.000Z',
    '2026-11-30T10:00:00.000Z',
    '2026-11-30T11:00:00.000Z',
  ])
  expect(three(0b100101).map((at) => at.slice(0, 13))).toEqual([
    '2026-11-30T10',
    '2026-12-01T10',
    '2026-12-02T15',
  ])
  expect(three(WORKING_DAYS).map((at) => at.slice(0, 10))).toEqual(['2026-11-30', '2026-12-02', '2026-12-04'])
  expect(threeOf([])).toEqual([])
})

test('of whatever mask: three different times in half-days that were ticked, in order', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 16383 }), (mask) => {
      const starts = startsIn('2026-11-30', mask, 'America/New_York')
      const times = threeOf(starts)
      expect(new Set(iso(times)).size).toBe(3)
      expect(iso(times)).toEqual(iso(times).sort())
      const bits = times.map((time) => starts.find(({ at }) => +at === +time)?.bit)
      expect(new Set(bits).size).toBe(Math.min(3, halfDaysIn(mask).length))
      for (const time of times) expect(+time).toBeGreaterThan(+decidedBy('2026-11-30', 'America/New_York'))
    }),
  )
})
