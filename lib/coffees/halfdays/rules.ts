import { Temporal } from 'temporal-polyfill'
import { HALF_DAYS } from './terms'

/** Starts of a coffee, minutes after midnight, the likeliest first. */
const MORNING = [600, 540, 660]
const AFTERNOON = [930, 870, 1020]
/** Starts of a lunch. */
const NOON = [735, 720, 765]

/** The half-days in a mask, as bits. */
export function halfDaysIn(mask: number): number[] {
  return Array.from({ length: HALF_DAYS }, (_, bit) => bit).filter((bit) => (mask >> bit) % 2 === 1)
}

/** The Monday of the week after `now`, in UTC, as YYYY-MM-DD. */
export function nextWeek(now: Date): string {
  const day = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO('UTC').toPlainDate()
  return day.add({ days: 8 - day.dayOfWeek }).toString()
}

/** The instant of a minute of a day, in a zone; where the clocks leap, the moment after the leap. */
export function instantOf(day: string, minute: number, timeZone: string): Date {
  const wall = Temporal.PlainDate.from(day).toPlainDateTime().add({ minutes: minute })
  return new Date(wall.toZonedDateTime(timeZone).epochMilliseconds)
}

const dayOf = (week: string, weekday: number) =>
  Temporal.PlainDate.from(week).add({ days: weekday }).toString()

/** A start and the half-day that it lies in. */
export interface Start {
  bit: number
  at: Date
}

/** Every start that a mask allows in a week: the likeliest of each half-day first, then the others. */
export function startsIn(week: string, mask: number, timeZone: string): Start[] {
  return [0, 1, 2].flatMap((choice) =>
    halfDaysIn(mask).map((bit) => {
      const minute = (bit % 2 === 0 ? MORNING : AFTERNOON)[choice] ?? 0
      return { bit, at: instantOf(dayOf(week, Math.floor(bit / 2)), minute, timeZone) }
    }),
  )
}

/** Starts of a lunch on a weekday (1 is Monday) of a week, the likeliest first. */
export function lunchStarts(week: string, weekday: number, timeZone: string): Date[] {
  return NOON.map((minute) => instantOf(dayOf(week, weekday - 1), minute, timeZone))
}

/** Three of the starts, soonest first: of different half-days as far as there are, and spread over the week. */
export function threeOf(starts: Start[]): Date[] {
  const firsts = starts.filter(({ bit }, i) => starts.findIndex((other) => other.bit === bit) === i)
  const spread =
    firsts.length > 3 ? [0, Math.floor(firsts.length / 2), firsts.length - 1].map((i) => firsts[i]) : firsts
  const others = starts.filter((start) => !firsts.includes(start))
  return [...spread, ...others]
    .flatMap((start) => (start ? [start.at] : []))
    .slice(0, 3)
    .sort((a, b) => a.getTime() - b.getTime())
}

/** When a week's proposals are decided: on the Sunday before at 18:00, in the zone of the place. */
export const decidedBy = (week: string, timeZone: string) => instantOf(week, -6 * 60, timeZone)
