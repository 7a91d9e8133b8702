import { Temporal } from 'temporal-polyfill'

/** Hours of the day at which an e-coffee is offered. */
const HOURS = [10, 14, 16]
/** How many are offered. */
const OFFERED = 6
/** Milliseconds: whoever is asked has time to read it, and an hour is left to look forward to it. */
const AHEAD = 3 * 3_600_000
/** Before its first time, when a proposal is decided. Milliseconds. */
const DECIDED_BEFORE = 3_600_000
/** Days looked at. */
const DAYS = 5

/** Starts to offer for an e-coffee: the next working hours in somebody's zone (IANA), soonest first. */
export function onlineStarts(now: Date, timeZone: string): Date[] {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
  const starts = Array.from({ length: DAYS }, (_, i) => today.add({ days: i }))
    .filter(({ dayOfWeek }) => dayOfWeek <= 5)
    .flatMap((day) =>
      HOURS.map((hour) => day.toPlainDateTime({ hour }).toZonedDateTime(timeZone).epochMilliseconds),
    )
  return starts
    .filter((start) => start - now.getTime() >= AHEAD)
    .slice(0, OFFERED)
    .map((start) => new Date(start))
}

/** Zones are whole quarters of an hour apart. */
const QUARTER = 900_000

/** Is this a time that could be offered, now or on a page opened a while ago: some hours and days ahead? */
export function isOnlineStart(at: Date, now: Date): boolean {
  const ahead = at.getTime() - now.getTime()
  return at.getTime() % QUARTER === 0 && ahead >= 2 * 3_600_000 && ahead <= (DAYS + 3) * 86_400_000
}

/** When an answer is no use any more, from its times, soonest first. */
export const onlineDecidedBy = ([first]: Date[]) => new Date((first?.getTime() ?? 0) - DECIDED_BEFORE)

/** Minutes before its start from which the door is open. */
const EARLY = 5 * 60_000

/** From when one may go in. It ends by itself. */
export const doorOpens = (startsAt: Date) => new Date(startsAt.getTime() - EARLY)
