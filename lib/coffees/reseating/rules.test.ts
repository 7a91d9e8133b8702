import fc from 'fast-check'
import { expect, it } from 'vitest'
import { gather } from '@/lib/coffees/gathering/rules'
import { pair } from '@/lib/coffees/pairing/rules'
import { area, type Table, worthOf } from '@/lib/coffees/seating/rules'
import { circleOf, compatible } from '@/lib/testing/candidates'
import { reseat } from './rules'

const seatedAt = (tables: readonly Table[]) => tables.filter(({ length }) => length > 1).flat().length

it('only ever seats more people, or the same at better tables, where they may sit: from nothing and from pairs', () => {
  fc.assert(
    fc.property(circleOf(13, 36), ({ people, ties }) => {
      const gathering = gather(people, ties, 1)
      const here = area(gathering, gathering.people)
      for (const start of [[], pair(here)]) {
        const tables = reseat(here, start)
        expect(tables.flat().sort((a, b) => a - b)).toEqual([...here.people.keys()])
        for (const table of tables) expect(worthOf(here, table)).not.toBeNull()
        expect(seatedAt(tables)).toBeGreaterThanOrEqual(seatedAt(start))
      }
    }),
    { numRuns: 60 },
  )
})

it('keeps apart who wants to be, also where that leaves somebody alone', () => {
  const people = compatible(15)
  const apart = people.slice(1).map(({ id }) => ['person-0', id] as const)
  const gathering = gather(people, { met: [], apart }, 1)
  const here = area(gathering, gathering.people)
  const alone = reseat(here, []).filter(({ length }) => length === 1)
  expect(alone.map(([i = 0]) => here.people[i]?.id)).toEqual(['person-0'])
})

it('looks only at the tables of those whom it is given', () => {
  const gathering = gather(compatible(30, { size: 'trio' }), { met: [], apart: [] }, 1)
  const here = area(gathering, gathering.people)
  expect(reseat(here, pair(here), [])).toHaveLength(15)
  expect(reseat(here, pair(here), [0]).length).toBeLessThan(15)
  expect(reseat(here, pair(here))).toHaveLength(10)
})
