import { Temporal } from 'temporal-polyfill'
import { refusalErrors } from '@/lib/events/rules'
import { checkTimes, type Times, type TimesRefusal, timesFrom } from '@/lib/events/times/rules'
import { ok, type Result, refuse } from '@/lib/result'

/** Enough for whoever fills a month's calendar in an evening, too little to flood a map. */
export const PUBLISHED_A_DAY = { limit: 40, windowSeconds: 24 * 3600 }

export type LaterRefusal = TimesRefusal | 'publish_in_gap' | 'publish_in_past' | 'publish_after_start'

/** The moment at which a draft goes out: to come, and before the event itself begins. */
export function publishMoment(
  { publishDay, publishTime }: { publishDay: string; publishTime: string },
  event: Times & { timeZone: string },
  now: Date,
): Result<Date, LaterRefusal> {
  // Only the start is meant: an end is asked for, so any will do.
  const wall = { day: publishDay, start: publishTime, end: publishTime }
  const times = timesFrom(wall, event.timeZone)
  if (!times.ok) return refuse('publish_in_gap')
  const { startsAt: at } = times.value
  if (at <= now) return refuse('publish_in_past')
  if (at >= event.startsAt) return refuse('publish_after_start')
  const refusal = checkTimes(event, at)
  return refusal ? refuse(refusal) : ok(at)
}

/** What the form proposes: the moment that was chosen, else tomorrow at nine, where the event is. */
export function proposedMoment(
  { publishAt, timeZone }: { publishAt: Date | null; timeZone: string },
  now: Date,
): { day: string; time: string } {
  const at = Temporal.Instant.fromEpochMilliseconds((publishAt ?? now).getTime()).toZonedDateTimeISO(timeZone)
  const day = at.toPlainDate()
  return publishAt
    ? { day: day.toString(), time: at.toPlainTime().toString({ smallestUnit: 'minute' }) }
    : { day: day.add({ days: 1 }).toString(), time: '09:00' }
}

/** A refusal as the panel of a draft shows it: it has no field for the times of the event itself. */
export function draftErrors(reason: string): { errors: Record<string, string>; message?: string } {
  if (reason === 'starts_in_past') return { errors: {}, message: 'draft_past' }
  if (reason === 'starts_too_far') return { errors: {}, message: 'draft_far' }
  return refusalErrors(reason)
}
