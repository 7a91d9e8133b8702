import { Temporal } from 'temporal-polyfill'

/** What nobody confirmed for so long is said to be old, and comes last in every list. */
export const STALE_YEARS = 2

type Checked = {
  /** Last time somebody checked it on the ground. */
  confirmedOn: Date | null
  /** Since when it is known here: counts where nobody ever confirmed it. */
  createdAt: Date
}

/** The last day that may be said to be old at `now` (UTC): two years ago. */
export function staleBefore(now: Date): Date {
  const day = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO('UTC')
  return new Date(day.startOfDay().subtract({ years: STALE_YEARS }).epochMilliseconds)
}

/** Nobody confirmed it for two years, or since it came two years ago. */
export function isStale({ confirmedOn, createdAt }: Checked, now: Date): boolean {
  return (confirmedOn ?? createdAt) < staleBefore(now)
}

/** A day of the calendar (a date at midnight UTC) in words: "1er mai 2026", "1 May 2026". */
export function dayInWords(day: Date, locale: string): string {
  const words = new Intl.DateTimeFormat(locale === 'fr' ? 'fr-FR' : 'en-GB', {
    dateStyle: 'long',
    timeZone: 'UTC',
  })
  return words.format(day).replace(/^1 /, locale === 'fr' ? '1er ' : '1 ')
}
