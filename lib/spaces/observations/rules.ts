import { NOISE, type Noise, SOCKETS, type Sockets } from '@/lib/spaces/terms'
import type { ObservedTopic } from './schema'

/** Days after which what somebody found counts half as much beside what is found today. */
export const HALF_LIFE = 182
/** Milliseconds. */
const DAY = 86_400_000

/** What one person found: Mbit/s, or the place of their answer. */
export type Found = { value: number; observedAt: Date }

/** The column of `spaces` a topic fills, and with what. */
export type Filled =
  | { field: 'wifiMbps'; value: number | null }
  | { field: 'sockets'; value: Sockets | null }
  | { field: 'noise'; value: Noise | null }

/**
 * What people found, as one fact: the median speed, or the answer given most, each person weighing less the longer ago
 * they were there. All weights shrink alike, so that it changes only when somebody says something. Null when nobody did.
 */
export function agreed(topic: ObservedTopic, found: readonly Found[], now: Date): Filled {
  const weighed = found.map(({ value, observedAt }) => ({ value, weight: weightOf(observedAt, now) }))
  if (topic === 'wifi') return { field: 'wifiMbps', value: median(weighed) }
  const most = mode(weighed)
  if (topic === 'sockets') return { field: 'sockets', value: most === null ? null : (SOCKETS[most] ?? null) }
  return { field: 'noise', value: most === null ? null : (NOISE[most] ?? null) }
}

type Weighed = { value: number; weight: number }

const weightOf = (at: Date, now: Date) => 2 ** -((now.getTime() - at.getTime()) / DAY / HALF_LIFE)

/** The first value at which half of the weight is reached. */
function median(weighed: readonly Weighed[]): number | null {
  const half = weighed.reduce((sum, { weight }) => sum + weight, 0) / 2
  let reached = 0
  for (const { value, weight } of weighed.toSorted((a, b) => a.value - b.value)) {
    reached += weight
    if (reached >= half) return value
  }
  return null
}

/** The value with the most weight; the smaller of two alike. */
function mode(weighed: readonly Weighed[]): number | null {
  const weights = new Map<number, number>()
  for (const { value, weight } of weighed) weights.set(value, (weights.get(value) ?? 0) + weight)
  const [first] = [...weights].sort(([a, x], [b, y]) => y - x || a - b)
  return first?.[0] ?? null
}
