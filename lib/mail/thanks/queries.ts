import { db } from '@/lib/db'

/** An event that is over, and one of its hosts, as the mail about how many came needs them; null when they host it no more. */
export async function hostOfEvent(eventId: string, hostId: string) {
  const event = await db.event.findFirst({
    where: {
      id: eventId,
      status: 'published',
      OR: [{ organizerId: hostId }, { hosts: { some: { freelancerId: hostId } } }],
    },
    select: { id: true, title: true, seriesId: true, groupId: true, organizerId: true },
  })
  const host = await db.freelancer.findUnique({
    where: { id: hostId, demo: false },
    select: { name: true, user: { select: { email: true, locale: true } } },
  })
  return event && host ? { event, host: { name: host.name, ...host.user } } : null
}

/** The kin of a guest's event, by which the next one is found. */
export async function kinOf(eventId: string) {
  return db.event.findUniqueOrThrow({
    where: { id: eventId },
    select: { id: true, seriesId: true, groupId: true, organizerId: true },
  })
}
