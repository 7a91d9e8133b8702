import fc from 'fast-check'
import { expect, it } from 'vitest'
import { gather } from '@/lib/coffees/gathering/rules'
import { area, seat, type Table, worthOf } from '@/lib/coffees/seating/rules'
import { circleOf, compatible } from '@/lib/testing/candidates'
import { MOST_PAIRED, pair } from './rules'

it('finds pairs as good as trying everything, but for steps of the ways', () => {
  fc.assert(
    fc.property(circleOf(2, 10), ({ people, ties }) => {
      const inPairs = people.map((one) => ({ ...one, size: 'pair' as const }))
      const gathering = gather(inPairs, ties, 1)
      const here = area(gathering, gathering.people, 2)
      const total = (tables: readonly Table[]) =>
        tables.reduce((sum, one) => sum + (worthOf(here, one) ?? Number.NaN), 0)
      const found = pair(here)
      expect(new Set(found.flat()).size).toBe(found.flat().length)
      const exact = seat(here, [...here.people.keys()])
      expect(exact.worth).toBe(total(exact.tables))
      expect(Math.abs(exact.worth - total(found))).toBeLessThan(here.tiers.interest)
    }),
    { numRuns: 300 },
  )
})

it('pairs everybody of the largest circle that it takes, with half of all meetings behind them', () => {
  const people = compatible(MOST_PAIRED, { reachKm: 40 })
  const met = people.flatMap((a, i) =>
    people
      .slice(i + 1)
      .filter((_, j) => (i + j) % 2)
      .map((b) => [a.id, b.id, 1 + (i % 70)] as const),
  )
  const gathering = gather(people, { met, apart: [] }, 1)
  const here = area(gathering, gathering.people)
  const found = pair(here)
  expect(new Set(found.flat()).size).toBe(MOST_PAIRED)
  expect(found.filter(([i = 0, j = 0]) => here.meetings[i]?.[j]?.roundsAgo !== undefined)).toEqual([])
})

it('takes the fewest and oldest repeats when nobody new is left', () => {
  const people = compatible(14)
  const met = people.flatMap((a, i) =>
    people.slice(i + 1).map((b, j) => [a.id, b.id, j === 0 && i % 2 === 0 ? 9 : 2] as const),
  )
  const gathering = gather(people, { met, apart: [] }, 1)
  const here = area(gathering, gathering.people)
  expect(pair(here).map(([i = 0, j = 0]) => here.meetings[i]?.[j]?.roundsAgo)).toEqual(Array(7).fill(9))
})
