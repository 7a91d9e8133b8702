import { dayInFull, timeOfDay } from '@/lib/events/when/rules'

/** "Ana et Bob", in the reader's language. */
export const together = (people: { firstName: string }[], locale: 'fr' | 'en') =>
  new Intl.ListFormat(locale, { type: 'conjunction' }).format(people.map(({ firstName }) => firstName))

/** "jeudi 3 décembre, 10 h", in the zone of the place. */
export const moment = (at: Date, timeZone: string, locale: 'fr' | 'en', now: Date) =>
  `${dayInFull(at, timeZone, locale, now)}, ${timeOfDay(at, timeZone, locale)}`
