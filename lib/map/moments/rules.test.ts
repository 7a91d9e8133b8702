import { describe, expect, test } from 'vitest'
import { NO_FILTERS } from '@/lib/map/rules'
import type { Filters } from '@/lib/map/terms'
import { momentsOf, whenRange } from './rules'

describe('whenRange', () => {
  const range = (when: string, now: string, timeZone = 'Europe/Paris') => {
    const { from, to } = whenRange(when, new Date(now), timeZone)
    return [from.toISOString(), to.toISOString()]
  }
  // Wednesday 18 November 2026, 21:30 in Paris.
  const now = '2026-11-18T20:30:00.000Z'

  test.each([
    ['today', now, '2026-11-18T23:00:00.000Z'],
    ['week', now, '2026-11-22T23:00:00.000Z'],
    ['weekend', '2026-11-20T23:00:00.000Z', '2026-11-22T23:00:00.000Z'],
    ['2026-11-25', '2026-11-24T23:00:00.000Z', '2026-11-25T23:00:00.000Z'],
    ['2026-11-18', now, '2026-11-18T23:00:00.000Z'],
  ])('%s on a Wednesday', (when, from, to) => {
    expect(range(when, now)).toEqual([from, to])
  })

  test('on a Sunday the weekend is the one that is ending, and the week ends tonight', () => {
    const sunday = '2026-11-22T10:00:00.000Z'
    expect(range('weekend', sunday)).toEqual([sunday, '2026-11-22T23:00:00.000Z'])
    expect(range('week', sunday)).toEqual([sunday, '2026-11-22T23:00:00.000Z'])
  })

  test('today is the day of the place, not of the server', () => {
    expect(range('today', now, 'Asia/Tokyo')[1]).toBe('2026-11-19T15:00:00.000Z')
    expect(range('today', now, 'America/Los_Angeles')[1]).toBe('2026-11-19T08:00:00.000Z')
  })

  test('days around a clock change have 23 and 25 hours', () => {
    const hours = (day: string) => {
      const { from, to } = whenRange(day, new Date(now), 'Europe/Paris')
      return (to.getTime() - from.getTime()) / 3_600_000
    }
    expect(hours('2027-03-28')).toBe(23)
    expect(hours('2027-10-31')).toBe(25)
  })

  test('a day that begins at one o’clock begins there', () => {
    // Beirut goes from 00:00 to 01:00 on 28 March 2027.
    expect(range('2027-03-28', now, 'Asia/Beirut')[0]).toBe('2027-03-27T22:00:00.000Z')
  })

  test('a day gone by is empty', () => {
    const { from, to } = whenRange('2026-11-17', new Date(now), 'Europe/Paris')
    expect(to <= from).toBe(true)
  })
})

test('moments at which something has to be open, on the clock of the place', () => {
  // 21:30 in Paris, and already tomorrow in Auckland.
  const now = new Date('2026-11-18T20:30:00Z')
  const moments = (some: Partial<Filters>, timeZone = 'Europe/Paris') =>
    momentsOf({ ...NO_FILTERS, ...some }, now, timeZone).map((moment) => moment.toISOString())
  expect(moments({})).toEqual([])
  expect(moments({ open: true })).toEqual(['2026-11-18T20:30:00.000Z'])
  expect(moments({ openAt: '2026-12-01T08:30' })).toEqual(['2026-12-01T07:30:00.000Z'])
  expect(moments({ openAt: '2026-12-01T08:30' }, 'Indian/Reunion')).toEqual(['2026-12-01T04:30:00.000Z'])
  expect(moments({ late: true })).toEqual(['2026-11-18T19:00:00.000Z'])
  expect(moments({ late: true }, 'Pacific/Auckland')).toEqual(['2026-11-19T07:00:00.000Z'])
  expect(moments({ open: true, late: true, openAt: '2027-07-01T09:00' })).toEqual([
    '2026-11-18T20:30:00.000Z',
    '2027-07-01T07:00:00.000Z',
    '2027-07-01T18:00:00.000Z',
  ])
})
