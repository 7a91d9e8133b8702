import { Temporal } from 'temporal-polyfill'

/** Between `from` and `to`, minutes after midnight in the person's zone, nothing rings. May cross midnight. */
export interface QuietHours {
  from: number
  to: number
  /** IANA. */
  timeZone: string
}

/**
 * The quiet stretch that holds at a moment, or null. Its ends are wall time, so that 22:00 to 7:00 is an hour shorter or
 * longer in the night when the clocks change; an end that the change skips or repeats is read the longer way.
 */
export function quietAt(at: Date, { from, to, timeZone }: QuietHours): { start: Date; end: Date } | null {
  const today = Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
  const moment = (day: Temporal.PlainDate, minutes: number, disambiguation: 'earlier' | 'later') =>
    new Date(
      day
        .toPlainDateTime({ hour: Math.floor(minutes / 60), minute: minutes % 60 })
        .toZonedDateTime(timeZone, { disambiguation }).epochMilliseconds,
    )
  for (const day of [today, today.subtract({ days: 1 })]) {
    const start = moment(day, from, 'earlier')
    const end = moment(from < to ? day : day.add({ days: 1 }), to, 'later')
    if (start <= at && at < end) return { start, end }
  }
  return null
}

/** Sent this much ahead of the quiet hours when it cannot wait for their end. Milliseconds. */
const AHEAD = 5 * 60_000

/**
 * When something meant for `at` may ring: at once outside of quiet hours, else when they end. Where that would be after
 * `useful`, it goes out just before they begin; null when that has passed too.
 */
export function ringAt(at: Date, useful: Date, quiet: QuietHours | null, now: Date): Date | null {
  if (at > useful) return null
  const stretch = quiet && quietAt(at, quiet)
  if (!stretch) return at
  if (stretch.end <= useful) return stretch.end
  if (stretch.start <= now) return null
  const before = new Date(Math.max(now.getTime(), stretch.start.getTime() - AHEAD))
  // Hours that are quiet all day but for some minutes leave no room.
  return quietAt(before, quiet) ? null : before
}
