import type { Messages } from 'next-intl'
import { dayInFull, daysAway, timeOfDay } from '@/lib/events/when/rules'
import type { Outing } from '@/lib/mail/letters/schema'
import type { PushNotice } from '@/lib/push/rules'
import type { PushedJob } from '@/lib/push/schema'
import type { ReminderKind } from '@/lib/reminders/schema'
import type { RsvpStatus } from '@/lib/rsvps/schema'

/** The `pushes` messages of one language. */
export type PushWords = (key: keyof Messages['pushes'], values?: Record<string, string | number>) => string

export interface Ringer {
  locale: 'fr' | 'en'
  words: PushWords
  now: Date
}

interface Seat {
  status: RsvpStatus
  heldUntil: Date | null
  event: { startsAt: Date }
}

const COMING = new Set<RsvpStatus>(['going', 'offered', 'waitlisted', 'asked', 'maybe'])

/** Until when it is of use to hear of it; null when it is no longer so. */
export function usefulUntil(about: PushedJob, { status, heldUntil, event }: Seat): Date | null {
  switch (about) {
    case 'rsvp_promoted':
      return status === 'going' ? event.startsAt : null
    case 'rsvp_offered':
      return status === 'offered' ? heldUntil : null
    case 'guest_removed':
      return status === 'removed' ? event.startsAt : null
    case 'guest_told_change':
    case 'guest_told_cancellation':
      return COMING.has(status) ? event.startsAt : null
  }
}

/** "Afterwork du port · jeudi 3 décembre, 18 h 30 · Le Comptoir" */
function about({ event }: Outing, { locale, words, now }: Ringer): string {
  const { title, startsAt, timeZone, placeName, city } = event
  const days = daysAway(startsAt, timeZone, now)
  const date = dayInFull(startsAt, timeZone, locale, now)
  const day = days === 0 ? words('today') : days === 1 ? words('tomorrow') : date
  return [title, `${day}, ${timeOfDay(startsAt, timeZone, locale)}`, placeName || city]
    .filter(Boolean)
    .join(' · ')
}

/** What rings about somebody's seat. `id` is the RSVP's: news of one outing takes the place of older news. */
export function seatNotice(
  id: string,
  job: PushedJob,
  outing: Outing,
  until: Date,
  ringer: Ringer,
): PushNotice {
  const { event, links } = outing
  const time = timeOfDay(until, event.timeZone, ringer.locale)
  const url = job === 'rsvp_offered' ? links.confirm : links.event
  return { title: ringer.words(job, { time }), body: about(outing, ringer), url, tag: id }
}

/** What rings before an outing; `asks` where others wait, and the tap leads to the yes. */
export function reminderNotice(
  id: string,
  kind: ReminderKind,
  outing: Outing,
  asks: boolean,
  ringer: Ringer,
): PushNotice {
  const { event, links } = outing
  const time = timeOfDay(event.startsAt, event.timeZone, ringer.locale)
  const title = ringer.words(asks ? 'still_coming' : kind, { time })
  return { title, body: about(outing, ringer), url: asks ? links.coming : links.event, tag: id }
}
