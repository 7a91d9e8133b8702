import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Meeting, Person } from '@/lib/coffees/gathering/rules'
import { compatible } from '@/lib/testing/candidates'
import { pairTiers, tableTiers, worth } from './rules'

const REACH = 40

const person = fc
  .record({
    arrivedLately: fc.boolean(),
    weeksIn: fc.integer({ min: 0, max: 52 }),
    size: fc.constantFrom('pair', 'trio'),
  })
  .map(
    (values) =>
      ({ ...compatible(1, { reachKm: REACH, ...values })[0], index: 0, x: 0, y: 0, z: 0 }) as Person,
  )

const meeting: fc.Arbitrary<Meeting> = fc.record({
  roundsAgo: fc.option(fc.integer({ min: 1, max: 90 }), { nil: undefined }),
  otherTrade: fc.boolean(),
  sharedInterest: fc.boolean(),
  km: fc.integer({ min: 0, max: 2 * REACH }),
})

const table = fc.oneof(
  fc.record({ sitting: fc.tuple(person, person), meetings: fc.tuple(meeting) }),
  fc.record({ sitting: fc.tuple(person, person, person), meetings: fc.tuple(meeting, meeting, meeting) }),
)
type Seated = { sitting: Person[]; meetings: Meeting[] }

/** The six aims and the size of table, each the more the better. */
function aims(tables: Seated[]): number[] {
  const sum = (each: (table: Seated) => number) => tables.reduce((total, table) => total + each(table), 0)
  const counted = ({ sitting, meetings }: Seated, is: (one: Meeting) => boolean) =>
    meetings.filter(is).length * (sitting.length === 2 ? 2 : 1)
  const perPerson = (value: (one: Person, table: Seated) => number) =>
    sum((table) => table.sitting.reduce((total, one) => total + value(one, table), 0))
  return [
    perPerson(() => 1),
    -sum(({ meetings }) => meetings.filter(({ roundsAgo }) => roundsAgo !== undefined).length),
    -sum(({ meetings }) =>
      meetings.reduce((all, { roundsAgo = 64 }) => all + Math.max(0, 64 - roundsAgo), 0),
    ),
    perPerson(({ arrivedLately, weeksIn }) => (arrivedLately ? 53 : weeksIn)),
    perPerson(({ size }, { sitting }) => Number((size === 'pair') === (sitting.length === 2))),
    sum((table) => counted(table, ({ otherTrade }) => otherTrade)),
    sum((table) => counted(table, ({ sharedInterest }) => sharedInterest)),
  ]
}

it('one number says of any two arrangements of up to twelve people which is better, aim by aim', () => {
  const arrangement = fc.array(table, { maxLength: 4 })
  const tiers = tableTiers(compatible(1, { reachKm: REACH }) as Person[], 12)
  const total = (tables: Seated[]) =>
    tables.reduce((sum, one) => sum + worth(one.sitting, one.meetings, tiers), 0)
  fc.assert(
    fc.property(arrangement, arrangement, (one, other) => {
      const [ours, theirs] = [aims(one), aims(other)]
      const at = ours.findIndex((aim, i) => aim !== theirs[i])
      if (at >= 0)
        expect(Math.sign(total(one) - total(other))).toBe(Math.sign(Number(ours[at]) - Number(theirs[at])))
      expect(Number.isSafeInteger(total(one))).toBe(true)
    }),
    { numRuns: 2000 },
  )
})

it('shorter ways break what is equal otherwise', () => {
  const tiers = tableTiers(compatible(1, { reachKm: REACH }) as Person[], 12)
  const pair = fc.sample(fc.tuple(person, person), { numRuns: 1, seed: 1 })[0] as Person[]
  const far = (km: number) =>
    worth(pair, [{ roundsAgo: undefined, otherTrade: true, sharedInterest: true, km }], tiers)
  expect(far(3)).toBeGreaterThan(far(3.1))
})

it('weights of 300 people, met before and not, leave a matching room to count in; of more they are refused', () => {
  const people = (count: number) =>
    compatible(count, { reachKm: REACH }).map((one, i) => ({
      ...one,
      size: i % 2 ? 'pair' : 'trio',
    })) as Person[]
  for (const met of [true, false]) {
    const tiers = pairTiers(people(300), 2 ** 52 / 301, met)
    expect(tiers.repeat).toBeLessThanOrEqual(2 ** 52 / 301)
    expect(tiers.interest).toBeGreaterThan(0)
  }
  expect(() => pairTiers(people(1000), 2 ** 52 / 1001, true)).toThrow(RangeError)
})
