import { median, timed } from '@/bench/median'
import { circles } from '@/lib/coffees/areas/rules'
import { type Gathering, gather, type Person } from '@/lib/coffees/gathering/rules'
import { matchRound } from '@/lib/coffees/matching/rules'
import { pair } from '@/lib/coffees/pairing/rules'
import { reseat } from '@/lib/coffees/reseating/rules'
import { type Area, area, seat, type Table, worthOf } from '@/lib/coffees/seating/rules'
import { pairTiers, worth } from '@/lib/coffees/worth/rules'
import { figures } from './figures'
import { nearestPairs } from './nearest'
import { generator, population } from './population'

const SEED = 42
const TIMES = 3
const SIZES = [20, 50, 100, 200, 300]
const SMALL = 12
const CIRCLES = 100
const CROWD = 100_000
const TOWNS = 500

/**
 * Coffees: the local search beside exact answers where there are any (pairs by the blossom algorithm; trios by trying
 * everything, among 12 people), then a round of 100,000 people in 500 towns beside the plainest way to do it.
 */
export async function bench() {
  const rows = []
  for (const size of SIZES) rows.push(...(await inPairs(size)))
  return [...rows, ...(await inTrios()), ...(await inTowns())]
}

/** So many people of one town's largest circle. */
function someCircle(size: number, random: () => number): { gathering: Gathering; people: Person[] } {
  const { people, ties } = population(2 * size, 1, random)
  const gathering = gather(people, ties, SEED)
  const largest = circles(gathering).reduce((a, b) => (b.length > a.length ? b : a))
  return { gathering, people: largest.slice(0, size) }
}

async function inPairs(size: number) {
  const { gathering, people } = someCircle(size, generator(SEED + size))
  const inPairs = people.map((one) => ({ ...one, size: 'pair' as const }))
  const two = area(gathering, inPairs, 2)
  const three = area(gathering, people)
  const exact = await repeated(() => pair(two))
  const searched = await repeated(() => reseat(two, []))
  const asItRuns = await repeated(() => reseat(three, pair(three)))
  const row = (way: string, { tables, ...cost }: typeof exact, here: Area, best = '') => ({
    ...{ people: size, way, ...figures([{ gathering, tables: sitting(here, tables) }]) },
    ...{ 'of the best': best, ...cost },
  })
  const share = weight(two, searched.tables) / weight(two, exact.tables)
  return [
    row('pairs, exact', exact, two, '1'),
    row('pairs, local search', searched, two, share.toFixed(4)),
    row('pairs and trios', asItRuns, three),
  ]
}

/** By the weights that the exact answer is the greatest for, but for what is the same for all who are seated. */
function weight({ people, meetings }: Area, tables: readonly Table[]): number {
  const tiers = pairTiers(people, 2 ** 52 / (people.length + 1), false)
  return tables.reduce((sum, [i = 0, j = 0]) => {
    const one = meetings[i]?.[j]
    return one ? sum + worth([people[i], people[j]] as Person[], [one], { ...tiers, priority: 0 }) : sum
  }, 0)
}

/** A hundred circles of twelve, each seated exactly and by the search that larger circles get. */
async function inTrios() {
  const random = generator(SEED)
  const some = Array.from({ length: CIRCLES }, () => someCircle(SMALL, random))
  const areas = some.map(({ gathering, people }) => area(gathering, people))
  const exact = await repeated(() => areas.map((here) => seat(here, [...here.people.keys()]).tables))
  const searched = await repeated(() => areas.map((here) => reseat(here, pair(here))))
  const total = (here: Area, tables: readonly Table[] = []) =>
    tables.reduce((sum, table) => sum + (worthOf(here, table) ?? 0), 0)
  const equal = areas.filter((here, i) => total(here, exact.tables[i]) === total(here, searched.tables[i]))
  const row = (way: string, { tables, ...cost }: typeof exact, best: string) => {
    const rounds = some.map(({ gathering }, i) => ({
      gathering,
      tables: sitting(areas[i] as Area, tables[i] as Table[]),
    }))
    return { people: `${CIRCLES} x ${SMALL}`, way, ...figures(rounds), 'of the best': best, ...cost }
  }
  return [
    row('pairs and trios, exact', exact, '1'),
    row('pairs and trios, local search', searched, `${equal.length} of ${CIRCLES} equal`),
  ]
}

async function inTowns() {
  const { people, ties } = population(CROWD, TOWNS, generator(SEED))
  const gathering = gather(people, ties, SEED)
  const byId = new Map(gathering.people.map((one) => [one.id, one]))
  const plain = await repeated(() => nearestPairs(gather(people, ties, SEED)))
  const round = await repeated(() =>
    matchRound(people, ties, SEED).tables.map((table) => table.map((id) => byId.get(id) as Person)),
  )
  return [
    { way: 'nearest first', ...plain },
    { way: 'matchRound', ...round },
  ].map(({ way, tables, ...cost }) => ({
    ...{ people: CROWD, way, ...figures([{ gathering, tables }]), 'of the best': '', ...cost },
  }))
}

const sitting = ({ people }: Area, tables: readonly Table[]) =>
  tables.map((table) => table.map((i) => people[i] as Person))

/** The median of three times, and the most memory that the process has had so far. */
async function repeated<T>(work: () => T) {
  const times: number[] = []
  const results: T[] = []
  while (times.length < TIMES) times.push(await timed(async () => results.splice(0, 1, work())))
  const tables = results[0] as T
  const memory = Math.round(process.resourceUsage().maxRSS / 1024)
  return { tables, 'ms (median of 3)': Number(median(times).toFixed(1)), 'MB at most': memory }
}
