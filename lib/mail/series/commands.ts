import { seriesCalendar } from '@/lib/calendar/ics'
import { now } from '@/lib/clock'
import { env } from '@/lib/env'
import { seriesForCalendar } from '@/lib/events/series/queries'
import type { Locale } from '@/lib/i18n/routing'
import type { JobData } from '@/lib/jobs/schema'
import { partiesOf, sender, sendLetter } from '@/lib/mail/commands'
import { slugify } from '@/lib/slug'
import { joinedSeries } from './queries'
import { seriesJoinedLetter } from './rules'

/** Tells somebody of all the dates they come to, in one mail with one calendar entry. Answers whether it was sent. */
export async function tellOfSeries(
  { seriesId, freelancerId }: JobData<'series_joined'>,
  jobId: string,
): Promise<boolean> {
  const joined = await joinedSeries(seriesId, freelancerId)
  const calendar = joined && (await seriesForCalendar(seriesId, now(), true))
  const first = joined?.series.events[0]
  if (!joined || !first || !calendar) return false
  const { name, user } = joined.freelancer
  const from = sender(user.locale as Locale)
  const { appUrl } = env()
  const url = `${appUrl}/${user.locale}/events/${first.id}/${slugify(first.title)}`
  const dates = joined.series.events.map(({ rsvps, ...event }) => ({
    ...event,
    waits: rsvps[0]?.status === 'waitlisted',
  }))
  const letter = seriesJoinedLetter({ guestName: name, title: first.title, dates, url }, from)
  const parties = partiesOf(joined.series.organizer.name, { name, email: user.email })
  return sendLetter(letter, { id: freelancerId, email: user.email }, 'rsvp', {
    messageKey: `job-${jobId}`,
    calendar: {
      method: 'REQUEST',
      content: seriesCalendar(calendar, { appUrl, method: 'REQUEST', url, stamp: now(), parties }),
    },
  })
}
