// Apart from series/rules, whose calendar libraries a phone need not fetch.

/** What a day is called by rules that come back. */
export interface DayShape {
  /** ISO: 1 is Monday. */
  weekday: number
  /** Of the month, 1 to 31. */
  date: number
  /** Which of its weekday in the month, 1 to 4; -1 is the last, when it is the fifth. */
  nth: number
}

/** The shape of a day (YYYY-MM-DD), or null when it is none. */
export function dayShape(day: string): DayShape | null {
  const at = new Date(`${day}T00:00:00Z`)
  if (Number.isNaN(at.getTime())) return null
  const date = at.getUTCDate()
  const week = Math.ceil(date / 7)
  return { weekday: at.getUTCDay() || 7, date, nth: week === 5 ? -1 : week }
}

/** "jeudi", "Thursday". `weekday` is ISO: 1 is Monday. */
export function weekdayName(weekday: number, locale: string): string {
  // The first of January 2024 was a Monday.
  const day = new Date(Date.UTC(2024, 0, weekday))
  return new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(day)
}
