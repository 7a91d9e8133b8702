import { db } from '@/lib/db'

/** Somebody who comes to all of a series, and the seats they have: for the mail that tells of it. Null when they no longer do. */
export async function joinedSeries(seriesId: string, freelancerId: string) {
  return db.seriesRsvp.findUnique({
    where: { seriesId_freelancerId: { seriesId, freelancerId } },
    select: {
      freelancer: { select: { name: true, user: { select: { email: true, locale: true } } } },
      series: {
        select: {
          organizer: { select: { name: true } },
          events: {
            where: {
              status: 'published',
              rsvps: { some: { freelancerId, status: { in: ['going', 'waitlisted'] } } },
            },
            orderBy: { startsAt: 'asc' },
            take: 30,
            select: {
              id: true,
              title: true,
              startsAt: true,
              timeZone: true,
              rsvps: { where: { freelancerId }, select: { status: true } },
            },
          },
        },
      },
    },
  })
}
