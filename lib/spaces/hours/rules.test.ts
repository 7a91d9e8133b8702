import { describe, expect, it } from 'vitest'
import { isClosedThroughout, isOpen, openState, weekTable } from './rules'

const cannes = { lat: 43.55, lng: 7.01, country: 'FR' }
const PARIS = 'Europe/Paris'
const at = (iso: string) => new Date(iso)
// Thursday 19 November 2026, 10:00 in Paris.
const thursday = at('2026-11-19T09:00:00Z')

describe('openState', () => {
  it('tells until when a place is open, and from when', () => {
    const hours = 'Mo-Fr 09:00-18:00'
    expect(openState(hours, PARIS, thursday, cannes)).toEqual({
      state: 'open',
      changesAt: at('2026-11-19T17:00:00Z'),
    })
    expect(openState(hours, PARIS, at('2026-11-20T20:00:00Z'), cannes)).toEqual({
      state: 'closed',
      changesAt: at('2026-11-23T08:00:00Z'),
    })
  })

  it.each([
    ['Europe/Paris', '2026-11-19T08:00:00Z', '2026-11-19T17:00:00Z'],
    ['America/New_York', '2026-11-19T14:00:00Z', '2026-11-19T23:00:00Z'],
    ['Asia/Kathmandu', '2026-11-19T03:15:00Z', '2026-11-19T12:15:00Z'],
    ['Pacific/Auckland', '2026-11-18T20:00:00Z', '2026-11-19T05:00:00Z'],
  ])('reads the clock of the place: %s', (timeZone, opens, closes) => {
    const hours = 'Mo-Fr 09:00-18:00'
    const justBefore = new Date(at(opens).getTime() - 60_000)
    expect(openState(hours, timeZone, justBefore, cannes)).toEqual({ state: 'closed', changesAt: at(opens) })
    expect(openState(hours, timeZone, at(opens), cannes)).toEqual({ state: 'open', changesAt: at(closes) })
  })

  it('keeps the wall time over the change to summer time', () => {
    const saturday = at('2026-03-28T20:00:00Z')
    expect(openState('Mo-Su 09:00-18:00', PARIS, saturday, cannes).changesAt).toEqual(
      at('2026-03-29T07:00:00Z'),
    )
  })

  it('knows the public holidays of France', () => {
    const hours = 'Mo-Fr 09:00-18:00; PH off'
    expect(openState(hours, PARIS, at('2026-05-01T08:00:00Z'), cannes).state).toBe('closed')
    expect(openState(hours, PARIS, at('2026-04-30T08:00:00Z'), cannes).state).toBe('open')
    expect(openState(hours, PARIS, at('2026-07-14T08:00:00Z'), cannes).state).toBe('closed')
  })

  it('knows the bank holidays of England', () => {
    const london = { lat: 51.52, lng: -0.08, country: 'GB' }
    const hours = 'Mo-Fr 09:00-18:00; PH off'
    expect(openState(hours, 'Europe/London', at('2026-05-04T10:00:00Z'), london).state).toBe('closed')
    expect(openState(hours, 'Europe/London', at('2026-05-05T10:00:00Z'), london).state).toBe('open')
  })

  it.each(['', 'ZZ'])('reads the rest of the hours where no holidays are known: country %j', (country) => {
    const hours = 'Mo-Fr 09:00-18:00; PH off'
    expect(openState(hours, PARIS, thursday, { ...cannes, country }).state).toBe('open')
  })

  it('does not try what is too long to be hours', () => {
    expect(openState('24/7; '.repeat(1000), PARIS, thursday, cannes).state).toBe('unknown')
  })

  it('a place that never closes does not change', () => {
    expect(openState('24/7', PARIS, thursday, cannes)).toEqual({ state: 'open', changesAt: null })
  })

  it.each([null, '', 'nous appeler', 'Mo-Fr', '25:99-99:00', '"sur rendez-vous"', ';;;'])(
    'takes %j for unknown, or for what it says, and never throws',
    (hours) => {
      expect(['unknown', 'open']).toContain(openState(hours, PARIS, thursday, cannes).state)
    },
  )

  it('does not guess where nothing is said', () => {
    for (const hours of [null, '', 'nous appeler', '25:99-99:00']) {
      expect(openState(hours, PARIS, thursday, cannes).state).toBe('unknown')
    }
  })
})

it.each([
  ['Mo-Fr 09:00-18:00', true],
  ['Mo-Fr 09:00-09:30', false],
  ['Mo-Fr 09:00-18:00 unknown', false],
  ['nous appeler', false],
  [null, false],
])('%j is known to be open on Thursday at ten: %j', (hours, open) => {
  expect(isOpen(hours, PARIS, thursday, cannes)).toBe(open)
})

describe('weekTable', () => {
  it('begins today and tells seven days', () => {
    const week = weekTable('Mo-Fr 09:00-12:30,14:00-18:00; Sa 10:00-13:00', PARIS, thursday, cannes)
    expect(week?.map(({ date }) => date)).toEqual([
      '2026-11-19',
      '2026-11-20',
      '2026-11-21',
      '2026-11-22',
      '2026-11-23',
      '2026-11-24',
      '2026-11-25',
    ])
    expect(week?.[0]?.ranges).toEqual([
      { from: 540, to: 750 },
      { from: 840, to: 1080 },
    ])
    expect(week?.[2]?.ranges).toEqual([{ from: 600, to: 780 }])
    expect(week?.[3]?.ranges).toEqual([])
  })

  it('tells a night with the evening it begins on', () => {
    const week = weekTable('Mo-Su 18:00-02:00', PARIS, at('2026-11-19T00:30:00Z'), cannes)
    expect(week?.every(({ ranges }) => ranges.length === 1)).toBe(true)
    expect(week?.[0]?.ranges).toEqual([{ from: 1080, to: 1560 }])
  })

  it('a place that never closes is open all of each day', () => {
    const week = weekTable('24/7', PARIS, thursday, cannes)
    expect(week).toHaveLength(7)
    expect(
      week?.every(({ ranges }) => ranges.length === 1 && ranges[0]?.from === 0 && ranges[0].to === 1440),
    ).toBe(true)
  })

  it('is not shown when the hours cannot be read, or are not sure', () => {
    expect(weekTable(null, PARIS, thursday, cannes)).toBeNull()
    expect(weekTable('demander au comptoir', PARIS, thursday, cannes)).toBeNull()
    expect(weekTable('Mo-Fr 09:00-18:00 unknown', PARIS, thursday, cannes)).toBeNull()
  })
})

describe('isClosedThroughout', () => {
  const closed = (hours: string | null, from: string, to: string) =>
    isClosedThroughout(hours, PARIS, { from: at(`2026-11-19T${from}Z`), to: at(`2026-11-19T${to}Z`) }, cannes)

  it('is only so where not a minute is open', () => {
    expect(closed('Mo-Fr 09:00-12:00', '12:00:00', '18:00:00')).toBe(true)
    expect(closed('Mo-Fr 09:00-13:01', '12:00:00', '18:00:00')).toBe(false)
    expect(closed('Mo-Fr 19:00-23:00', '12:00:00', '18:00:00')).toBe(true)
    expect(closed('Sa,Su 09:00-18:00', '07:00:00', '12:00:00')).toBe(true)
    expect(closed('24/7', '07:00:00', '12:00:00')).toBe(false)
  })

  it('is not so where nobody knows', () => {
    expect(closed(null, '07:00:00', '12:00:00')).toBe(false)
    expect(closed('demander au comptoir', '07:00:00', '12:00:00')).toBe(false)
    expect(closed('Mo-Fr 09:00-18:00 unknown', '07:00:00', '12:00:00')).toBe(false)
  })
})
