import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import type { Locale } from '@/lib/i18n/routing'
import { sender, sendLetter } from '@/lib/mail/commands'
import { slugify } from '@/lib/slug'
import { groupEventFor } from './queries'
import { groupEventLetter } from './rules'

/** One job for each member of an event's group but its hosts, in one statement. */
export async function fanOutToGroup(eventId: string): Promise<void> {
  await db.$executeRaw`
    SELECT job_write(
      'member_told_event', jsonb_build_object('eventId', events.id, 'memberId', freelancer_id), ${now()}::timestamptz)
    FROM events JOIN group_members USING (group_id)
    WHERE events.id = ${eventId}::uuid AND freelancer_id <> organizer_id AND NOT EXISTS (
      SELECT FROM event_hosts
      WHERE event_id = events.id AND event_hosts.freelancer_id = group_members.freelancer_id)`
}

/** Tells a member of a new event of their group, while it is to come and they want to hear of it. Answers whether it was sent. */
export async function tellMember({
  eventId,
  memberId,
}: {
  eventId: string
  memberId: string
}): Promise<boolean> {
  const found = await groupEventFor(eventId, memberId, now())
  if (!found) return false
  const { member, event } = found
  const from = sender(member.locale as Locale)
  const page = `${env().appUrl}/${member.locale}/events/${event.id}/${slugify(event.title)}`
  const to = { id: memberId, email: member.email }
  // The same for every attempt: a repeated mail is shown once.
  const messageKey = `group-event-${eventId}-${memberId}`
  return sendLetter(groupEventLetter({ ...found, page }, from), to, 'group_event', { messageKey })
}
