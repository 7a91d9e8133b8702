import { Temporal } from 'temporal-polyfill'
import { type QuietHours, quietAt } from '@/lib/settings/quiet/rules'
import type { Pace } from './terms'

/** Milliseconds. */
const DAY = 86_400_000
const WEEK = 7 * DAY

/** Days from one outing to the next at each pace. */
const DAYS: Record<Pace, number> = { twice_weekly: 4, weekly: 7, fortnightly: 14, monthly: 30 }

/** Weeks shown. */
const SHOWN = 8
/** Letters without an answer after which none follows. */
export const UNANSWERED = 3
/** Hours after the chosen one within which a letter still goes out, if the worker was away. */
const LATE = 3

const zoned = (at: Date, timeZone: string) =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone)

const mondayOf = (at: Date, timeZone: string) => {
  const day = zoned(at, timeZone).toPlainDate()
  return day.subtract({ days: day.dayOfWeek - 1 })
}

export interface Week {
  /** Its Monday, YYYY-MM-DD. */
  monday: string
  /** Was one out in it? */
  out: boolean
}

/** The last eight weeks by the calendar of a zone (IANA), the present one last: out, or not. */
export function weeksOf(outings: Date[], now: Date, timeZone: string): Week[] {
  const this_ = mondayOf(now, timeZone)
  const out = new Set(outings.map((at) => mondayOf(at, timeZone).toString()))
  return Array.from({ length: SHOWN }, (_, i) => {
    const monday = this_.subtract({ weeks: SHOWN - 1 - i }).toString()
    return { monday, out: out.has(monday) }
  })
}

/** From when outings count for those weeks. */
export const shownSince = (now: Date) => new Date(now.getTime() - (SHOWN + 1) * WEEK)

/** Somebody's rhythm, and what has been since. */
export interface Standing {
  pace: Pace
  hour: number
  timeZone: string
  digestDay: number | null
  changedAt: Date
  /** When they were last out; null: never. */
  lastOut: Date | null
  /** Something to come that they said yes to. */
  planned: boolean
  lastNudge: Date | null
  lastDigest: Date | null
  /** Nudges since they last did anything here. */
  unanswered: number
  quiet: QuietHours | null
}

/** Is it the hour that they chose, or not long after, and not within their quiet hours? */
function isHour({ hour, timeZone, quiet }: Standing, now: Date): boolean {
  const late = zoned(now, timeZone).hour - hour
  return late >= 0 && late < LATE && !(quiet && quietAt(now, quiet))
}

/**
 * Is it time to say that it has been a while? When two rhythms have passed without an outing, none is planned, the last
 * such letter is a week old, and fewer than three in a row went without an answer.
 */
export function isNudgeDue(standing: Standing, now: Date): boolean {
  const { pace, changedAt, lastOut, planned, lastNudge, unanswered } = standing
  if (planned || unanswered >= UNANSWERED || !isHour(standing, now)) return false
  const since = Math.max(changedAt.getTime(), lastOut?.getTime() ?? 0)
  if (now.getTime() - since < 2 * DAYS[pace] * DAY) return false
  return lastNudge === null || now.getTime() - lastNudge.getTime() >= WEEK - LATE * 3_600_000
}

/** Is it the day and the hour of the digest that they asked for, and was it not sent this week? */
export function isDigestDue(standing: Standing, now: Date): boolean {
  const { digestDay, timeZone, lastDigest } = standing
  if (digestDay !== zoned(now, timeZone).dayOfWeek || !isHour(standing, now)) return false
  return lastDigest === null || now.getTime() - lastDigest.getTime() >= WEEK - DAY
}
