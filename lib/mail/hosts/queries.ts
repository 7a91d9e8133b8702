import { db } from '@/lib/db'
import { hostedBy } from '@/lib/events/hosts/queries'

/** A guest as a mail to one of the event's hosts tells of them; null when either is no longer there. */
export async function guestForHost(rsvpId: string, hostId: string) {
  const rsvp = await db.rsvp.findFirst({
    where: { id: rsvpId, event: { status: 'published', ...hostedBy(hostId) } },
    select: {
      status: true,
      partySize: true,
      note: true,
      firstTime: true,
      freelancer: { select: { name: true } },
      event: { select: { id: true, title: true, startsAt: true, timeZone: true } },
    },
  })
  const host = await db.freelancer.findUnique({
    where: { id: hostId },
    select: { name: true, user: { select: { email: true, locale: true } } },
  })
  if (!rsvp || !host) return null
  const { freelancer, ...guest } = rsvp
  return { ...guest, guestName: freelancer.name, host: { name: host.name, ...host.user } }
}
