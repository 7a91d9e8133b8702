import { matchRound } from '@/lib/coffees/matching/rules'
import type { Candidate, Ties } from '@/lib/coffees/matching/schema'
import { haveCommonPoint } from '@/lib/geo/discs'

/** How far people go for lunch from where they work, kilometres: areas of a table are at most twice that apart. */
export const LUNCH_KM = 2.5

/** Somebody at a client's, at the centre of the cell of its town. */
export type Lunchgoer = Pick<Candidate, 'id' | 'lat' | 'lng' | 'trade' | 'interests' | 'languages'>

const pairOf = (a: string, b: string) => (a < b ? `${a} ${b}` : `${b} ${a}`)

/**
 * Who has lunch with whom on a day, in tables of two to four; whoever finds nobody is in none. Seated as a round of
 * coffees is, so that most people have company, who sat together longest ago comes before who did lately, and trades
 * mix; then pairs join to fours where nobody sits again with whom they sat last week. The same people, ties and seed
 * give the same tables.
 */
export function lunchTables(people: readonly Lunchgoer[], ties: Ties, seed: string): string[][] {
  const same = { reachKm: LUNCH_KM, slots: 1, size: 'trio', arrivedLately: false, weeksIn: 0 } as const
  const [met, apart] = [[...ties.met], [...ties.apart]]
  const candidates = people.map((person) => ({ ...person, ...same }))
  const { tables } = matchRound(candidates, { met, apart }, seed)
  const byId = new Map(people.map((person) => [person.id, person]))
  const lately = met.filter(([, , roundsAgo]) => roundsAgo <= 1)
  const barred = new Set([...lately, ...apart].map(([a, b]) => pairOf(a, b)))
  const seated = tables.map((table) => table.flatMap((id) => byId.get(id) ?? []))
  return joined(seated, barred).map((table) => table.map(({ id }) => id))
}

function joined(tables: Lunchgoer[][], barred: ReadonlySet<string>): Lunchgoer[][] {
  const pairs = tables.filter(({ length }) => length === 2)
  const done = tables.filter(({ length }) => length > 2)
  for (let pair = pairs.shift(); pair; pair = pairs.shift()) {
    const table = pair
    const [best] = pairs
      .filter((other) => fits(table, other, barred))
      .sort((a, b) => trades([...table, ...b]) - trades([...table, ...a]))
    if (best) pairs.splice(pairs.indexOf(best), 1)
    done.push([...table, ...(best ?? [])])
  }
  return done
}

const trades = (people: Lunchgoer[]) => new Set(people.map(({ trade }) => trade)).size

/** May two pairs sit together: a place in reach of all, a language between any two, and no two who are to sit apart? */
function fits(pair: Lunchgoer[], other: Lunchgoer[], barred: ReadonlySet<string>): boolean {
  const strangers = pair.flatMap((a) => other.map((b) => [a, b] as const))
  return (
    strangers.every(
      ([a, b]) => !barred.has(pairOf(a.id, b.id)) && a.languages.some((one) => b.languages.includes(one)),
    ) && haveCommonPoint([...pair, ...other].map(({ lat, lng }) => ({ lat, lng, km: LUNCH_KM })))
  )
}
