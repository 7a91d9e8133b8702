import { RRuleTemporal } from 'rrule-temporal'
import { Temporal } from 'temporal-polyfill'
import type { Repetition } from './schema'
import type { Repeat } from './terms'

/** Occurrences are made this far ahead. Milliseconds. */
export const AHEAD = 90 * 24 * 3_600_000

/** Where a series stands on the calendar, as stored. */
export interface Recurrence {
  /** RRULE of RFC 5545, without its name and DTSTART. */
  rule: string
  /** First day, YYYY-MM-DD. */
  startsOn: string
  /** Minutes after midnight, wall time. */
  startMinute: number
  /** Length on the clock, minutes. */
  minutes: number
  /** IANA. */
  timeZone: string
  /** Days left out, YYYY-MM-DD. */
  exceptions: string[]
}

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const

/** Which week of its month a day is in: 1 to 4, or -1 for the last when there is a fifth. */
function weekOfMonth(day: Temporal.PlainDate): number {
  const week = Math.ceil(day.day / 7)
  return week === 5 ? -1 : week
}

function pattern(repeat: Exclude<Repeat, 'none'>, day: Temporal.PlainDate): string {
  const weekday = WEEKDAYS[day.dayOfWeek - 1]
  switch (repeat) {
    case 'weekly':
      return `FREQ=WEEKLY;BYDAY=${weekday}`
    case 'biweekly':
      return `FREQ=WEEKLY;INTERVAL=2;BYDAY=${weekday}`
    case 'monthly_date':
      // A month without a 31st has its last day instead: the smallest of the last days that exist.
      return day.day > 28
        ? `FREQ=MONTHLY;BYMONTHDAY=${days(28, day.day)};BYSETPOS=-1`
        : `FREQ=MONTHLY;BYMONTHDAY=${day.day}`
    case 'monthly_weekday':
      return `FREQ=MONTHLY;BYDAY=${weekOfMonth(day)}${weekday}`
  }
}

const days = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index).join(',')

/** The RRULE of a repetition that begins on a day (YYYY-MM-DD) in a zone. UNTIL is the end of its day there, in UTC. */
export function ruleOf({ repeat, until, count }: Repetition, startsOn: string, timeZone: string): string {
  const rule = pattern(repeat, Temporal.PlainDate.from(startsOn))
  if (count !== null) return `${rule};COUNT=${count}`
  return until === null ? rule : `${rule};UNTIL=${endOfDay(until, timeZone)}`
}

/** 23:59:59 of a day in a zone, as RRULE's UNTIL wants it: UTC, basic format. */
export function endOfDay(day: string, timeZone: string): string {
  const end = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone, plainTime: '23:59:59' })
  return end.toInstant().toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '')
}

/** The same rule, ended with the day before (YYYY-MM-DD) in a zone. */
export function endedBefore(rule: string, day: string, timeZone: string): string {
  const before = Temporal.PlainDate.from(day).subtract({ days: 1 }).toString()
  const kept = rule.split(';').filter((part) => !/^(UNTIL|COUNT)=/.test(part))
  return [...kept, `UNTIL=${endOfDay(before, timeZone)}`].join(';')
}

const clock = (minute: number) =>
  Temporal.PlainTime.from({ hour: Math.floor(minute / 60), minute: minute % 60 })

export interface Occurrence {
  /** YYYY-MM-DD at the place. */
  day: string
  startsAt: Date
  endsAt: Date
}

/**
 * The occurrences that start after `after` and not after `until`, soonest first. Wall time stays wall time across
 * both changes of the clocks; a start that the clocks jump over is no occurrence (RFC 5545 §3.3.10), of an hour that
 * comes twice the first is meant (§3.3.5).
 */
export function occurrences(series: Recurrence, after: Date, until: Date): Occurrence[] {
  const { rule, startsOn, startMinute, minutes, timeZone, exceptions } = series
  const start = Temporal.PlainDate.from(startsOn).toPlainDateTime(clock(startMinute))
  const dtstart = start.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '')
  const recurrence = new RRuleTemporal({
    rruleString: `DTSTART;TZID=${timeZone}:${dtstart}\nRRULE:${rule}`,
    temporal: Temporal,
  })
  return recurrence
    .between(after, until, true)
    .filter(
      (at) => at.epochMilliseconds > after.getTime() && !exceptions.includes(at.toPlainDate().toString()),
    )
    .map((at) => {
      const end = at.toPlainDateTime().add({ minutes }).toZonedDateTime(timeZone)
      return {
        day: at.toPlainDate().toString(),
        startsAt: new Date(at.epochMilliseconds),
        endsAt: new Date(end.epochMilliseconds),
      }
    })
}

/** What a rule says, for the words of a language. */
export type RuleWords = {
  key: 'weekly' | 'biweekly' | 'monthly_date' | 'monthly_weekday' | 'monthly_last'
  /** ISO weekday, 1 is Monday; of a monthly date 0. */
  weekday: number
  /** Day of the month, or which weekday of it: 1 to 4, -1 the last. */
  nth: number
  /** Last day, YYYY-MM-DD at the place. */
  until: string | null
  count: number | null
}

/** Reads back one of our own rules. */
export function readRule(rule: string, timeZone: string): RuleWords {
  const parts = Object.fromEntries(rule.split(';').map((part) => part.split('='))) as Record<string, string>
  const [, nth = '0', weekday = ''] = /^(-?\d*)([A-Z]{2})$/.exec(parts.BYDAY ?? '') ?? []
  const monthDays = (parts.BYMONTHDAY ?? '').split(',').map(Number)
  const until = parts.UNTIL
    ? Temporal.Instant.from(parts.UNTIL).toZonedDateTimeISO(timeZone).toPlainDate().toString()
    : null
  const key =
    parts.FREQ === 'WEEKLY'
      ? parts.INTERVAL === '2'
        ? 'biweekly'
        : 'weekly'
      : parts.BYMONTHDAY
        ? 'monthly_date'
        : nth === '-1'
          ? 'monthly_last'
          : 'monthly_weekday'
  return {
    key,
    weekday: WEEKDAYS.indexOf(weekday as (typeof WEEKDAYS)[number]) + 1,
    nth: parts.BYMONTHDAY ? Math.max(...monthDays) : Number(nth),
    until,
    count: parts.COUNT ? Number(parts.COUNT) : null,
  }
}

/** The day of the place at an instant, YYYY-MM-DD. */
export const dayOf = (at: Date, timeZone: string) =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone).toPlainDate().toString()

export const plusDays = (day: string, count: number) =>
  Temporal.PlainDate.from(day).add({ days: count }).toString()

/** Days from one day to another, negative when it is earlier. */
export const daysBetween = (from: string, to: string) =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days

/** Where a start and an end stand on the clock of a zone; `minutes` is the length on that clock. */
export function wallOf(times: { startsAt: Date; endsAt: Date }, timeZone: string) {
  const at = (date: Date) =>
    Temporal.Instant.fromEpochMilliseconds(date.getTime()).toZonedDateTimeISO(timeZone).toPlainDateTime()
  const start = at(times.startsAt)
  return {
    day: start.toPlainDate().toString(),
    startMinute: start.hour * 60 + start.minute,
    minutes: start.until(at(times.endsAt)).total({ unit: 'minute' }),
  }
}

/**
 * The rule after its occurrences moved by some days: of the same pattern, from `startsOn` (YYYY-MM-DD) on. A number of
 * times left to come counts from there; a last day moves along.
 */
export function movedRule(series: Recurrence, startsOn: string, shift: number): string {
  const { key, until, count } = readRule(series.rule, series.timeZone)
  const repeat = key === 'monthly_last' ? 'monthly_weekday' : key
  const left =
    count === null
      ? null
      : occurrences({ ...series, exceptions: [] }, new Date(0), FAR).filter(
          ({ day }) => day >= plusDays(startsOn, -shift),
        ).length
  const last = until && plusDays(until, shift)
  return ruleOf({ repeat, exceptions: [], until: last, count: left }, startsOn, series.timeZone)
}

/** Later than any series counts. */
const FAR = new Date('2200-01-01')

/** A day as PostgreSQL's `date` columns come by Prisma. */
export const asDay = (day: string) => new Date(`${day}T00:00:00Z`)
export const asText = (day: Date) => day.toISOString().slice(0, 10)

/** A stored series as the rules know it. */
export const recurrenceOf = <S extends { startsOn: Date; exceptions: Date[] }>({
  startsOn,
  exceptions,
  ...series
}: S) => ({ ...series, startsOn: asText(startsOn), exceptions: exceptions.map(asText) })
