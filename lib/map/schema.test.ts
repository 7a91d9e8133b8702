import { describe, expect, test } from 'vitest'
import { NO_FILTERS } from './rules'
import { explorePageSchema, filtersSchema, rememberedViewSchema, viewSchema } from './schema'

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
    expect(viewSchema.parse(params)).toEqual(view)
  })
})

describe('filters', () => {
  test('nothing given is everything shown', () => {
    expect(filtersSchema.parse({})).toEqual(NO_FILTERS)
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
    expect(filtersSchema.parse(nonsense)).toEqual(NO_FILTERS)
  })

  test('a list may be joined by commas or repeated, as a form sends it; order and doubles do not matter', () => {
    const joined = filtersSchema.parse({ show: 'spaces,events', kind: 'lunch,cafe,lunch' })
    const repeated = filtersSchema.parse({ show: ['events', 'spaces', 'events'], kind: ['cafe', 'lunch'] })
    expect(joined).toEqual(repeated)
    expect(joined.show).toEqual(['events', 'spaces'])
    expect(joined.kinds).toEqual(['lunch', 'cafe'])
  })

  test.each([
    ['afterwork', ['events']],
    ['library', ['spaces']],
    ['library,afterwork', ['events', 'spaces']],
  ])('choosing %s alone shows only %j', (kind, show) => {
    expect(filtersSchema.parse({ kind }).show).toEqual(show)
  })

  test('only outings can be gentle', () => {
    expect(filtersSchema.parse({ gentle: '1' })).toMatchObject({ gentle: true, show: ['events'] })
  })

  test('only places offer a trial day', () => {
    expect(filtersSchema.parse({ trial: '1' })).toMatchObject({ trial: true, show: ['spaces'] })
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
    expect(filtersSchema.parse(params)).toMatchObject(expected)
  })

  test('a choice of what to show is kept whatever the kinds', () => {
    expect(filtersSchema.parse({ kind: 'afterwork', show: 'spaces' }).show).toEqual(['spaces'])
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
    expect(filtersSchema.parse(params).when).toBe(when)
  })
})

test('the selected card is a reference or nothing', () => {
  const id = '0197a1c2-7d3e-7abc-8def-0123456789ab'
  expect(explorePageSchema.parse({ at: `event:${id}`, q: ' Cannes ' })).toEqual({
    at: `event:${id}`,
    q: 'Cannes',
    me: false,
    cursor: null,
  })
  expect(explorePageSchema.parse({ at: 'user:1', q: 'x'.repeat(81), cursor: 'y'.repeat(201) })).toEqual({
    at: null,
    q: '',
    me: false,
    cursor: null,
  })
})

test('the last visit is read back, and nonsense is none', () => {
  expect(rememberedViewSchema.parse('43.551_7.013_14')).toEqual({ lat: 43.551, lng: 7.013, zoom: 14 })
  for (const value of [undefined, '', '1', '43.5', '91_7_13', 'x_y_z', '1_2_3_'.repeat(20)])
    expect(rememberedViewSchema.parse(value)).toBeNull()
})
