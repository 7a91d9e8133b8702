import { db } from '@/lib/db'
import { quietHours } from '@/lib/settings/queries'
import { HORIZON, type Reminded } from './rules'

/** Seats read at a time. */
export const BATCH = 500

/** Seats of outings that start soon enough to be reminded of, `BATCH` at a time, after the one with id `after`. */
export async function seatsToRemind(now: Date, after: string | null): Promise<(Reminded & { id: string })[]> {
  const rows = await db.rsvp.findMany({
    where: {
      status: 'going',
      quiet: false,
      // The demo's invented people read no mail.
      freelancer: { demo: false },
      event: { status: 'published', startsAt: { gt: now, lte: new Date(now.getTime() + HORIZON) } },
      ...(after ? { id: { gt: after } } : {}),
    },
    orderBy: { id: 'asc' },
    take: BATCH,
    select: {
      id: true,
      updatedAt: true,
      notices: { select: { kind: true, startsAt: true } },
      event: { select: { startsAt: true, timeZone: true } },
      freelancer: { select: { user: { select: { timeZone: true, quietFrom: true, quietTo: true } } } },
    },
  })
  return rows.map(({ id, updatedAt, notices, event, freelancer }) => ({
    id,
    seatedAt: updatedAt,
    startsAt: event.startsAt,
    told: notices,
    quiet: quietHours(freelancer.user, event.timeZone),
  }))
}

/** What is only asked where others wait: how many do, and whether this guest has said so already. */
export async function askedAgain(rsvpId: string) {
  const { eventId, reconfirmedAt, event } = await db.rsvp.findUniqueOrThrow({
    where: { id: rsvpId },
    select: { eventId: true, reconfirmedAt: true, event: { select: { startsAt: true } } },
  })
  const waiting = await db.rsvp.count({ where: { eventId, status: 'waitlisted' } })
  return { waiting, reconfirmedAt, startsAt: event.startsAt }
}
