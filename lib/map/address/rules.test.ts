import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { NO_FILTERS } from '@/lib/map/rules'
import { FACTS, type Fact, type Filters, KINDS, LAYERS } from '@/lib/map/terms'
import { paramsOf, readFilters, readPage, readRememberedView, readView, toSearch } from './rules'

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
        expect(readView(params)).toEqual(view)
        expect(readFilters(params)).toEqual(chosen)
      }),
    )
  })
})

describe('view', () => {
  test.each([
    [
      { lat: '43.5513', lng: '7.0128', z: '13' },
      { lat: 43.5513, lng: 7.0128, zoom: 13 },
    ],
    [
      { lat: '-33.9', lng: '-70', z: ['4', '9'] },
      { lat: -33.9, lng: -70, zoom: 4 },
    ],
    [
      { lat: '0', lng: '0' },
      { lat: 0, lng: 0, zoom: 13 },
    ],
    [
      { lat: '1', lng: '1', z: '99' },
      { lat: 1, lng: 1, zoom: 13 },
    ],
    [
      { lat: '1', lng: '1', z: 'x' },
      { lat: 1, lng: 1, zoom: 13 },
    ],
    [{}, null],
    [{ lat: '', lng: '' }, null],
    [{ lat: '91', lng: '7' }, null],
    [{ lat: '43', lng: '181' }, null],
    [{ lat: 'NaN', lng: '7' }, null],
    [{ lat: '0x10', lng: '7' }, null],
    [{ lat: '1e3', lng: '7' }, null],
    [{ lat: { gt: 0 }, lng: '7' }, null],
  ])('%j', (params, view) => {
    expect(readView(params)).toEqual(view)
  })
})

describe('filters', () => {
  test('nothing given is everything shown', () => {
    expect(readFilters({})).toEqual(NO_FILTERS)
  })

  test('nonsense counts as not given', () => {
    const nonsense = {
      show: 'dragons',
      kind: ['', 'x,y'],
      when: '2026-02-30',
      date: '1',
      open: 'yes',
      free: ['0', '1'],
      openAt: '2026-02-30T09:00',
      maxPrice: '-1',
    }
    expect(readFilters(nonsense)).toEqual(NO_FILTERS)
  })

  test('a list may be joined by commas or repeated, as a form sends it; order and doubles do not matter', () => {
    const joined = readFilters({ show: 'spaces,events', kind: 'lunch,cafe,lunch' })
    const repeated = readFilters({ show: ['events', 'spaces', 'events'], kind: ['cafe', 'lunch'] })
    expect(joined).toEqual(repeated)
    expect(joined.show).toEqual(['events', 'spaces'])
    expect(joined.kinds).toEqual(['lunch', 'cafe'])
  })

  test.each([
    ['afterwork', ['events']],
    ['library', ['spaces']],
    ['library,afterwork', ['events', 'spaces']],
  ])('choosing %s alone shows only %j', (kind, show) => {
    expect(readFilters({ kind }).show).toEqual(show)
  })

  test('only outings can be gentle', () => {
    expect(readFilters({ gentle: '1' })).toMatchObject({ gentle: true, show: ['events'] })
  })

  test('only places offer a trial day', () => {
    expect(readFilters({ trial: '1' })).toMatchObject({ trial: true, show: ['spaces'] })
  })

  test.each([
    [{ openAt: '2026-12-01T08:30' }, { openAt: '2026-12-01T08:30', maxPrice: null }],
    [
      { openAt: '', maxPrice: '' },
      { openAt: null, maxPrice: null },
    ],
    [{ openAt: '2026-12-01' }, { openAt: null }],
    [{ openAt: '2026-12-01T08:30:00Z' }, { openAt: null }],
    [{ openAt: '9999-12-01T08:30' }, { openAt: null }],
    [
      { openAt: { gt: 0 }, maxPrice: { lt: 1 } },
      { openAt: null, maxPrice: null },
    ],
    [{ maxPrice: '15' }, { maxPrice: 15 }],
    [{ maxPrice: ['15', '20'] }, { maxPrice: 15 }],
    [{ maxPrice: '0' }, { maxPrice: null }],
    [{ maxPrice: '1e3' }, { maxPrice: null }],
    [{ maxPrice: '99999' }, { maxPrice: null }],
  ])('%j is read as %j', (params, expected) => {
    expect(readFilters(params)).toMatchObject(expected)
  })

  test('a choice of what to show is kept whatever the kinds', () => {
    expect(readFilters({ kind: 'afterwork', show: 'spaces' }).show).toEqual(['spaces'])
  })

  test.each([
    [{ when: 'today' }, 'today'],
    [{ when: '2026-12-01' }, '2026-12-01'],
    [{ when: 'date', date: '2026-12-01' }, '2026-12-01'],
    [{ date: '2026-12-01' }, '2026-12-01'],
    [{ when: 'week', date: '2026-12-01' }, 'week'],
    [{ when: 'date', date: '' }, 'any'],
    [{ when: '0000-01-01' }, 'any'],
    [{ when: '9999-12-31' }, 'any'],
  ])('%j means %s', (params, when) => {
    expect(readFilters(params).when).toBe(when)
  })
})

test('the selected card is a reference or nothing', () => {
  const id = '0197a1c2-7d3e-7abc-8def-0123456789ab'
  expect(readPage({ at: `event:${id}`, q: ' Cannes ' })).toEqual({
    at: `event:${id}`,
    q: 'Cannes',
    me: false,
    cursor: null,
  })
  expect(readPage({ at: 'user:1', q: 'x'.repeat(81), cursor: 'y'.repeat(201) })).toEqual({
    at: null,
    q: '',
    me: false,
    cursor: null,
  })
})

test('the last visit is read back, and nonsense is none', () => {
  expect(readRememberedView('43.551_7.013_14')).toEqual({ lat: 43.551, lng: 7.013, zoom: 14 })
  for (const value of [undefined, '', '1', '43.5', '91_7_13', 'x_y_z', '1_2_3_'.repeat(20)])
    expect(readRememberedView(value)).toBeNull()
})
