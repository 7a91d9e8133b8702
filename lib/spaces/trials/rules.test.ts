import { describe, expect, it } from 'vitest'
import { mayAskFor, trialHalfDays } from './rules'

const place = { lat: 43.55, lng: 7.01, country: 'FR', timeZone: 'Europe/Paris' }
// A Friday evening.
const now = new Date('2026-12-04T19:00:00Z')

describe('half-days for a first day', () => {
  it('are from Monday to Friday where the hours are unknown, from tomorrow on', () => {
    expect(trialHalfDays({ ...place, openingHours: null }, now, 3)).toEqual([
      { day: '2026-12-07', half: 'morning' },
      { day: '2026-12-07', half: 'afternoon' },
      { day: '2026-12-08', half: 'morning' },
    ])
  })

  it('are those when the place is not closed, public holidays included', () => {
    const open = { ...place, openingHours: 'Mo,Fr 09:00-12:30; PH off' }
    expect(trialHalfDays(open, now)).toEqual(
      ['2026-12-07', '2026-12-11', '2026-12-14', '2026-12-18', '2026-12-21'].map((day) => ({
        day,
        half: 'morning',
      })),
    )
  })

  it.each([
    ['2026-12-07', 'morning', true],
    ['2026-12-05', 'morning', false],
    ['2026-12-04', 'afternoon', false],
    ['2026-12-25', 'morning', true],
    ['2026-12-28', 'morning', false],
  ] as const)('%s, %s may be asked for: %s', (day, half, may) => {
    expect(mayAskFor({ day, half }, { ...place, openingHours: null }, now)).toBe(may)
  })
})
