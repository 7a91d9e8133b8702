import fc from 'fast-check'
import type { Candidate, Ties } from '@/lib/coffees/matching/schema'

const NO_TIES: Ties = { met: [], apart: [] }

/** People of one place who can all meet and differ in nothing. */
export function compatible(count: number, values: Partial<Candidate> = {}): Candidate[] {
  return Array.from({ length: count }, (_, i) => ({
    ...{ id: `person-${i}`, lat: 43.55, lng: 7, reachKm: 5, languages: ['fr'], slots: 1, trade: 'design' },
    ...{ interests: [], size: 'pair', arrivedLately: false, weeksIn: 0 },
    ...values,
  }))
}

const someone: fc.Arbitrary<Omit<Candidate, 'id'>> = fc.record({
  lat: fc.integer({ min: 0, max: 6 }).map((step) => 43.5 + step * 0.03),
  lng: fc.integer({ min: 0, max: 6 }).map((step) => 7 + step * 0.04),
  reachKm: fc.constantFrom(2, 5, 10, 20),
  languages: fc.subarray(['fr', 'en', 'it'], { minLength: 1 }),
  slots: fc.integer({ min: 1, max: 31 }),
  trade: fc.constantFrom('', 'design', 'law', 'code'),
  interests: fc.subarray(['salsa', 'fishing', 'running', 'chess'], { maxLength: 2 }),
  size: fc.constantFrom('pair', 'trio'),
  arrivedLately: fc.boolean(),
  weeksIn: fc.integer({ min: 0, max: 52 }),
})

/** People of one coast, of whom many can meet, and what stands between them. */
export function circleOf(
  minLength: number,
  maxLength: number,
): fc.Arbitrary<{ people: Candidate[]; ties: Ties }> {
  return fc.array(someone, { minLength, maxLength }).chain((some) => {
    const people = some.map((one, i) => ({ ...one, id: `person-${i}` }))
    if (people.length < 2) return fc.constant({ people, ties: NO_TIES })
    const pair = fc
      .uniqueArray(fc.nat(people.length - 1), { minLength: 2, maxLength: 2 })
      .map(([a, b]) => [`person-${a}`, `person-${b}`] as const)
    const met = fc.tuple(pair, fc.integer({ min: 1, max: 80 })).map(([[a, b], ago]) => [a, b, ago] as const)
    const ties = fc.record({
      met: fc.array(met, { maxLength: 2 * people.length }),
      apart: fc.array(pair, { maxLength: people.length }),
    })
    return fc.record({ people: fc.constant(people), ties })
  })
}
