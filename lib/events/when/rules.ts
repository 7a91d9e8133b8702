import { Temporal } from 'temporal-polyfill'

export type Locale = 'fr' | 'en'

/** Narrow no-break space, which French typography puts around the "h" of a time. */
const NNBSP = '\u202f'

const zoned = (at: Date, timeZone: string) =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone)

/** The hour as it is said: "8 h 30", "18 h" in French; "8:30 am", "6 pm" in English. */
export function timeOfDay(at: Date, timeZone: string, locale: Locale): string {
  const { hour, minute } = zoned(at, timeZone)
  const minutes = String(minute).padStart(2, '0')
  if (locale === 'fr') return minute === 0 ? `${hour}${NNBSP}h` : `${hour}${NNBSP}h${NNBSP}${minutes}`
  const clock = `${hour % 12 || 12}${minute === 0 ? '' : `:${minutes}`}`
  return `${clock}${NNBSP}${hour < 12 ? 'am' : 'pm'}`
}

/** The day in full: "jeudi 3 décembre", with its year when that is not this one. */
export function dayInFull(at: Date, timeZone: string, locale: Locale, now: Date): string {
  const sameYear = zoned(at, timeZone).year === zoned(now, timeZone).year
  const words = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale === 'fr' ? 'fr-FR' : 'en-GB', { timeZone, ...options }).format(at)
  // Said apart and joined here: whether a comma stands between them changes with the version of CLDR.
  const date = words({ day: 'numeric', month: 'long', ...(sameYear ? {} : { year: 'numeric' }) })
  return `${words({ weekday: 'long' })} ${date}`
}

/** The zone as people call it: "heure d’Europe centrale", for those who join from elsewhere. */
export function zoneInWords(at: Date, timeZone: string, locale: Locale): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'longGeneric' }).formatToParts(at)
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone
}

/** The day of the place at that instant, YYYY-MM-DD. */
export function dayOf(at: Date, timeZone: string): string {
  return zoned(at, timeZone).toPlainDate().toString()
}

/** Days from now to then, counted by midnights of the place: 0 today, 1 tomorrow, negative for days gone by. */
export function daysAway(at: Date, timeZone: string, now: Date): number {
  return zoned(now, timeZone).toPlainDate().until(zoned(at, timeZone).toPlainDate()).days
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
