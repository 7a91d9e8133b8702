import type { Meeting, Person } from '@/lib/coffees/gathering/rules'

/** What one of each is worth; one of a higher tier outweighs all that can be had of the lower ones together. */
export interface Tiers {
  seated: number
  repeat: number
  fresh: number
  priority: number
  /** Somebody whose table is as large as they chose. */
  choice: number
  /** Two who chose the same size. */
  alike: number
  trade: number
  interest: number
  /** Steps of one kilometre; a step is worth 1. */
  stepsPerKm: number
  /** How often the meeting of a pair counts; each of the three of a trio counts once. */
  pairCounts: number
}

/** Rounds ago from which on a meeting is as old as any. */
const FRESHEST = 64
/** Newly arrived people come before those who have not been out for 52 weeks. */
const ARRIVED = 53
const MOST_STEPS = 2000

/**
 * One number for the six aims in their order, for up to `size` people at once: a numeral whose digits are the aims,
 * each with a base of one more than all its people could bring. The ways get what room is left.
 *
 * For 12 people, from the top: seated 13, repeats 13 (a trio can hold three), freshness 12·63 + 1, priority 12·53 + 1,
 * choices 13, trades 13, interests 13: together 1.8e11. Number.MAX_SAFE_INTEGER, 9.0e15, leaves the ways 4,190 steps
 * a person, of which 2,000 are used. Each counts by the share of the others at the table who are of another trade or
 * like the same, so a pair counts its meeting twice.
 */
export function tableTiers(people: readonly Person[], size: number): Tiers {
  const each = 1 + size
  const fresh = 1 + size * (FRESHEST - 1)
  const bases = { seated: each, repeat: each, fresh, choice: each, alike: 1, trade: each, interest: each }
  return { ...numeral(people, size, bases, Number.MAX_SAFE_INTEGER), alike: 0, pairCounts: 2 }
}

/**
 * The same for pairs alone, for a matching that counts seats by itself. For 300 people: freshness 150·63 + 1, priority
 * 300·53 + 1, trades and interests 151 make 3.4e12. Among pairs that never met there is no freshness, and what is left
 * goes to the ways; where some chose pairs and some trios, like goes to like first, which makes trios easy to form.
 */
export function pairTiers(people: readonly Person[], limit: number, met: boolean): Tiers {
  const each = 1 + people.length / 2
  const mixed = people.some(({ size }) => size !== people[0]?.size)
  const fresh = met ? 1 + (people.length / 2) * (FRESHEST - 1) : 1
  const bases = {
    seated: 1,
    repeat: 1,
    fresh,
    choice: 1,
    alike: mixed && !met ? each : 1,
    trade: each,
    interest: each,
  }
  const tiers = numeral(people, people.length, bases, limit)
  return { ...tiers, seated: 0, choice: 0, alike: mixed && !met ? tiers.alike : 0, pairCounts: 1 }
}

type Bases = Record<'seated' | 'repeat' | 'fresh' | 'choice' | 'alike' | 'trade' | 'interest', number>

function numeral(people: readonly Person[], size: number, bases: Bases, limit: number) {
  const ofPriority = 1 + size * ARRIVED
  const all = Object.values(bases).reduce((product, base) => product * base, ofPriority)
  if (all > limit) throw new RangeError(`The aims of ${size} people at once do not fit under ${limit}.`)
  const steps = Math.min(MOST_STEPS, Math.floor((limit / all - 1) / size))
  const furthest = people.reduce((most, { reachKm }) => Math.max(most, reachKm), 1)
  const interest = 1 + size * steps
  const trade = interest * bases.interest
  const alike = trade * bases.trade
  const choice = alike * bases.alike
  const priority = choice * bases.choice
  const fresh = priority * ofPriority
  const repeat = fresh * bases.fresh
  const seated = repeat * bases.repeat
  return { seated, repeat, fresh, priority, choice, alike, trade, interest, stepsPerKm: steps / furthest }
}

/**
 * What a table is worth: whole, and the more the better. `meetings` are those of every two at the table. The ways
 * together: of two, the way between them; of three, half the way around, less than which no place can make it.
 */
export function worth(table: readonly Person[], meetings: readonly Meeting[], tiers: Tiers): number {
  const chosen = table.length === 2 ? 'pair' : 'trio'
  let sum = tiers.seated * table.length
  for (const one of table) {
    sum += tiers.priority * (one.arrivedLately ? ARRIVED : Math.min(ARRIVED - 1, Math.max(0, one.weeksIn)))
    if (one.size === chosen) sum += tiers.choice
  }
  if (table[0]?.size === table[1]?.size) sum += tiers.alike
  const counts = table.length === 2 ? tiers.pairCounts : 1
  let km = 0
  for (const { roundsAgo, otherTrade, sharedInterest, km: way } of meetings) {
    if (roundsAgo !== undefined)
      sum -= tiers.repeat + tiers.fresh * Math.max(0, FRESHEST - Math.max(1, roundsAgo))
    if (otherTrade) sum += counts * tiers.trade
    if (sharedInterest) sum += counts * tiers.interest
    km += way
  }
  return sum - Math.floor(km * tiers.stepsPerKm * (table.length === 2 ? 1 : 0.5))
}
