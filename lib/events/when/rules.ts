export type Locale = 'fr' | 'en'

/** Narrow no-break space, which French typography puts around the "h" of a time. */
const NNBSP = '\u202f'

const DAY = 86_400_000

/** What the clock on the wall of a place shows. */
type Wall = { year: number; month: number; day: number; hour: number; minute: number }

/** One a zone: they cost more to make than to ask. */
const clocks = new Map<string, Intl.DateTimeFormat>()

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone)
  if (known) return known
  const clock = new Intl.DateTimeFormat('en-US', {
    ...{ timeZone, calendar: 'iso8601', numberingSystem: 'latn', hourCycle: 'h23' },
    ...{ year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' },
  })
  clocks.set(timeZone, clock)
  return clock
}

/** By Intl alone, since phones load this file: a calendar of our own would weigh 17 kB. */
function wallAt(at: Date, timeZone: string): Wall {
  const parts = clockOf(timeZone).formatToParts(at)
  const of = (type: keyof Wall) => Number(parts.find((part) => part.type === type)?.value)
  return { year: of('year'), month: of('month'), day: of('day'), hour: of('hour'), minute: of('minute') }
}

/** The day of the place at that instant, as a number that counts days. */
function dayNumber(at: Date, timeZone: string): number {
  const { year, month, day } = wallAt(at, timeZone)
  return Date.UTC(year, month - 1, day) / DAY
}

/** The hour as it is said: "8 h 30", "18 h" in French; "8:30 am", "6 pm" in English. */
export function timeOfDay(at: Date, timeZone: string, locale: Locale): string {
  const { hour, minute } = wallAt(at, timeZone)
  const minutes = String(minute).padStart(2, '0')
  if (locale === 'fr') return minute === 0 ? `${hour}${NNBSP}h` : `${hour}${NNBSP}h${NNBSP}${minutes}`
  const clock = `${hour % 12 || 12}${minute === 0 ? '' : `:${minutes}`}`
  return `${clock}${NNBSP}${hour < 12 ? 'am' : 'pm'}`
}

/** The day in full: "jeudi 3 décembre", "mardi 1er décembre", with its year when that is not this one. */
export function dayInFull(at: Date, timeZone: string, locale: Locale, now: Date): string {
  const sameYear = wallAt(at, timeZone).year === wallAt(now, timeZone).year
  const words = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale === 'fr' ? 'fr-FR' : 'en-GB', { timeZone, ...options }).format(at)
  // Said apart and joined here: whether a comma stands between them changes with the version of CLDR.
  const date = words({ day: 'numeric', month: 'long', ...(sameYear ? {} : { year: 'numeric' }) })
  // French counts the first day of a month by its rank, which CLDR does not.
  const said = locale === 'fr' ? date.replace(/^1 /, '1er ') : date
  return `${words({ weekday: 'long' })} ${said}`
}

/** The zone as people call it: "heure d’Europe centrale", for those who join from elsewhere. */
export function zoneInWords(at: Date, timeZone: string, locale: Locale): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'longGeneric' }).formatToParts(at)
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone
}

/** The day of the place at that instant, YYYY-MM-DD. */
export function dayOf(at: Date, timeZone: string): string {
  return new Date(dayNumber(at, timeZone) * DAY).toISOString().slice(0, 10)
}

/** Days from now to then, counted by midnights of the place: 0 today, 1 tomorrow, negative for days gone by. */
export function daysAway(at: Date, timeZone: string, now: Date): number {
  return dayNumber(at, timeZone) - dayNumber(now, timeZone)
}

/** What a friend would say: a key of the messages' `when`, and its values. */
export type WhenWords =
  | { key: 'over' | 'today' | 'tomorrow'; values: { time: string } }
  | { key: 'now'; values: { until: string } }
  | { key: 'soon'; values: { minutes: number } }
  | { key: 'weekday' | 'date'; values: { day: string; time: string } }

/**
 * When something is, told at `now` in the time zone of the place (IANA): going on, in some minutes (under an hour),
 * today, tomorrow, a weekday within six days, else a date.
 */
export function whenWords(
  event: { startsAt: Date; endsAt: Date; timeZone: string },
  now: Date,
  locale: Locale,
): WhenWords {
  const { startsAt, endsAt, timeZone } = event
  const time = timeOfDay(startsAt, timeZone, locale)
  const minutes = Math.ceil((startsAt.getTime() - now.getTime()) / 60_000)
  const days = daysAway(startsAt, timeZone, now)
  if (endsAt <= now) return { key: 'over', values: { time } }
  if (startsAt <= now) return { key: 'now', values: { until: timeOfDay(endsAt, timeZone, locale) } }
  if (minutes < 60) return { key: 'soon', values: { minutes } }
  if (days === 0) return { key: 'today', values: { time } }
  if (days === 1) return { key: 'tomorrow', values: { time } }
  if (days <= 6) {
    const day = new Intl.DateTimeFormat(locale, { timeZone, weekday: 'long' }).format(startsAt)
    return { key: 'weekday', values: { day, time } }
  }
  return { key: 'date', values: { day: dayInFull(startsAt, timeZone, locale, now), time } }
}
