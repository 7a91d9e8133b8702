import { matched } from '@/lib/coffees/pairing/rules'
import { type Area, type Table, worthOf } from '@/lib/coffees/seating/rules'

/** Matchings tried, times people: how much is spent on the last ones who are alone. */
const EFFORT = 20_000

/**
 * Pairs and a few trios that leave as few alone as can be: where the most pairs leave somebody alone, trios are taken
 * one by one as long as the others then have a matching that leaves fewer. Unlike trios alone, trios among pairs are not
 * hard (Cornuéjols, Hartvigsen and Pulleyblank, "Packing subgraphs in a graph", 1982). Past the effort, trios stay untried.
 */
export function withThirds(area: Area): Table[] {
  let trios: Table[] = []
  let pairs = matched(area, true)
  let tries = Math.ceil(EFFORT / area.people.length)
  for (let more = true; more; ) {
    more = false
    for (const trio of candidates(area, pairs, alone(area, [...trios, ...pairs]))) {
      if (tries-- <= 0) break
      const others = matched(area, true, new Set([...trios, trio].flat()))
      // Three more are seated now, and two fewer in pairs at most.
      if (others.length < pairs.length - 1) continue
      trios = [...trios, trio]
      pairs = others
      more = true
      break
    }
  }
  return [...trios, ...pairs, ...alone(area, [...trios, ...pairs]).map((i) => [i])]
}

function alone({ people }: Area, tables: readonly Table[]): number[] {
  const seated = new Set(tables.flat())
  return [...people.keys()].filter((i) => !seated.has(i))
}

/** Trios of people each of whom could be the one alone: at even steps along paths in and out of the pairs. */
function* candidates(area: Area, pairs: readonly Table[], alone: readonly number[]): Generator<Table> {
  const even = new Set(alone)
  const mates = new Map(pairs.flatMap(([a = 0, b = 0]) => [[a, b] as const, [b, a] as const]))
  for (const i of even)
    for (const [j, one] of (area.meetings[i] ?? []).entries()) if (one) even.add(mates.get(j) ?? i)
  const found = [...even]
  for (const [at, a] of found.entries())
    for (const [next, b] of found.slice(at + 1).entries())
      if (area.meetings[a]?.[b])
        for (const c of found.slice(at + next + 2)) if (worthOf(area, [a, b, c]) !== null) yield [a, b, c]
}
