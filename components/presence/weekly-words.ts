/** A Monday. */
const MONDAY = Date.UTC(2024, 0, 1)
const DAY = 86_400_000

/** The name of a weekday (1 is Monday) in the reader's language. */
export function weekdayName(weekday: number, locale: 'fr' | 'en'): string {
  const name = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' })
  return name.format(MONDAY + (weekday - 1) * DAY)
}
