import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Candidate, suggest } from './rules'

const now = new Date('2026-11-24T17:00:00Z')
const inDays = (days: number) => new Date(now.getTime() + days * 86_400_000)
const candidate = (id: string, values: Partial<Candidate> = {}): Candidate => ({
  ...{ id, seriesId: null, startsAt: inDays(2), endsAt: inDays(2.1), distance: 2000, going: 4, free: true },
  ...{ known: [], interest: null },
  ...values,
})
const order = (...candidates: Candidate[]) => suggest(candidates, now).map(({ id }) => id)

test.each([
  [
    'somebody known before all',
    [
      candidate('near', { distance: 100 }),
      candidate('known', { distance: 9000, known: [{ firstName: 'Ana', times: 2 }] }),
    ],
    ['known', 'near'],
  ],
  ['near before far', [candidate('far', { distance: 9000 }), candidate('near')], ['near', 'far']],
  ['soon before late', [candidate('late', { startsAt: inDays(9) }), candidate('soon')], ['soon', 'late']],
  ['small before large', [candidate('large', { going: 40 }), candidate('small')], ['small', 'large']],
  [
    'a little further for what one likes',
    [candidate('near'), candidate('salsa', { distance: 3500, interest: 'salsa' })],
    ['salsa', 'near'],
  ],
  [
    'one date of a series, the best',
    [candidate('b', { seriesId: 's', startsAt: inDays(9) }), candidate('a', { seriesId: 's' })],
    ['a'],
  ],
  ['three at most', ['a', 'b', 'c', 'd'].map((id) => candidate(id)), ['a', 'b', 'c']],
  [
    'one free, if any is',
    [...['a', 'b', 'c'].map((id) => candidate(id, { free: false })), candidate('free', { distance: 20_000 })],
    ['a', 'b', 'free'],
  ],
  ['nothing', [], []],
] as [string, Candidate[], string[]][])('%s', (_, candidates, expected) => {
  expect(order(...candidates)).toEqual(expected)
})

test('says why', () => {
  const known = [
    { firstName: 'Ana', times: 2 },
    { firstName: 'Bob', times: 1 },
  ]
  const [first] = suggest([candidate('a', { known, interest: 'salsa', distance: 700, going: 6 })], now)
  expect(first?.reasons).toEqual([
    { kind: 'known', name: 'Ana', times: 2 },
    { kind: 'interest', interest: 'salsa' },
    { kind: 'walk', minutes: 13 },
    { kind: 'people', count: 6 },
    { kind: 'ends', at: inDays(2.1) },
    { kind: 'free' },
  ])
  const [second] = suggest([candidate('b', { distance: 8400, going: 0, free: false })], now)
  expect(second?.reasons).toEqual([
    { kind: 'way', km: 8 },
    { kind: 'ends', at: inDays(2.1) },
  ])
})

test('of whatever is on: no more than three, each once, one free if any is, the same in any order', () => {
  const any = fc.record({
    seriesId: fc.constantFrom(null, 's', 't'),
    days: fc.integer({ min: 0, max: 14 }),
    distance: fc.integer({ min: 0, max: 40_000 }),
    going: fc.integer({ min: 0, max: 60 }),
    free: fc.boolean(),
    knows: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(any, { maxLength: 12 }), (all) => {
      const candidates = all.map(({ days, knows, ...rest }, i) =>
        candidate(String(i).padStart(2, '0'), {
          ...rest,
          startsAt: inDays(days),
          known: knows ? [{ firstName: 'Ana', times: 1 }] : [],
        }),
      )
      const found = suggest(candidates, now)
      const chosen = found.map(({ id }) => candidates[Number(id)])
      expect(chosen.length).toBe(
        Math.min(3, new Set(candidates.map(({ seriesId, id }) => seriesId ?? id)).size),
      )
      expect(new Set(chosen.map((one) => one?.seriesId ?? one?.id)).size).toBe(chosen.length)
      if (candidates.some(({ free, seriesId }) => free && seriesId === null))
        expect(chosen.some((one) => one?.free)).toBe(true)
      expect(suggest([...candidates].reverse(), now)).toEqual(found)
    }),
  )
})
