import { Temporal } from 'temporal-polyfill'
import { clockOf, minutesOf } from '@/lib/events/clock/rules'
import { EVENT_KINDS, type EventKind } from '@/lib/events/kinds/terms'
import { ok, type Result, refuse } from '@/lib/result'

/** Wall time as a form holds it: `YYYY-MM-DD` and `HH:MM`. An end that is not after the start is on the next day. */
export type WallTimes = { day: string; start: string; end: string }

export type Times = { startsAt: Date; endsAt: Date }

export type TimesRefusal = 'start_in_gap' | 'end_in_gap' | 'starts_in_past' | 'starts_too_far' | 'too_long'

const toDate = (time: Temporal.ZonedDateTime) => new Date(time.epochMilliseconds)

/** The instant of a wall time, or null for one that the clocks jump over; of a repeated one, the first. */
function instantOf(day: Temporal.PlainDate, time: string, timeZone: string) {
  const wall = day.toPlainDateTime(time)
  const instant = wall.toZonedDateTime(timeZone, { disambiguation: 'compatible' })
  return instant.toPlainDateTime().equals(wall) ? instant : null
}

/**
 * Wall time at the place to instants. An hour that the clocks skip in spring is refused; of one that comes twice in
 * autumn the first is meant (RFC 5545 §3.3.5 reads a local time the same way).
 */
export function timesFrom(wall: WallTimes, timeZone: string): Result<Times, TimesRefusal> {
  const day = Temporal.PlainDate.from(wall.day)
  const startsAt = instantOf(day, wall.start, timeZone)
  if (!startsAt) return refuse('start_in_gap')
  const endsAt = instantOf(wall.end > wall.start ? day : day.add({ days: 1 }), wall.end, timeZone)
  if (!endsAt) return refuse('end_in_gap')
  return ok({ startsAt: toDate(startsAt), endsAt: toDate(endsAt) })
}

/** The wall time an event is shown at, to be edited. */
export function wallTimes({ startsAt, endsAt }: Times, timeZone: string): WallTimes {
  const start = Temporal.Instant.fromEpochMilliseconds(startsAt.getTime()).toZonedDateTimeISO(timeZone)
  const end = Temporal.Instant.fromEpochMilliseconds(endsAt.getTime()).toZonedDateTimeISO(timeZone)
  const clock = (time: Temporal.ZonedDateTime) => time.toPlainTime().toString({ smallestUnit: 'minute' })
  return { day: start.toPlainDate().toString(), start: clock(start), end: clock(end) }
}

const HOUR = 3_600_000

const DAY = 24 * HOUR

/**
 * Milliseconds that an event lasts at most, which the database holds to as well. A series lasts as long by the clock: where
 * its first date lost an hour and another one gains one, a day has become 26 hours.
 */
export const LONGEST = 26 * HOUR

/** Starts to come, within a year, and lasts 24 hours at most. */
export function checkTimes({ startsAt, endsAt }: Times, now: Date): TimesRefusal | null {
  if (startsAt <= now) return 'starts_in_past'
  if (startsAt.getTime() - now.getTime() > 366 * DAY) return 'starts_too_far'
  if (endsAt.getTime() - startsAt.getTime() > DAY) return 'too_long'
  return null
}

/** When a kind usually happens: ISO weekdays (1 is Monday), start, minutes it lasts. */
const usual: Record<EventKind, { weekdays: number[]; start: string; minutes: number }> = {
  open_coffee: { weekdays: [2, 4], start: '08:30', minutes: 90 },
  coworking_day: { weekdays: [1, 2, 3, 4, 5], start: '09:00', minutes: 480 },
  lunch: { weekdays: [1, 2, 3, 4, 5], start: '12:30', minutes: 90 },
  afterwork: { weekdays: [4], start: '18:30', minutes: 150 },
  networking_evening: { weekdays: [2, 3, 4], start: '19:00', minutes: 150 },
  workshop: { weekdays: [2, 3, 4], start: '14:00', minutes: 120 },
  trade_fair: { weekdays: [1, 2, 3, 4, 5], start: '12:30', minutes: 60 },
  outside_work: { weekdays: [6], start: '10:00', minutes: 180 },
  e_coffee: { weekdays: [1, 2, 3, 4, 5], start: '10:00', minutes: 15 },
  one_to_one: { weekdays: [1, 2, 3, 4, 5], start: '10:00', minutes: 45 },
  home_table: { weekdays: [2, 3, 4, 5], start: '12:30', minutes: 120 },
}

/** Nobody comes to what is announced an hour before. */
const NOTICE_HOURS = 18

/** The next plausible time for an event of this kind, at least 18 hours ahead. */
export function usualTimes(kind: EventKind, now: Date, timeZone: string): WallTimes {
  const { weekdays, start, minutes } = usual[kind]
  const earliest = Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(timeZone)
    .add({ hours: NOTICE_HOURS })
    .toPlainDateTime()
  let day = earliest.toPlainDate()
  const tooSoon = () => Temporal.PlainDateTime.compare(day.toPlainDateTime(start), earliest) < 0
  while (!weekdays.includes(day.dayOfWeek) || tooSoon()) day = day.add({ days: 1 })
  return { day: day.toString(), start, end: clockOf(minutesOf(start) + minutes) }
}

/** The next plausible time for each kind. */
export const usualTimesOfAll = (now: Date, timeZone: string) =>
  Object.fromEntries(EVENT_KINDS.map((kind) => [kind, usualTimes(kind, now, timeZone)])) as Record<
    EventKind,
    WallTimes
  >
