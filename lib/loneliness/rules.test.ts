import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Check, curve, nextCheck, readChecks, scoreOf } from './rules'

const check = (day: string, ...answers: [number, number, number]): Check => ({ day, answers }) as Check

test('the score is the sum of three answers of 1 to 3', () => {
  expect(scoreOf(check('2026-11-24', 1, 1, 1))).toBe(3)
  expect(scoreOf(check('2026-11-24', 3, 2, 1))).toBe(6)
  expect(scoreOf(check('2026-11-24', 3, 3, 3))).toBe(9)
})

test('at most monthly, over the change of clocks too', () => {
  expect(nextCheck([], '2026-11-24')).toBeNull()
  const checks = [check('2026-01-01', 1, 1, 1), check('2026-10-20', 1, 2, 1)]
  expect(nextCheck(checks, '2026-11-16')).toBe('2026-11-17')
  expect(nextCheck(checks, '2026-11-17')).toBeNull()
})

test('the curve stays in its picture, in order, a high score up', () => {
  const day = fc
    .integer({ min: 0, max: 9000 })
    .map((n) => new Date(Date.UTC(2020, 0, 1) + n * 86_400_000).toISOString().slice(0, 10))
  const answer = fc.integer({ min: 1, max: 3 })
  const one = fc.tuple(day, answer, answer, answer).map(([at, ...answers]) => check(at, ...answers))
  fc.assert(
    fc.property(fc.array(one, { minLength: 1, maxLength: 40 }), (all) => {
      const points = curve(
        all.sort((a, b) => (a.day < b.day ? -1 : 1)),
        300,
        100,
      )
      for (const [i, { x, y, score }] of points.entries()) {
        expect(x).toBeGreaterThanOrEqual(points[i - 1]?.x ?? 0)
        expect(x).toBeLessThanOrEqual(300)
        expect(y).toBeCloseTo(100 - ((score - 3) / 6) * 100)
      }
    }),
  )
})

test('what a phone kept is read with care', () => {
  const kept = [check('2026-11-24', 1, 2, 3)]
  expect(readChecks(kept)).toEqual(kept)
  expect(readChecks(undefined)).toEqual([])
  for (const wrong of [
    'x',
    [{}],
    [null],
    [...kept, check('2026-13-01', 1, 2, 3)],
    [{ day: '2026-11-24', answers: [1, 2] }],
    [check('24/11/2026', 1, 2, 3)],
    [check('2026-11-24', 0, 2, 3)],
    [check('2026-11-24', 1, 2, 4)],
  ])
    expect(readChecks(wrong)).toEqual([])
})
