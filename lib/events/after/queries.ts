import { db } from '@/lib/db'
import { slugify } from '@/lib/slug'
import type { Attendance } from './rules'

/** Who came to an event, in numbers: for its hosts. */
export async function attendance(eventId: string): Promise<Attendance> {
  const [expected, checkedIn, missing, walkIns] = await Promise.all([
    db.rsvp.aggregate({ where: { eventId, status: 'going' }, _sum: { partySize: true } }),
    db.rsvp.aggregate({
      where: { eventId, checkedInAt: { not: null } },
      _sum: { partySize: true },
    }),
    db.rsvp.aggregate({
      where: { eventId, status: 'going', checkedInAt: null },
      _sum: { partySize: true },
    }),
    db.walkIn.count({ where: { eventId } }),
  ])
  return {
    expected: expected._sum.partySize ?? 0,
    checkedIn: checkedIn._sum.partySize ?? 0,
    missing: missing._sum.partySize ?? 0,
    walkIns,
  }
}

interface Kin {
  id: string
  seriesId: string | null
  groupId: string | null
  organizerId: string
}

/** What comes next after an event: of its series, else of its group, else of its organizer; null when nothing does. */
export async function nextLike({ id, seriesId, groupId, organizerId }: Kin, now: Date) {
  for (const kin of [seriesId && { seriesId }, groupId && { groupId }, { organizerId }]) {
    if (!kin) continue
    const next = await db.event.findFirst({
      where: { ...kin, id: { not: id }, status: 'published', unlisted: false, startsAt: { gt: now } },
      orderBy: { startsAt: 'asc' },
      select: { id: true, title: true, startsAt: true, timeZone: true },
    })
    if (next) return { ...next, slug: slugify(next.title) }
  }
  return null
}

export type NextEvent = NonNullable<Awaited<ReturnType<typeof nextLike>>>
