import blossom from 'edmonds-blossom'
import type { Meeting, Person } from '@/lib/coffees/gathering/rules'
import type { Area, Table } from '@/lib/coffees/seating/rules'
import { pairTiers, worth } from '@/lib/coffees/worth/rules'

/** The most people that are paired at once: with more, the weights of all aims no longer fit. */
export const MOST_PAIRED = 300

/**
 * The best pairs of an area, exactly: as many as can be, then by worth. People who never met are tried first; only when
 * that leaves out more than one odd person are those who have met let in, and the fewest of them taken.
 * Edmonds' blossom algorithm in O(n³) (Galil, "Efficient algorithms for finding maximum matching in graphs", 1986).
 */
export function pair(area: Area): Table[] {
  const fresh = matched(area, false)
  const repeats = area.meetings.some((row) => row.some((one) => one?.roundsAgo !== undefined))
  return repeats && fresh.length < Math.floor(area.people.length / 2) ? matched(area, true) : fresh
}

/** The best pairs among all, or all but some: of people who never met, or of any. */
export function matched({ people, meetings }: Area, met: boolean, without?: ReadonlySet<number>): Table[] {
  // With the most pairs asked for, dual variables (doubled, so as to stay whole) grow up to `people` times a weight.
  const tiers = pairTiers(people, 2 ** 52 / (people.length + 1), met)
  const edges: [number, number, number][] = []
  for (const [i, row] of meetings.entries()) {
    for (let j = i + 1; j < people.length; j++) {
      const one = row[j]
      if (!one || (one.roundsAgo !== undefined && !met) || without?.has(i) || without?.has(j)) continue
      edges.push([i, j, worth([people[i], people[j]] as Person[], [one] as Meeting[], tiers)])
    }
  }
  return blossom(edges, true).flatMap((mate, i) => (mate > i ? [[i, mate]] : []))
}
