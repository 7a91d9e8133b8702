import { Temporal } from 'temporal-polyfill'
import { boundsOf } from '@/lib/presence/halfdays/rules'
import type { HalfDay } from '@/lib/presence/halfdays/schema'
import { HALVES } from '@/lib/presence/halfdays/terms'
import { type HoursPlace, isClosedThroughout } from '@/lib/spaces/hours/rules'

/** Half-days to choose from: what fits under a thumb. */
export const OFFERED = 8
/** How far ahead one may ask, days. */
export const AHEAD = 21
/** A request goes so many days after its day. */
export const KEPT = 30

type Place = HoursPlace & { timeZone: string; openingHours: string | null }

/**
 * The half-days that a first day may be asked for: from tomorrow on, when the place is not known to be closed; where its
 * hours are unknown, from Monday to Friday. YYYY-MM-DD in the zone of the place, soonest first.
 */
export function trialHalfDays(place: Place, now: Date, atMost = OFFERED): HalfDay[] {
  return daysAhead(place.timeZone, now)
    .flatMap((day) => HALVES.map((half) => ({ day, half })))
    .filter((halfDay) => suits(halfDay, place))
    .slice(0, atMost)
}

/** May a first day be asked for then? */
export function mayAskFor(halfDay: HalfDay, place: Place, now: Date): boolean {
  return daysAhead(place.timeZone, now).includes(halfDay.day) && suits(halfDay, place)
}

function daysAhead(timeZone: string, now: Date): string[] {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
  return Array.from({ length: AHEAD }, (_, index) => today.add({ days: index + 1 }).toString())
}

function suits({ day, half }: HalfDay, place: Place): boolean {
  if (place.openingHours === null) return Temporal.PlainDate.from(day).dayOfWeek <= 5
  const { startsAt, endsAt } = boundsOf({ day, half }, place.timeZone)
  return !isClosedThroughout(place.openingHours, place.timeZone, { from: startsAt, to: endsAt }, place)
}

/** "2026-12-03 morning", as its button sends it. */
export const whenValue = ({ day, half }: HalfDay) => `${day} ${half}`
