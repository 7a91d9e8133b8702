import { median } from '@/bench/median'
import type { State } from './state'

/** What came of one arm in one world. */
export interface Tally {
  /** Outings per person and week. */
  outings: number
  /** Others whom a person met at least twice, on average. */
  metTwice: number
  /** Share of people who met somebody at least twice. */
  metSomebodyTwice: number
  /** Share of all weeks of all people without an outing. */
  alone: number
  /** Share of people with four such weeks or more in a row. */
  fourAlone: number
  /** Weeks of the longest such row, of the person in the middle. */
  longestAlone: number
  /** Messages sent per person and week. */
  messages: number
}

const LONG = 4

export function tally(state: State): Tally {
  const { people, weeks, out } = state
  const personWeeks = people * weeks
  const twice = new Set<number>()
  let pairs = 0
  for (const [one, other, { times }] of state.pairs()) {
    if (times < 2) continue
    pairs++
    twice.add(one).add(other)
  }
  const isOut = (person: number, week: number) => (out[week * people + person] ?? 0) !== 0
  const everybody = Array.from({ length: people }, (_, person) =>
    longestRun(Array.from({ length: weeks }, (_, week) => !isOut(person, week))),
  )
  return {
    outings: out.reduce((sum, mask) => sum + bits(mask), 0) / personWeeks,
    metTwice: (2 * pairs) / people,
    metSomebodyTwice: twice.size / people,
    alone: out.filter((mask) => mask === 0).length / personWeeks,
    fourAlone: everybody.filter((run) => run >= LONG).length / people,
    longestAlone: median(everybody),
    messages: state.messages.reduce((sum, count) => sum + count, 0) / personWeeks,
  }
}

function bits(mask: number): number {
  let count = 0
  for (let left = mask; left > 0; left &= left - 1) count++
  return count
}

/** The length of the longest run of true. */
export function longestRun(values: readonly boolean[]): number {
  let [longest, run] = [0, 0]
  for (const value of values) {
    run = value ? run + 1 : 0
    longest = Math.max(longest, run)
  }
  return longest
}
