import { circles, split } from '@/lib/coffees/areas/rules'
import { type Gathering, gather, haveMet, type Person } from '@/lib/coffees/gathering/rules'
import { MOST_PAIRED, pair } from '@/lib/coffees/pairing/rules'
import { reseat } from '@/lib/coffees/reseating/rules'
import { type Area, area, MOST_AT_ONCE, seat, type Table } from '@/lib/coffees/seating/rules'
import { withThirds } from '@/lib/coffees/thirds/rules'
import type { Candidate, Round, Ties } from './schema'

/** People who are seated together where a circle is too large to be seated whole. */
const AREA = 100

/**
 * Who has coffee with whom in a round. In this order: as many people as can be, as few who have met before as can be
 * (the oldest meetings first), newcomers and those who have been out least, the size of table that they chose,
 * different trades, an interest in common, short ways.
 *
 * The same people, ties and seed give the same round, in whatever order they come. Circles of up to 12 people get the
 * best round there is. Circles of up to 300 get the best pairs there are, made into trios where that is better, and
 * larger ones the same by area: three at a table is NP-hard (3-dimensional matching; Garey and Johnson, 1979), so this
 * is local search, which may leave something better unfound. It computes without a pause, about half a second for each
 * thousand people.
 */
export function matchRound(candidates: readonly Candidate[], ties: Ties, seed: string | number): Round {
  const gathering = gather(candidates, ties, seed)
  const seated = circles(gathering).flatMap((circle) => seatCircle(gathering, circle))
  const ids = seated.map((table) => table.map(({ id }) => id).sort())
  return {
    tables: ids.filter(({ length }) => length > 1).sort(byFirst),
    alone: ids.flatMap((table) => (table.length === 1 ? table : [])).sort(),
  }
}

const byFirst = ([a = '']: string[], [b = '']: string[]) => (a < b ? -1 : 1)

function seatCircle(gathering: Gathering, circle: Person[]): Person[][] {
  if (circle.length <= MOST_PAIRED) return seatArea(gathering, circle)
  const tables = split(circle, AREA, 1 / 2).flatMap((people) => seatArea(gathering, people))
  return acrossBorders(gathering, circle, tables)
}

function seatArea(gathering: Gathering, people: Person[]): Person[][] {
  if (people.length === 1) return [people]
  const around = area(gathering, people)
  const tables = people.length <= MOST_AT_ONCE ? seat(around, [...people.keys()]).tables : searched(around)
  return tables.map((table) => table.map((i) => people[i] as Person))
}

/** From the best pairs; where that leaves people alone, from pairs and trios that leave fewer, if there are such. */
function searched(around: Area): Table[] {
  const tables = reseat(around, pair(around))
  if (aloneIn(tables) === 0) return tables
  const others = withThirds(around)
  return aloneIn(others) < aloneIn(tables) ? reseat(around, others) : tables
}

const aloneIn = (tables: readonly Table[]) => tables.filter(({ length }) => length === 1).length

/** Whoever is alone, or with people met before, tries again across the borders, in areas cut elsewhere. */
function acrossBorders(gathering: Gathering, circle: Person[], tables: Person[][]): Person[][] {
  const tableOf = new Map(tables.flatMap((table) => table.map((one) => [one, table] as const)))
  const at = (one: Person) => tableOf.get(one) ?? [one]
  const isPoor = (table: Person[]) =>
    table.length === 1 || table.some((a) => table.some((b) => a !== b && haveMet(gathering, a, b)))
  for (const people of split(circle, 2 * AREA, 1 / 3)) {
    if (!people.some((one) => isPoor(at(one)))) continue
    const inside = new Set(people)
    const whole = [...new Set(people.map(at))].filter((table) => table.every((one) => inside.has(one)))
    const present = whole.flat()
    const numbers = new Map(present.map((one, i) => [one, i]))
    const start = whole.map((table) => table.map((one) => numbers.get(one) as number))
    const poor = [...present.keys()].filter((i) => isPoor(at(present[i] as Person)))
    for (const table of reseat(area(gathering, present), start, poor)) {
      const sitting = table.map((i) => present[i] as Person)
      for (const one of sitting) tableOf.set(one, sitting)
    }
  }
  return [...new Set(tableOf.values())]
}
