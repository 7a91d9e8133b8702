import type { Messages } from 'next-intl'
import type { CalendarEvent } from '@/lib/calendar/ics'

/** The `mail` messages of one language. */
export type Words = (key: keyof Messages['mail'], values?: Record<string, string | number>) => string

/** What every letter needs to know. */
export interface Sender {
  locale: 'fr' | 'en'
  words: Words
  instanceName: string
  now: Date
}

/** An outing as a letter to one guest tells of it. Links are absolute. */
export interface Outing {
  guestName: string
  organizerName: string
  cancelMessage: string
  event: CalendarEvent
  links: { event: string; leave: string; confirm: string; coming: string; explore: string }
}
