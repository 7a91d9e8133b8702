import { describe, expect, it, test } from 'vitest'
import { comingBack, firstOutings, minutesPerOuting, oftenMet, outingsAWeek, wishesFulfilled } from './rules'

const spread = (...pairs: [value: number, people: number][]) =>
  pairs.map(([value, people]) => ({ value, people }))
const monday = (day: string) => new Date(`2026-${day}T00:00:00Z`)

describe('from the account to the first outing', () => {
  it('is a median and a distribution with those who have not been out', () => {
    const figure = firstOutings(spread([0, 6], [3, 10], [40, 8]), 16)
    expect(figure).toMatchObject({ people: 40, median: 3 })
    // Nobody in the second week, nor in the fourth: those rows hide, and the six of the first day with them.
    expect(figure?.bars).toEqual([
      { key: 'day', share: null },
      { key: 'week', share: 0.25 },
      { key: 'fortnight', share: null },
      { key: 'month', share: null },
      { key: 'quarter', share: 0.2 },
      { key: 'later', share: null },
      { key: 'not_yet', share: 0.4 },
    ])
  })

  it('is nothing of four people', () => {
    expect(firstOutings(spread([3, 4]), 50)).toBeNull()
    expect(firstOutings([], 50)).toBeNull()
    expect(firstOutings(spread([3, 5]), 0)?.median).toBe(3)
  })
})

describe('coming back', () => {
  it('is a share by month, where five did and five did not', () => {
    const figure = comingBack([
      { month: '2026-08', first: 20, again: 5 },
      { month: '2026-09', first: 12, again: 6 },
      { month: '2026-10', first: 6, again: 5 },
    ])
    expect(figure).toEqual({
      people: 40,
      share: 16 / 38,
      bars: [
        { key: '2026-08', share: 0.25 },
        // With October's one who did not come back, these are the hidden seven.
        { key: '2026-09', share: null },
        { key: '2026-10', share: null },
      ],
    })
  })

  it('is nothing where everybody did, or nobody', () => {
    expect(comingBack([{ month: '2026-09', first: 30, again: 30 }])).toBeNull()
    expect(comingBack([{ month: '2026-09', first: 30, again: 4 }])).toBeNull()
    expect(comingBack([])).toBeNull()
  })
})

test('outings a week leave out the weeks of four people, in the figure too', () => {
  const week = (day: string, people: number, outings: number) => ({
    ...{ week: monday(day), members: 20, people, outings },
  })
  const weeks = [week('11-02', 5, 10), week('11-09', 4, 40), week('11-16', 8, 8)]
  const figure = outingsAWeek(weeks)
  expect(figure?.overall).toBe(18 / 40)
  expect(figure?.points.map(({ value }) => value)).toEqual([0.5, null, 0.4])
  expect(outingsAWeek([week('11-09', 4, 40)])).toBeNull()
})

test('minutes are medians of weeks with five people', () => {
  const weeks = [monday('11-02'), monday('11-09'), monday('11-16')]
  const spent = [
    { week: monday('11-02'), spent: spread([2, 3], [4, 2]) },
    { week: monday('11-09'), spent: spread([60, 4]) },
  ]
  expect(minutesPerOuting(weeks, spent)).toEqual({
    overall: 2,
    points: [
      { week: weeks[0], value: 2 },
      { week: weeks[1], value: null },
      { week: weeks[2], value: null },
    ],
  })
  expect(minutesPerOuting(weeks, spent.slice(1))).toBeNull()
})

test('pairs are counted where they are five people', () => {
  expect(oftenMet({ pairs: 6, people: 4 })).toBeNull()
  expect(oftenMet({ pairs: 4, people: 5 })).toBe(4)
  expect(oftenMet({ pairs: 0, people: 0 })).toBeNull()
})

test('wishes are a share where those of five people came true, and those of five did not', () => {
  const count = { became: 12, faded: 20, outings: 3, peopleBecame: 5, peopleFaded: 6 }
  expect(wishesFulfilled(count)).toEqual({ share: 0.375, wishes: 30, outings: 3 })
  expect(wishesFulfilled({ ...count, peopleBecame: 4 })).toBeNull()
  expect(wishesFulfilled({ ...count, peopleFaded: 0 })).toBeNull()
})
