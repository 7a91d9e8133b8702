import {
  about,
  type Bar,
  type Bin,
  bars,
  binned,
  discreet,
  type Histogram,
  isEnough,
  LEAST,
  median,
  type Row,
  totals,
} from '@/lib/measures/rules'

export type Wait = 'day' | 'week' | 'fortnight' | 'month' | 'quarter' | 'later'

/** Days from an account to the first outing. */
const WAITS: readonly Bin<Wait>[] = [
  { key: 'day', from: 0 },
  { key: 'week', from: 1 },
  { key: 'fortnight', from: 7 },
  { key: 'month', from: 14 },
  { key: 'quarter', from: 30 },
  { key: 'later', from: 90 },
]

/** From the account to the first outing, in days. */
export interface FirstOutings {
  /** Members, to the nearest five. */
  people: number
  /** Days, of those who have been out. */
  median: number
  bars: Bar<Wait | 'not_yet'>[]
}

/** Null where fewer than five have been out. `days` holds those who have, `notYet` counts the others. */
export function firstOutings(days: Histogram, notYet: number): FirstOutings | null {
  const out = days.reduce((total, { people }) => total + people, 0)
  const middle = median(days)
  if (middle === null || out < LEAST) return null
  const rows = [...binned(days, WAITS), { key: 'not_yet' as const, parts: [notYet] }]
  return { people: about(out + notYet), median: middle, bars: bars(rows) }
}

/** First-timers of one month ("2026-11"), and how many of them were out again within thirty days. */
export interface Cohort {
  month: string
  first: number
  again: number
}

export interface ComingBack {
  /** First-timers, to the nearest five. */
  people: number
  /** From 0 to 1. */
  share: number
  bars: Bar[]
}

/** Null where fewer than five came back, or fewer than five did not: the share would tell of those few. */
export function comingBack(cohorts: readonly Cohort[]): ComingBack | null {
  const rows = cohorts.map(({ month, first, again }) => ({ key: month, parts: [again, first - again] }))
  const all = totals(rows)
  if (!isEnough(all)) return null
  const shown = discreet(rows)
  const share = ([again = 0, others = 0]: readonly number[]) => again / (again + others)
  return {
    people: about(all.reduce((total, part) => total + part, 0)),
    share: share(all),
    bars: rows.map(({ key }, i) => ({ key, share: shown[i] ? share(shown[i].parts) : null })),
  }
}

/** What was done in one week. */
export interface Week {
  /** Its Monday, 00:00 UTC. */
  week: Date
  /** People who had proven an address by its end. */
  members: number
  outings: number
  /** Different people who were out. */
  people: number
}

/** One point of a line; null where it would speak of too few. */
export interface Point {
  week: Date
  value: number | null
}

export interface Weekly {
  /** Over the weeks that are shown. */
  overall: number
  points: Point[]
}

/** Outings for each member; a week in which fewer than five people were out is shown nowhere. Null where none is left. */
export function outingsAWeek(weeks: readonly Week[]): Weekly | null {
  const shown = weeks.filter(({ people }) => people >= LEAST)
  const total = (of: 'outings' | 'members') => shown.reduce((sum, week) => sum + week[of], 0)
  if (shown.length === 0) return null
  return {
    overall: total('outings') / total('members'),
    points: weeks.map(({ week, members, outings, people }) => ({
      week,
      value: people >= LEAST ? outings / members : null,
    })),
  }
}

/** Minutes that people spent here for one outing, week by week: medians. Null where no week has five people. */
export function minutesPerOuting(
  weeks: readonly Date[],
  spent: readonly { week: Date; spent: Histogram }[],
): Weekly | null {
  const of = new Map(spent.map((one) => [one.week.getTime(), one.spent]))
  const enough = weeks
    .map((week) => of.get(week.getTime()) ?? [])
    .map((histogram) => (isEnough(totals(histogram.map(asRow))) ? histogram : []))
  const overall = median(enough.flat())
  if (overall === null) return null
  return { overall, points: weeks.map((week, i) => ({ week, value: median(enough[i] ?? []) })) }
}

const asRow = ({ people }: { people: number }): Row => ({ parts: [people] })

/** How many pairs met three times or more; null where they are fewer than five people. */
export const oftenMet = ({ pairs, people }: { pairs: number; people: number }): number | null =>
  people >= LEAST ? pairs : null

/** Wishes of a year that are over, and what became of them. */
export interface WishCount {
  /** Wishes that became an outing, and those that faded. */
  became: number
  faded: number
  outings: number
  /** So many different people at least: wishes that were there on the same day. */
  peopleBecame: number
  peopleFaded: number
}

export interface Wishes {
  /** From 0 to 1. */
  share: number
  /** To the nearest five. */
  wishes: number
  outings: number
}

/** Null where fewer than five people's wishes came true, or fewer than five people's did not. */
export function wishesFulfilled(count: WishCount): Wishes | null {
  const { became, faded, outings } = count
  if (!isEnough([count.peopleBecame, count.peopleFaded])) return null
  return { share: became / (became + faded), wishes: about(became + faded), outings }
}
