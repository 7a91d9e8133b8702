import { Temporal } from 'temporal-polyfill'
import { halfDaysIn } from '@/lib/coffees/halfdays/rules'
import { dayOf } from '@/lib/events/when/rules'
import { distance } from '@/lib/geo/distance'
import type { LatLng } from '@/lib/geo/types'

/** Two who met less long ago need no suggestion. Milliseconds. */
const WEEK = 7 * 24 * 3_600_000
const AFTER = 6

/** Part of a day at the place: the morning from 8 to 13, the afternoon from 13 to 19. */
export interface HalfDay {
  /** YYYY-MM-DD. */
  day: string
  half: 'morning' | 'afternoon'
}

export interface Suggestion {
  /** Whole weeks since they met. */
  weeks: number
  /** The first half-day on which both said that they have time; null when there is none, or they did not say. */
  free: HalfDay | null
}

/** Two people, as a suggestion sees them. */
interface Two {
  /** When they met last; null when they never did. */
  last: Date | null
  /** IANA, of the place where they met. */
  timeZone: string
  /** Both will be at an outing. */
  together: boolean
  /** Half-days that each said suit them, as masks of a week (lib/coffees/halfdays). */
  mine: number
  theirs: number
}

/**
 * "It has been six weeks; Thursday you both have time": what there is to say of two people, or null. Nothing while an
 * outing that both come to is ahead, nor of people who never met. Half-days are those that each stated, and nothing else.
 */
export function suggestion({ last, timeZone, together, mine, theirs }: Two, now: Date): Suggestion | null {
  const weeks = last ? Math.floor((now.getTime() - last.getTime()) / WEEK) : 0
  if (together || weeks < AFTER) return null
  return { weeks, free: firstOf(mine & theirs, dayOf(now, timeZone)) }
}

/** The first half-day of a mask in the week that begins tomorrow: today it is too late to ask kindly. */
function firstOf(mask: number, today: string): HalfDay | null {
  const days = [1, 2, 3, 4, 5, 6, 7].map((ahead) => Temporal.PlainDate.from(today).add({ days: ahead }))
  const [first = null] = days.flatMap((day) => {
    const bits = halfDaysIn(mask).filter((bit) => Math.floor(bit / 2) === day.dayOfWeek - 1)
    return bits.map(
      (bit): HalfDay => ({ day: day.toString(), half: bit % 2 === 0 ? 'morning' : 'afternoon' }),
    )
  })
  return first
}

/** How far an outing may be from either of two people. Metres. */
export const REACH = 15_000

/** Seats of a small outing, at most. */
export const SMALL = 12

/** The first of these outings, by their order, that is within reach of both. */
export function nearBoth<T extends { lat: number | null; lng: number | null }>(
  events: T[],
  one: LatLng,
  other: LatLng,
): T | null {
  const reaches = (home: LatLng, { lat, lng }: T) =>
    lat !== null && lng !== null && distance(home, { lat, lng }) <= REACH
  return events.find((event) => reaches(one, event) && reaches(other, event)) ?? null
}
