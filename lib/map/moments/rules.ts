import { Temporal } from 'temporal-polyfill'
import type { Filters, When } from '@/lib/map/terms'

/** Hour of the evening that is late for a place to work. */
const LATE = 20

/**
 * The moments at which a place has to be open, or an outing to be going on: now, a picked time, and late on its day or
 * today, on the clock of `timeZone` (IANA).
 */
export function momentsOf(
  { open, openAt, late }: Pick<Filters, 'open' | 'openAt' | 'late'>,
  now: Date,
  timeZone: string,
): Date[] {
  const picked = openAt === null ? null : Temporal.PlainDateTime.from(openAt)
  const today = () => Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone)
  const evening = late && (picked ?? today()).toPlainDate().toPlainDateTime({ hour: LATE })
  const instant = (wall: Temporal.PlainDateTime) => new Date(wall.toZonedDateTime(timeZone).epochMilliseconds)
  return [
    ...(open ? [now] : []),
    ...(picked ? [instant(picked)] : []),
    ...(evening ? [instant(evening)] : []),
  ]
}

/** The filters without those that name a moment; null where none does. */
export const timeless = (filters: Filters): Filters | null =>
  filters.open || filters.late || filters.openAt !== null
    ? { ...filters, open: false, late: false, openAt: null }
    : null

/**
 * The stretch of time meant by `when`, told at `now` in `timeZone` (IANA): `from` inclusive, `to` exclusive, never
 * before now. A week runs from Monday to Sunday (ISO 8601), a weekend is its Saturday and Sunday; days have 23 to
 * 25 hours. "any" is the year to come. A day gone by gives an empty stretch (`to` <= `from`).
 */
export function whenRange(when: When, now: Date, timeZone: string): { from: Date; to: Date } {
  const zoned = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone)
  const today = zoned.toPlainDate()
  const midnight = (day: Temporal.PlainDate) => new Date(day.toZonedDateTime(timeZone).epochMilliseconds)
  const between = (first: Temporal.PlainDate, days: number) => {
    const from = midnight(first)
    return { from: from > now ? from : now, to: midnight(first.add({ days })) }
  }
  switch (when) {
    case 'any':
      return between(today, 366)
    case 'today':
      return between(today, 1)
    case 'week':
      return between(today, 8 - today.dayOfWeek)
    case 'weekend':
      return between(today.subtract({ days: today.dayOfWeek - 1 }).add({ days: 5 }), 2)
    default:
      return between(Temporal.PlainDate.from(when), 1)
  }
}
