import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  activeFilters,
  hasMoved,
  isDay,
  momentsOf,
  NO_FILTERS,
  paramsOf,
  toSearch,
  whenRange,
  widened,
} from './rules'
import { FACTS, type Fact, type Filters, filtersSchema, KINDS, LAYERS, viewSchema } from './schema'

const filters = (some: Partial<Filters>): Filters => ({ ...NO_FILTERS, ...some })

describe('toSearch', () => {
  test('leaves out what is as by default', () => {
    expect(toSearch(null, NO_FILTERS)).toBe('')
    expect(toSearch({ lat: 43.551312345, lng: 7.0128, zoom: 13 }, NO_FILTERS)).toBe(
      'lat=43.55131&lng=7.0128&z=13',
    )
  })

  test('is readable', () => {
    const chosen = filters({
      show: ['events', 'spaces'],
      kinds: ['lunch', 'cafe'],
      when: 'week',
      open: true,
      wifi: true,
    })
    expect(toSearch(null, chosen, { q: 'Saint-Tropez', at: 'event:1', cursor: '' })).toBe(
      'kind=lunch,cafe&when=week&open=1&wifi=1&q=Saint-Tropez&at=event:1',
    )
  })

  test('what it writes is read back the same', () => {
    const anyFilters = fc.record({
      show: fc.subarray([...LAYERS], { minLength: 1 }),
      kinds: fc.subarray(KINDS),
      when: fc.constantFrom('any', 'today', 'week', 'weekend', '2026-12-01'),
      openAt: fc.constantFrom(null, '2026-12-01T08:30'),
      maxPrice: fc.constantFrom(null, 1, 9999),
      ...(Object.fromEntries(FACTS.map((fact) => [fact, fc.boolean()])) as Record<
        Fact,
        fc.Arbitrary<boolean>
      >),
    })
    const anyView = fc.record({
      lat: fc.integer({ min: -8_500_000, max: 8_500_000 }).map((n) => n / 1e5),
      lng: fc.integer({ min: -18_000_000, max: 18_000_000 }).map((n) => n / 1e5),
      zoom: fc.integer({ min: 2, max: 19 }),
    })
    fc.assert(
      fc.property(anyView, anyFilters, (view, chosen) => {
        const params = paramsOf(new URLSearchParams(toSearch(view, chosen)))
        expect(viewSchema.parse(params)).toEqual(view)
        expect(filtersSchema.parse(params)).toEqual(chosen)
      }),
    )
  })
})

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
    momentsOf(filters(some), now, timeZone).map((moment) => moment.toISOString())
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

test('each choice counts once', () => {
  expect(activeFilters(NO_FILTERS)).toBe(0)
  expect(activeFilters(filters({ show: ['spaces'] }))).toBe(1)
  expect(activeFilters(filters({ show: ['events'], kinds: ['lunch', 'afterwork'] }))).toBe(2)
  expect(activeFilters(filters({ when: 'today', open: true, accessible: true }))).toBe(3)
  expect(activeFilters(filters({ openAt: '2026-12-01T08:30', maxPrice: 20, quiet: true }))).toBe(3)
})

test('widening goes out two zooms, and ends with the world', () => {
  expect(widened({ lat: 1, lng: 2, zoom: 13 })).toEqual({ lat: 1, lng: 2, zoom: 11 })
  expect(widened({ lat: 1, lng: 2, zoom: 4 })?.zoom).toBe(3)
  expect(widened({ lat: 1, lng: 2, zoom: 3 })).toBeNull()
})

test('a day is told from a name', () => {
  expect(isDay('2026-12-01')).toBe(true)
  expect(isDay('weekend')).toBe(false)
})

test('a nudge is no move; one press of an arrow key (80 pixels), or a zoom, is', () => {
  const view = { lat: 43.55, lng: 7, zoom: 13 }
  const pixel = 360 / 256 / 2 ** 13
  expect(hasMoved(view, view)).toBe(false)
  expect(hasMoved(view, { ...view, lng: 7 + 50 * pixel })).toBe(false)
  expect(hasMoved(view, { ...view, lng: 7 + 70 * pixel })).toBe(true)
  expect(hasMoved(view, { ...view, lat: 43.55 + 70 * pixel })).toBe(true)
  expect(hasMoved(view, { ...view, zoom: 14 })).toBe(true)
})
