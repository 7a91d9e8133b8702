import { Temporal } from 'temporal-polyfill'

const MORNING = '10:00'

/** Somebody who came home at one is not thanked at ten: at least so much later. Hours. */
const REST = 6

/** The first morning after an event, at ten by the clock of the place: when guests are thanked. */
export function nextMorning(endsAt: Date, timeZone: string): Date {
  const end = Temporal.Instant.fromEpochMilliseconds(endsAt.getTime()).toZonedDateTimeISO(timeZone)
  const rested = end.add({ hours: REST })
  const morning = rested.toPlainDate().toZonedDateTime({ timeZone, plainTime: MORNING })
  const chosen =
    Temporal.ZonedDateTime.compare(morning, rested) >= 0
      ? morning
      : rested.toPlainDate().add({ days: 1 }).toZonedDateTime({ timeZone, plainTime: MORNING })
  return new Date(chosen.epochMilliseconds)
}

/** An event that ended longer ago is thanked for no more: the worker was away. Milliseconds. */
export const TOO_LATE = 3 * 24 * 3_600_000

/** What is known of who came. */
export interface Attendance {
  /** Seats of those who said they come, companions included. */
  expected: number
  /** Seats of those who were checked in. */
  checkedIn: number
  /** People who came without an RSVP. */
  walkIns: number
  /** Seats of those who said they come, and were not checked in. */
  missing: number
}

/** How many came, as far as anybody counted: without a check-in, those who were expected. */
export function howManyCame({ expected, checkedIn, walkIns }: Omit<Attendance, 'missing'>): {
  came: number
  counted: boolean
} {
  const counted = checkedIn + walkIns > 0
  return { came: counted ? checkedIn + walkIns : expected, counted }
}
