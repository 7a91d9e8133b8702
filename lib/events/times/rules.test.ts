import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { EVENT_KINDS } from '@/lib/events/kinds/terms'
import { checkTimes, timesFrom, usualTimes, usualTimesOfAll, wallTimes } from './rules'

const paris = 'Europe/Paris'
const iso = (wall: Parameters<typeof timesFrom>[0], zone = paris) => {
  const times = timesFrom(wall, zone)
  return times.ok ? [times.value.startsAt.toISOString(), times.value.endsAt.toISOString()] : times.reason
}

describe('wall time to instants', () => {
  test.each([
    [
      'summer',
      { day: '2026-07-01', start: '18:30', end: '21:00' },
      ['2026-07-01T16:30:00.000Z', '2026-07-01T19:00:00.000Z'],
    ],
    [
      'winter',
      { day: '2026-01-15', start: '08:30', end: '10:00' },
      ['2026-01-15T07:30:00.000Z', '2026-01-15T09:00:00.000Z'],
    ],
    [
      'past midnight',
      { day: '2026-07-01', start: '22:00', end: '01:00' },
      ['2026-07-01T20:00:00.000Z', '2026-07-01T23:00:00.000Z'],
    ],
    ['a start the clocks skip', { day: '2026-03-29', start: '02:30', end: '04:00' }, 'start_in_gap'],
    ['an end the clocks skip', { day: '2026-03-28', start: '23:00', end: '02:15' }, 'end_in_gap'],
    [
      'across the skipped hour',
      { day: '2026-03-28', start: '23:00', end: '03:00' },
      ['2026-03-28T22:00:00.000Z', '2026-03-29T01:00:00.000Z'],
    ],
    [
      'an hour that comes twice: the first',
      { day: '2026-10-25', start: '02:30', end: '04:00' },
      ['2026-10-25T00:30:00.000Z', '2026-10-25T03:00:00.000Z'],
    ],
  ])('%s', (_what, wall, expected) => {
    expect(iso(wall)).toEqual(expected)
  })

  test('the wall time is that of the place, whatever zone the machine is in', () => {
    expect(iso({ day: '2026-07-01', start: '12:00', end: '13:00' }, 'America/New_York')).toEqual([
      '2026-07-01T16:00:00.000Z',
      '2026-07-01T17:00:00.000Z',
    ])
  })

  test('what is shown for editing gives the same instants back', () => {
    const minute = fc.integer({ min: 0, max: 24 * 60 - 1 })
    const day = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
    const zone = fc.constantFrom(
      paris,
      'America/New_York',
      'Asia/Kathmandu',
      'Australia/Lord_Howe',
      'Pacific/Apia',
    )
    const clock = (m: number) =>
      `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`
    fc.assert(
      fc.property(day, minute, minute, zone, (date, start, end, timeZone) => {
        const wall = { day: date.toISOString().slice(0, 10), start: clock(start), end: clock(end) }
        const times = timesFrom(wall, timeZone)
        return !times.ok || JSON.stringify(wallTimes(times.value, timeZone)) === JSON.stringify(wall)
      }),
    )
  })
})

describe('limits', () => {
  const now = new Date('2026-05-01T10:00:00Z')
  const inHours = (hours: number) => new Date(now.getTime() + hours * 3_600_000)
  test.each([
    ['in an hour', inHours(1), inHours(2), null],
    ['right now', now, inHours(1), 'starts_in_past'],
    ['in a year', inHours(365 * 24), inHours(365 * 24 + 1), null],
    ['in a year and two days', inHours(367 * 24), inHours(367 * 24 + 1), 'starts_too_far'],
    ['for a whole day', inHours(1), inHours(25), null],
    ['for longer', inHours(1), inHours(26), 'too_long'],
  ])('%s', (_when, startsAt, endsAt, expected) => {
    expect(checkTimes({ startsAt, endsAt }, now)).toBe(expected)
  })
})

describe('usual times', () => {
  test.each(EVENT_KINDS)('%s: soon enough, late enough, and within the limits', (kind) => {
    for (let hour = 0; hour < 24 * 8; hour += 5) {
      const now = new Date(Date.UTC(2026, 2, 26, hour))
      const times = timesFrom(usualTimes(kind, now, paris), paris)
      if (!times.ok) throw new Error(times.reason)
      expect(checkTimes(times.value, now)).toBeNull()
      const ahead = (times.value.startsAt.getTime() - now.getTime()) / 3_600_000
      expect(ahead).toBeGreaterThanOrEqual(17)
      expect(ahead).toBeLessThan(24 * 9)
    }
  })

  test('an open coffee asked for on a Monday morning is on Tuesday, in the evening on Thursday', () => {
    expect(usualTimes('open_coffee', new Date('2026-05-04T08:00:00Z'), paris)).toEqual({
      day: '2026-05-05',
      start: '08:30',
      end: '10:00',
    })
    expect(usualTimes('open_coffee', new Date('2026-05-04T20:00:00Z'), paris).day).toBe('2026-05-07')
  })

  test('of all kinds at once, each as by itself', () => {
    const now = new Date('2026-05-04T08:00:00Z')
    const all = usualTimesOfAll(now, paris)
    expect(Object.keys(all)).toEqual([...EVENT_KINDS])
    expect(all).toMatchObject({
      afterwork: { day: '2026-05-07', start: '18:30', end: '21:00' },
      outside_work: { day: '2026-05-09', start: '10:00', end: '13:00' },
      e_coffee: { day: '2026-05-05', start: '10:00', end: '10:15' },
    })
  })
})
