import fc from 'fast-check'
import { expect, it } from 'vitest'
import { gather } from '@/lib/coffees/gathering/rules'
import { pair } from '@/lib/coffees/pairing/rules'
import { area, seat, type Table, worthOf } from '@/lib/coffees/seating/rules'
import { circleOf, compatible } from '@/lib/testing/candidates'
import { withThirds } from './rules'

const seatedAt = (tables: readonly Table[]) => tables.filter(({ length }) => length > 1).flat().length

it('seats as many as the best of all ways, where few can meet', () => {
  const sparse = fc.tuple(circleOf(4, 12), fc.array(fc.nat(7), { minLength: 12, maxLength: 12 }))
  fc.assert(
    fc.property(sparse, ({ 0: { people, ties }, 1: slots }) => {
      const fewer = people.map((one, i) => ({ ...one, slots: (1 << Number(slots[i])) | (1 << (i % 5)) }))
      const gathering = gather(fewer, ties, 1)
      const here = area(gathering, gathering.people)
      const tables = withThirds(here)
      for (const table of tables) expect(worthOf(here, table)).not.toBeNull()
      expect(tables.flat().sort((a, b) => a - b)).toEqual([...here.people.keys()])
      expect(seatedAt(tables)).toBe(seatedAt(seat(here, [...here.people.keys()]).tables))
    }),
    { numRuns: 300 },
  )
})

it('finds the one trio that leaves nobody alone, far from who is alone after pairing', () => {
  // A path of 20 people who can each meet the next, and one more at its end who closes a triangle.
  const people = compatible(21).map((one, i) => ({ ...one, languages: [`${i}`, `${i + 1}`], slots: 1 }))
  people[20] = {
    ...compatible(1)[0],
    ...people[20],
    languages: ['19'],
    id: 'person-20',
  } as (typeof people)[0]
  const gathering = gather(people, { met: [], apart: [] }, 1)
  const here = area(gathering, gathering.people)
  expect(seatedAt(pair(here))).toBe(20)
  expect(seatedAt(withThirds(here))).toBe(21)
})
