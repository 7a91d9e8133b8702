import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { quietAt, ringAt } from './rules'

const paris = (from: string, to: string) => ({
  from: minutes(from),
  to: minutes(to),
  timeZone: 'Europe/Paris',
})
const minutes = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))
const utc = (text: string) => new Date(`${text}Z`)
const stretch = (at: string, from: string, to: string) => {
  const found = quietAt(utc(at), paris(from, to))
  return found && [found.start, found.end].map((end) => end.toISOString().slice(0, 16)).join(' ')
}

describe('quiet hours', () => {
  const night = '2026-11-23T21:00 2026-11-24T06:00'
  it.each([
    ['before they begin', '2026-11-23T20:59', null],
    ['as they begin', '2026-11-23T21:00', night],
    ['before midnight', '2026-11-23T22:30', night],
    ['after midnight', '2026-11-24T01:00', night],
    ['a moment before they end', '2026-11-24T05:59:59', night],
    ['as they end', '2026-11-24T06:00', null],
  ])('over midnight, %s', (_, at, expected) => {
    expect(stretch(at, '22:00', '07:00')).toBe(expected)
  })

  it('within one day', () => {
    expect(stretch('2026-11-23T12:00', '12:30', '14:00')).toBe('2026-11-23T11:30 2026-11-23T13:00')
    expect(stretch('2026-11-23T13:00', '12:30', '14:00')).toBeNull()
    expect(stretch('2026-11-23T02:00', '12:30', '14:00')).toBeNull()
  })

  it('keep their wall time through both changes of the clocks', () => {
    expect(stretch('2026-03-29T01:30', '22:00', '07:00')).toBe('2026-03-28T21:00 2026-03-29T05:00')
    expect(stretch('2026-10-25T01:30', '22:00', '07:00')).toBe('2026-10-24T20:00 2026-10-25T06:00')
  })

  it('are read the longer way where the change skips or repeats their ends', () => {
    // 02:30 does not exist on 29 March: the stretch ends at 03:30.
    expect(stretch('2026-03-29T00:59', '23:00', '02:30')).toBe('2026-03-28T22:00 2026-03-29T01:30')
    // 02:30 comes twice on 25 October: the second one ends it, the first one begins it.
    expect(stretch('2026-10-25T01:15', '23:00', '02:30')).toBe('2026-10-24T21:00 2026-10-25T01:30')
    expect(stretch('2026-10-25T00:45', '02:30', '06:00')).toBe('2026-10-25T00:30 2026-10-25T05:00')
  })

  it('follow the person, not the machine', () => {
    const auckland = { ...paris('22:00', '07:00'), timeZone: 'Pacific/Auckland' }
    expect(quietAt(utc('2026-11-23T09:00'), auckland)).not.toBeNull()
    expect(quietAt(utc('2026-11-23T19:00'), auckland)).toBeNull()
  })
})

describe('when something rings', () => {
  const quiet = paris('22:00', '07:00')
  const ring = (at: string, useful: string, now = at) =>
    ringAt(utc(at), utc(useful), quiet, utc(now))?.toISOString().slice(0, 16) ?? null

  it('at once outside of quiet hours, and for those who have none', () => {
    expect(ring('2026-11-23T12:00', '2026-11-23T18:00')).toBe('2026-11-23T12:00')
    expect(ringAt(utc('2026-11-23T23:00'), utc('2026-11-24T18:00'), null, utc('2026-11-23T23:00'))).toEqual(
      utc('2026-11-23T23:00'),
    )
  })

  it('when they end, if that is of use', () => {
    expect(ring('2026-11-23T23:00', '2026-11-24T18:00')).toBe('2026-11-24T06:00')
    expect(ring('2026-11-23T23:00', '2026-11-24T06:00')).toBe('2026-11-24T06:00')
  })

  it('just before they begin, if it is not', () => {
    expect(ring('2026-11-24T05:30', '2026-11-24T05:59', '2026-11-23T12:00')).toBe('2026-11-23T20:55')
    expect(ring('2026-11-24T05:30', '2026-11-24T05:59', '2026-11-23T20:58')).toBe('2026-11-23T20:58')
  })

  it('never, if they have begun and outlast its use, or its use is over', () => {
    expect(ring('2026-11-24T05:30', '2026-11-24T05:59', '2026-11-23T21:00')).toBeNull()
    expect(ring('2026-11-23T12:00', '2026-11-23T11:59')).toBeNull()
  })
})

test('whatever the hours, the zone and the night, nothing rings while it is quiet, late or in the past', () => {
  const minute = fc.integer({ min: 0, max: 1439 })
  const zone = fc.constantFrom(
    'Europe/Paris',
    'America/New_York',
    'Australia/Lord_Howe',
    'Asia/Kathmandu',
    'UTC',
  )
  // Half-hours around both changes of the clocks of 2026, and between.
  const moment = fc
    .integer({ min: 0, max: 366 * 48 })
    .map((half) => new Date(Date.UTC(2026, 0, 1) + half * 1_800_000))
  const hours = fc.integer({ min: 0, max: 72 }).map((count) => count * 3_600_000)
  fc.assert(
    fc.property(minute, minute, zone, moment, hours, hours, (from, to, timeZone, now, until, use) => {
      fc.pre(from !== to)
      const quiet = { from, to, timeZone }
      const useful = new Date(now.getTime() + until + use)
      const at = ringAt(new Date(now.getTime() + until), useful, quiet, now)
      if (at === null) return
      expect(quietAt(at, quiet)).toBeNull()
      expect(at.getTime()).toBeGreaterThanOrEqual(now.getTime())
      expect(at.getTime()).toBeLessThanOrEqual(useful.getTime())
    }),
    { numRuns: 1000, seed: 20261123 },
  )
})
