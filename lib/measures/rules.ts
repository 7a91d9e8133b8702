/** Nothing is said of fewer people than this. */
export const LEAST = 5

const DAY = 86_400_000
const WEEK = 7 * DAY

/** The Monday before, 00:00 UTC. Figures stand still until the next one, so that no single evening can be read off them. */
export function weekStart(at: Date): Date {
  const midnight = Math.floor(at.getTime() / DAY) * DAY
  const sinceMonday = (new Date(midnight).getUTCDay() + 6) % 7
  return new Date(midnight - sinceMonday * DAY)
}

/** The Mondays of the `count` whole weeks before one, oldest first. */
export const weeksBefore = (monday: Date, count: number): Date[] =>
  Array.from({ length: count }, (_, i) => new Date(monday.getTime() - (count - i) * WEEK))

/** People by value, in any order: 3 people with a value of 7. */
export type Histogram = readonly { value: number; people: number }[]

/** The value that half of the people do not exceed (the lower one of two in the middle); null without people. */
export function median(histogram: Histogram): number | null {
  const sorted = histogram.filter(({ people }) => people > 0).sort((a, b) => a.value - b.value)
  let left = sum(sorted.map(({ people }) => people)) / 2
  for (const { value, people } of sorted) {
    left -= people
    if (left <= 0) return value
  }
  return null
}

/** A row of a table: so many people in each of its parts ("came back", "did not"). */
export type Row = { parts: readonly number[] }

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)

/** May these parts be spoken of? A part of fewer than five people, nobody included, speaks of those few. */
export const isEnough = (parts: readonly number[]): boolean => parts.every((people) => people >= LEAST)

/** What rows come to together, part by part. */
export const totals = (rows: readonly Row[]): number[] =>
  (rows[0]?.parts ?? [0]).map((_, part) => sum(rows.map(({ parts }) => parts[part] ?? 0)))

/**
 * The rows that may be shown beside their total; null in the place of the others. Where those together would be too few,
 * the smallest of the rest are hidden as well: else one subtraction would tell. Source: "complementary suppression",
 * Willenborg and de Waal, Elements of Statistical Disclosure Control, 2001.
 */
export function discreet<R extends Row>(rows: readonly R[]): (R | null)[] {
  const hidden = new Set(rows.filter(({ parts }) => !isEnough(parts)))
  const rest = rows.filter((row) => !hidden.has(row)).sort((a, b) => sum(a.parts) - sum(b.parts))
  for (const row of rest) {
    if (hidden.size === 0 || isEnough(totals([...hidden]))) break
    hidden.add(row)
  }
  return rows.map((row) => (hidden.has(row) ? null : row))
}

/** How many people, to the nearest five: enough to judge a figure by, and no use for subtraction. */
export const about = (people: number): number => Math.round(people / LEAST) * LEAST

/** A bar of a plot; `share` is from 0 to 1, null where it would speak of too few. */
export interface Bar<K extends string = string> {
  key: K
  share: number | null
}

/** What people's values are sorted into: `from` is the least of each. */
export interface Bin<K extends string> {
  key: K
  from: number
}

/** How many people there are in each bin; bins are in rising order and the first begins at or below any value. */
export function binned<K extends string>(histogram: Histogram, bins: readonly Bin<K>[]) {
  return bins.map(({ key, from }, i) => {
    const to = bins[i + 1]?.from ?? Number.POSITIVE_INFINITY
    const inside = histogram.filter(({ value }) => value >= from && value < to)
    return { key, parts: [sum(inside.map(({ people }) => people))] }
  })
}

/** The share that each row has of everybody; null where it is hidden. */
export function bars<K extends string>(rows: readonly (Row & { key: K })[]): Bar<K>[] {
  const everybody = totals(rows)[0] ?? 0
  const shown = discreet(rows)
  return rows.map(({ key }, i) => {
    const people = shown[i]?.parts[0]
    return { key, share: people === undefined ? null : people / everybody }
  })
}
