import { db } from '@/lib/db'

/** A new event as a mail to one member of its group tells of it; null when either is no longer so. */
export async function groupEventFor(eventId: string, memberId: string, now: Date) {
  const event = await db.event.findFirst({
    where: {
      id: eventId,
      status: 'published',
      unlisted: false,
      startsAt: { gt: now },
      group: { members: { some: { freelancerId: memberId } } },
    },
    select: {
      ...{ id: true, title: true, startsAt: true, timeZone: true, placeName: true, city: true },
      ...{ organizer: { select: { name: true } }, group: { select: { name: true } } },
    },
  })
  const member = await db.freelancer.findUnique({
    where: { id: memberId },
    select: { name: true, user: { select: { email: true, locale: true } } },
  })
  if (!event?.group || !member) return null
  const { organizer, group, ...rest } = event
  return {
    event: rest,
    groupName: group.name,
    organizerName: organizer.name,
    member: { name: member.name, ...member.user },
  }
}
