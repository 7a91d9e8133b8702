import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { LONGEST } from '@/lib/events/times/rules'
import { endedBefore, occurrences, type Recurrence, readRule, ruleOf } from './rules'
import type { Repetition } from './schema'

const weekly: Repetition = { repeat: 'weekly', exceptions: [], until: null, count: null }
const series = (repetition: Partial<Repetition>, values: Partial<Recurrence> = {}): Recurrence => {
  const { startsOn = '2026-01-01', timeZone = 'Europe/Paris' } = values
  const whole = { ...weekly, ...repetition }
  return {
    ...{ startsOn, startMinute: 8 * 60 + 30, minutes: 90, timeZone, exceptions: whole.exceptions },
    rule: ruleOf(whole, startsOn, timeZone),
    ...values,
  }
}
const year = [new Date('2025-12-31T00:00:00Z'), new Date('2026-12-31T23:00:00Z')] as const
const daysOf = (of: Recurrence) => occurrences(of, ...year).map(({ day }) => day)

describe('a rule', () => {
  it.each<[Partial<Repetition>, string, string[]]>([
    [{ repeat: 'weekly' }, '2026-01-01', ['2026-01-01', '2026-01-08', '2026-01-15']],
    [{ repeat: 'biweekly' }, '2026-01-01', ['2026-01-01', '2026-01-15', '2026-01-29']],
    [{ repeat: 'monthly_date' }, '2026-01-15', ['2026-01-15', '2026-02-15', '2026-03-15']],
    [{ repeat: 'monthly_date' }, '2026-01-31', ['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30']],
    [{ repeat: 'monthly_weekday' }, '2026-01-06', ['2026-01-06', '2026-02-03', '2026-03-03']],
    [{ repeat: 'monthly_weekday' }, '2026-01-30', ['2026-01-30', '2026-02-27', '2026-03-27']],
    [{ exceptions: ['2026-01-08'] }, '2026-01-01', ['2026-01-01', '2026-01-15']],
  ])('%j from %s', (repetition, startsOn, days) => {
    expect(daysOf(series(repetition, { startsOn })).slice(0, days.length)).toEqual(days)
  })

  it('ends with its last day, or after so many times', () => {
    expect(daysOf(series({ until: '2026-01-15' }))).toEqual(['2026-01-01', '2026-01-08', '2026-01-15'])
    expect(daysOf(series({ count: 2 }))).toEqual(['2026-01-01', '2026-01-08'])
    // A day left out is not made up for at the end (RFC 5545 §3.8.5.1).
    expect(daysOf(series({ count: 3, exceptions: ['2026-01-08'] }))).toEqual(['2026-01-01', '2026-01-15'])
  })

  it('can be ended before a day, whatever ended it until then', () => {
    const rule = endedBefore(
      ruleOf({ ...weekly, count: 50 }, '2026-01-01', 'Europe/Paris'),
      '2026-01-15',
      'Europe/Paris',
    )
    expect(rule).not.toContain('COUNT')
    expect(daysOf(series({}, { rule }))).toEqual(['2026-01-01', '2026-01-08'])
  })

  it('gives what lies after one moment and not after another', () => {
    const from = new Date('2026-01-08T07:30:00Z')
    const found = occurrences(series({}), from, new Date('2026-01-22T07:30:00Z'))
    expect(found.map(({ day }) => day)).toEqual(['2026-01-15', '2026-01-22'])
  })
})

// Both changes of the clocks within the year, or none at all where there are none.
const ZONES: [string, changes: number][] = [
  ['Europe/Paris', 2],
  ['Europe/London', 2],
  ['America/New_York', 2],
  ['America/St_Johns', 2],
  ['America/Santiago', 2],
  ['Australia/Sydney', 2],
  ['Australia/Lord_Howe', 2],
  ['Pacific/Auckland', 2],
  ['America/Havana', 2],
  ['Africa/Cairo', 2],
  ['Asia/Kathmandu', 0],
]

describe.each(ZONES)('wall time in %s', (timeZone, changes) => {
  const found = occurrences(series({}, { timeZone }), ...year)
  const walls = found.map(({ startsAt, endsAt }) => ({
    from: Temporal.Instant.fromEpochMilliseconds(startsAt.getTime()).toZonedDateTimeISO(timeZone),
    to: Temporal.Instant.fromEpochMilliseconds(endsAt.getTime()).toZonedDateTimeISO(timeZone),
  }))

  it('stays the same all year', () => {
    expect(found.length).toBeGreaterThanOrEqual(52)
    for (const { from, to } of walls) {
      expect(from.toPlainTime().toString()).toBe('08:30:00')
      expect(to.toPlainTime().toString()).toBe('10:00:00')
      expect(from.dayOfWeek).toBe(4)
    }
  })

  it('has gone through the changes of the clocks', () => {
    const offsets = walls.map(({ from }) => from.offset)
    expect(offsets.filter((offset, index) => index > 0 && offset !== offsets[index - 1])).toHaveLength(
      changes,
    )
  })
})

describe('an hour that the clocks', () => {
  it('jump over is no occurrence, and counts for none', () => {
    const night = series({ count: 4 }, { startsOn: '2026-03-15', startMinute: 150 })
    expect(daysOf(night)).toEqual(['2026-03-15', '2026-03-22', '2026-04-05', '2026-04-12'])
  })

  it('repeat is meant the first time', () => {
    const night = series({ count: 1 }, { startsOn: '2026-10-25', startMinute: 150 })
    expect(occurrences(night, ...year)[0]?.startsAt).toEqual(new Date('2026-10-25T00:30:00Z'))
  })

  it('adds to a day by the clock leaves it as long as an event may be', () => {
    const minutes = 25 * 60
    const [found] = occurrences(series({ count: 1 }, { startsOn: '2026-10-24', minutes }), ...year)
    expect(found && +found.endsAt - +found.startsAt).toBe(LONGEST)
  })
})

it.each<[Partial<Repetition>, string, object]>([
  [{}, '2026-01-01', { key: 'weekly', weekday: 4, until: null, count: null }],
  [{ repeat: 'biweekly', count: 6 }, '2026-01-02', { key: 'biweekly', weekday: 5, count: 6 }],
  [
    { repeat: 'monthly_date', until: '2026-06-30' },
    '2026-01-31',
    { key: 'monthly_date', nth: 31, until: '2026-06-30' },
  ],
  [{ repeat: 'monthly_weekday' }, '2026-01-06', { key: 'monthly_weekday', weekday: 2, nth: 1 }],
  [{ repeat: 'monthly_weekday' }, '2026-01-30', { key: 'monthly_last', weekday: 5, nth: -1 }],
])('reads back %j', (repetition, startsOn, words) => {
  expect(readRule(series(repetition, { startsOn }).rule, 'Europe/Paris')).toMatchObject(words)
})
