import { Temporal } from 'temporal-polyfill'
import type { HalfDay } from './schema'
import { HALVES, type Half, type Slot } from './terms'

/** Hours on the clock of the place. */
const HOURS: Record<Half, { from: number; to: number }> = {
  morning: { from: 8, to: 13 },
  afternoon: { from: 13, to: 19 },
}

/** From this hour on, the day before, one may say where one will be. */
const EVENING = 17

const zonedNow = (now: Date, timeZone: string) =>
  Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone)

/** The instant of an hour of a day; where the clocks leap over it, the moment after the leap. */
const instantOf = (day: Temporal.PlainDate, hour: number, timeZone: string) =>
  new Date(day.toZonedDateTime({ timeZone, plainTime: { hour } }).epochMilliseconds)

/** When a half-day begins and ends, in an IANA zone. */
export function boundsOf({ day, half }: HalfDay, timeZone: string): { startsAt: Date; endsAt: Date } {
  const date = Temporal.PlainDate.from(day)
  const { from, to } = HOURS[half]
  return { startsAt: instantOf(date, from, timeZone), endsAt: instantOf(date, to, timeZone) }
}

/** What is left of a half-day. */
export function leftOf(halfDay: HalfDay, timeZone: string, now: Date): { from: Date; to: Date } {
  const { startsAt, endsAt } = boundsOf(halfDay, timeZone)
  return { from: new Date(Math.max(startsAt.getTime(), now.getTime())), to: endsAt }
}

/** The half-days that may be said now, soonest first: what is left of today, and from 17:00 on tomorrow. Never none. */
export function sayable(now: Date, timeZone: string): HalfDay[] {
  const { hour } = zonedNow(now, timeZone)
  const today = zonedNow(now, timeZone).toPlainDate()
  const days = hour >= EVENING ? [today, today.add({ days: 1 })] : [today]
  return days
    .flatMap((day) => HALVES.map((half) => ({ day: day.toString(), half })))
    .filter((halfDay) => boundsOf(halfDay, timeZone).endsAt > now)
}

export function isSayable({ day, half }: HalfDay, now: Date, timeZone: string): boolean {
  return sayable(now, timeZone).some((one) => one.day === day && one.half === half)
}

/** What a half-day is called now, at the place: "tomorrow morning". */
export function slotOf({ day, half }: HalfDay, now: Date, timeZone: string): Slot {
  const today = zonedNow(now, timeZone).toPlainDate().toString()
  return `${day > today ? 'tomorrow' : 'this'}_${half}`
}
