import OpeningHours from 'opening_hours'
import { Temporal } from 'temporal-polyfill'
import { holidayAddress, withoutHolidays } from '@/lib/spaces/holidays/rules'

/** Where the hours are kept: its country for the holidays, its position for the sun. */
export type HoursPlace = { lat: number; lng: number; country: string }

export type OpenState = {
  state: 'open' | 'closed' | 'unknown'
  /** When that changes next, within two weeks; null when it does not, or nobody knows. */
  changesAt: Date | null
}

/** One day of a week. Times are minutes since its midnight; an end past 1440 is after the next midnight. */
export type OpenDay = { date: string; ranges: { from: number; to: number }[] }

const UNKNOWN: OpenState = { state: 'unknown', changesAt: null }
const MINUTE = 60_000
const DAY_MINUTES = 1440
const LOOK_AHEAD = { days: 14 }

/**
 * Whether a place is open at `now`, by its `opening_hours` (https://wiki.openstreetmap.org/wiki/Key:opening_hours)
 * in its own zone, public holidays included. What is missing or cannot be read is unknown, never closed.
 */
export function openState(hours: string | null, timeZone: string, now: Date, place: HoursPlace): OpenState {
  const schedule = read(hours, place)
  if (!schedule) return UNKNOWN
  const [at, until] = lookAhead(now, timeZone)
  const state = schedule.getStateString(at, true)
  if (state === 'unknown') return UNKNOWN
  const change = schedule.getNextChange(at, until)
  return { state, changesAt: change ? instantOf(change, timeZone) : null }
}

/** Whether a place is known to be open at `now`: as `openState`, without the time it takes to find the next change. */
export function isOpen(hours: string | null, timeZone: string, now: Date, place: HoursPlace): boolean {
  return read(hours, place)?.getStateString(asLocal(wallClock(now, timeZone)), true) === 'open'
}

/** Whether hours depend on the sun, and so on the position. */
export const followSun = (hours: string): boolean => /sun|dawn|dusk/.test(hours)

/**
 * When a place is known to be open in so many days of its own calendar: pairs of minutes since the first midnight, on
 * the clock of the place, from inclusive and to exclusive. The rule is not kept in its read form (some 40 kB): whoever
 * asks for many days at once does not ask again.
 */
export function openMinutes(
  hours: string,
  place: HoursPlace,
  first: Temporal.PlainDate,
  days: number,
): number[] {
  const midnight = first.toPlainDateTime()
  const minutes = (date: Date) => ofLocal(date).since(midnight).total('minutes')
  const intervals = read(hours, place, { keep: false })?.getOpenIntervals(
    asLocal(midnight),
    asLocal(midnight.add({ days })),
  )
  return (intervals ?? []).flatMap(([from, to, unknown]) => (unknown ? [] : [minutes(from), minutes(to)]))
}

/** Whether a place is known to be closed at every minute between two instants. */
export function isClosedThroughout(
  hours: string | null,
  timeZone: string,
  { from, to }: { from: Date; to: Date },
  place: HoursPlace,
): boolean {
  const schedule = read(hours, place)
  if (!schedule) return false
  const local = (at: Date) => asLocal(wallClock(at, timeZone))
  return schedule.getOpenIntervals(local(from), local(to)).length === 0
}

/** The hours of seven days from today, or null when they are missing, cannot be read, or are not sure. */
export function weekTable(
  hours: string | null,
  timeZone: string,
  now: Date,
  place: HoursPlace,
): OpenDay[] | null {
  const schedule = read(hours, place)
  if (!schedule) return null
  const today = wallClock(now, timeZone).toPlainDate()
  const days = Array.from({ length: 7 }, (_, index) => today.add({ days: index }))
  // From the day before, so that what began before midnight is told with the day it began on.
  const from = today.subtract({ days: 1 }).toPlainDateTime()
  const intervals = schedule.getOpenIntervals(asLocal(from), asLocal(from.add({ days: 8 })))
  if (intervals.some(([, , unknown]) => unknown)) return null
  const ranges = intervals.flatMap(([start, end]) => byDay(ofLocal(start), ofLocal(end)))
  return days.map((day) => ({
    date: day.toString(),
    ranges: ranges.filter(({ date }) => date.equals(day)).map(({ from, to }) => ({ from, to })),
  }))
}

/** Hours as typed in OSM syntax, lines joined; null unless they are that syntax to the letter. */
export function hoursSyntax(typed: string, place: HoursPlace): string | null {
  const hours = typed
    .split('\n')
    .map((line) => line.trim().replace(/;$/, ''))
    .filter(Boolean)
    .join('; ')
  const schedule = read(hours, place)
  // The library guesses at what is nearly right, and says that it does.
  return schedule && schedule.getWarnings().length === 0 ? hours : null
}

type Range = { date: Temporal.PlainDate; from: number; to: number }

/** A range that ends by the noon after stays whole ("18:00 – 02:00"); a longer one is cut at each midnight. */
function byDay(start: Temporal.PlainDateTime, end: Temporal.PlainDateTime): Range[] {
  const date = start.toPlainDate()
  const from = start.hour * 60 + start.minute
  const length = start.until(end).total('minutes')
  if (from + length <= DAY_MINUTES * 1.5 && length < DAY_MINUTES) return [{ date, from, to: from + length }]
  const midnight = date.add({ days: 1 }).toPlainDateTime()
  return [{ date, from, to: DAY_MINUTES }, ...(midnight.until(end).sign > 0 ? byDay(midnight, end) : [])]
}

// Reading hours is slow (about a millisecond) and the same few are asked for again and again.
const READ_KEPT = 2000
/** Characters. OSM values have at most 255; half a second is lost over one of 25,000. */
const LONGEST = 1000
const kept = new Map<string, OpeningHours | null>()

function read(
  hours: string | null,
  { lat, lng, country }: HoursPlace,
  { keep = true } = {},
): OpeningHours | null {
  if (!hours) return null
  const sun = followSun(hours) ? `${lat.toFixed(1)} ${lng.toFixed(1)}` : ''
  const key = `${country} ${sun} ${hours}`
  const known = kept.get(key)
  if (known !== undefined) return known
  const schedule = parse(hours, { lat, lng, country })
  if (!keep) return schedule
  const oldest = kept.keys().next().value
  if (kept.size >= READ_KEPT && oldest !== undefined) kept.delete(oldest)
  kept.set(key, schedule)
  return schedule
}

// The library writes to the console when it has no holidays of a country: once is enough.
const withoutKnownHolidays = new Set<string>()

function parse(hours: string, place: HoursPlace): OpeningHours | null {
  if (hours.length > LONGEST) return null
  const plain = withoutHolidays(hours)
  const named = plain !== hours && place.country !== '' && !withoutKnownHolidays.has(place.country)
  const schedule = named ? parseAs(hours, place) : null
  if (schedule) return schedule
  const fallback = plain.trim() === '' ? null : parseAs(plain, place)
  if (named && fallback) withoutKnownHolidays.add(place.country)
  return fallback
}

function parseAs(hours: string, { lat, lng, country }: HoursPlace): OpeningHours | null {
  try {
    return new OpeningHours(hours, { lat, lon: lng, address: holidayAddress(country) })
  } catch {
    return null
  }
}

// The library reads the fields of a Date in the process's own zone: it is handed dates whose local fields are the
// place's wall clock, and its answers are read back the same way.
const wallClock = (at: Date, timeZone: string) =>
  Temporal.Instant.fromEpochMilliseconds(Math.floor(at.getTime() / MINUTE) * MINUTE)
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()

const asLocal = (wall: Temporal.PlainDateTime) =>
  new Date(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute)

const ofLocal = (date: Date) =>
  Temporal.PlainDateTime.from({
    year: date.getFullYear(),
    month: date.getMonth() + 1,
    day: date.getDate(),
    hour: date.getHours(),
    minute: date.getMinutes(),
  })

const instantOf = remembered(
  (local: Date, timeZone: string) => new Date(ofLocal(local).toZonedDateTime(timeZone).epochMilliseconds),
)

const lookAhead = remembered((at: Date, timeZone: string): [Date, Date] => {
  const wall = wallClock(at, timeZone)
  return [asLocal(wall), asLocal(wall.add(LOOK_AHEAD))]
})

/** So many answers are kept: the places of a list are asked of at one moment in a zone or two, and change at a few. */
const MOMENTS_KEPT = 100

function remembered<Value>(of: (at: Date, timeZone: string) => Value) {
  const answers = new Map<string, Value>()
  return (at: Date, timeZone: string): Value => {
    const key = `${at.getTime()} ${timeZone}`
    const known = answers.get(key)
    if (known !== undefined) return known
    const answer = of(at, timeZone)
    if (answers.size >= MOMENTS_KEPT) answers.clear()
    answers.set(key, answer)
    return answer
  }
}
