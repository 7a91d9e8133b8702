import { Temporal } from 'temporal-polyfill'
import { boundsOf } from '@/lib/presence/halfdays/rules'
import { halfDayAt } from '@/lib/wishes/drafts/rules'
import { TIME_ZONE } from './world'

/** The Monday on which it begins. */
const FIRST = Temporal.PlainDate.from('2027-01-04')
const HOUR = 3_600_000

/** The Monday of a week, as YYYY-MM-DD. */
export const mondayOf = (week: number): string => FIRST.add({ weeks: week }).toString()

/** The Monday of a week at eight in the morning, where they live. */
export const morningOf = (week: number): Date =>
  new Date(
    FIRST.add({ weeks: week }).toZonedDateTime({ timeZone: TIME_ZONE, plainTime: '08:00' }).epochMilliseconds,
  )

/** The week and half-day of an instant. */
export function whenOf(at: Date): { week: number; half: number } {
  const since = at.getTime() - morningOf(0).getTime() + 8 * HOUR
  return { week: Math.floor(since / (7 * 24 * HOUR)), half: halfDayAt(at, TIME_ZONE) }
}

/** The day of a half-day, as YYYY-MM-DD. */
export const dayOf = (week: number, half: number): string =>
  FIRST.add({ weeks: week, days: Math.floor(half / 2) }).toString()

/** Six in the evening of the day before a half-day. */
export const eveningBefore = (week: number, half: number): Date =>
  new Date(morningOf(week).getTime() + (Math.floor(half / 2) * 24 - 14) * HOUR)

/** When a half-day begins and ends. */
export const boundsOfHalf = (week: number, half: number) =>
  boundsOf({ day: dayOf(week, half), half: half % 2 === 0 ? 'morning' : 'afternoon' }, TIME_ZONE)
