import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import {
  about,
  bars,
  binned,
  discreet,
  isEnough,
  LEAST,
  median,
  totals,
  weekStart,
  weeksBefore,
} from './rules'

const rows = (...people: number[]) => people.map((one) => ({ parts: [one] }))
const shown = (...people: number[]) => discreet(rows(...people)).map((row) => row?.parts[0] ?? null)

describe('what is shown of a table', () => {
  it('is all of it where every row has five people', () => {
    expect(shown(5, 12, 6)).toEqual([5, 12, 6])
  })

  it('is no row under five, nor one that a subtraction would give it away by', () => {
    // 20 − 12 − 6 = 2: the six go too.
    expect(shown(2, 12, 6)).toEqual([null, 12, null])
    // Two and three are five together, and nobody knows which is which.
    expect(shown(2, 12, 3)).toEqual([null, 12, null])
    expect(shown(4, 12, 5, 6)).toEqual([null, 12, null, 6])
  })

  it('is not that nobody was there either', () => {
    expect(shown(0, 20)).toEqual([null, null])
    expect(shown(0, 20, 5)).toEqual([null, 20, null])
  })

  it('is nothing where too few would be left in the dark', () => {
    expect(shown(1, 5)).toEqual([null, null])
    expect(shown(1, 2)).toEqual([null, null])
    expect(shown()).toEqual([])
  })

  it('holds for each part of a row, and for all parts of what is hidden', () => {
    const months = [{ parts: [9, 9] }, { parts: [20, 3] }, { parts: [6, 7] }]
    expect(discreet(months)).toEqual([{ parts: [9, 9] }, null, null])
  })

  test('whatever the table, what is hidden is nobody or five in every part', () => {
    const table = fc.array(fc.array(fc.nat(12), { minLength: 2, maxLength: 2 }), { maxLength: 8 })
    fc.assert(
      fc.property(table, (parts) => {
        const all = parts.map((one) => ({ parts: one }))
        const answer = discreet(all)
        const hidden = all.filter((_, i) => answer[i] === null)
        for (const row of answer) if (row) expect(isEnough(row.parts)).toBe(true)
        if (hidden.length < all.length) expect(hidden.length === 0 || isEnough(totals(hidden))).toBe(true)
      }),
      { numRuns: 500, seed: 20261124 },
    )
  })
})

test('bars are shares of everybody, also of those in hidden rows', () => {
  const keyed = [
    { key: 'a', parts: [15] },
    { key: 'b', parts: [1] },
    { key: 'c', parts: [4] },
  ]
  expect(bars(keyed)).toEqual([
    { key: 'a', share: 0.75 },
    { key: 'b', share: null },
    { key: 'c', share: null },
  ])
})

test('values go into the bin that begins at or below them', () => {
  const bins = [
    { key: 'none', from: 0 },
    { key: 'few', from: 1 },
    { key: 'many', from: 7 },
  ]
  const histogram = [6, 7, 0, 400, 1].map((value) => ({ value, people: 2 }))
  expect(binned(histogram, bins).map(({ key, parts: [people] }) => [key, people])).toEqual([
    ['none', 2],
    ['few', 4],
    ['many', 4],
  ])
})

test.each([
  [[[3, 1]], 3],
  [
    [
      [9, 1],
      [1, 2],
    ],
    1,
  ],
  [
    [
      [4, 2],
      [2, 2],
    ],
    2,
  ],
  [
    [
      [8, 3],
      [2, 2],
      [5, 0],
    ],
    8,
  ],
  [[], null],
])('the median of %j (value, people) is %j', (pairs, middle) => {
  expect(median(pairs.map(([value = 0, people = 0]) => ({ value, people })))).toBe(middle)
})

test.each([
  ['2026-11-23T00:00:00Z', '2026-11-23'],
  ['2026-11-29T23:59:59Z', '2026-11-23'],
  ['2026-11-22T23:59:59Z', '2026-11-16'],
  ['2027-01-01T08:00:00Z', '2026-12-28'],
])('the week of %s begins on %s', (at, monday) => {
  expect(weekStart(new Date(at))).toEqual(new Date(`${monday}T00:00:00Z`))
})

test('weeks before a Monday are whole and in order', () => {
  expect(weeksBefore(new Date('2026-11-23T00:00:00Z'), 2)).toEqual([
    new Date('2026-11-09T00:00:00Z'),
    new Date('2026-11-16T00:00:00Z'),
  ])
})

test('how many people is said to the nearest five', () => {
  expect([0, 7, 8, 12, 13].map(about)).toEqual([0, 5, 10, 10, 15])
  expect(about(LEAST)).toBe(5)
})
