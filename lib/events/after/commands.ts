import type { Actor } from '@/lib/accounts/schema'
import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { type PublishRefusal, publishEvent } from '@/lib/events/commands'
import { hostedEvent } from '@/lib/events/hosted/queries'
import { duplicateValues } from '@/lib/events/hosted/rules'
import { eventSchema } from '@/lib/events/schema'
import { ok, type Result, refuse } from '@/lib/result'
import { nextMorning, TOO_LATE } from './rules'

/** Looked for this often or more; queued this much ahead. Milliseconds. */
const LOOKAHEAD = 10 * 60_000

/** A second tap comes within it: later, the same again is meant. Milliseconds. */
const SECOND_TAP = 10 * 60_000

/**
 * Queues, for each event whose next morning has come, thanks to whoever came and to its hosts how many did. Each event
 * once: that it was done is written with the jobs. The demo's invented people read no mail. Answers how many events.
 */
export async function queueAfterwords(at: Date = now()): Promise<number> {
  const over = await db.event.findMany({
    where: {
      ...{ status: 'published', recappedAt: null, demo: false },
      endsAt: { gt: new Date(at.getTime() - TOO_LATE), lte: at },
    },
    select: { id: true, endsAt: true, timeZone: true },
  })
  let queued = 0
  for (const { id, endsAt, timeZone } of over) {
    const due = nextMorning(endsAt, timeZone)
    if (due.getTime() <= at.getTime() + LOOKAHEAD) queued += await queue(id, due, at)
  }
  return queued
}

/** Where anybody was checked in, those are thanked; else whoever had a seat. */
async function queue(eventId: string, due: Date, at: Date): Promise<number> {
  return db.$transaction(async (tx) => {
    const { count } = await tx.event.updateMany({
      where: { id: eventId, recappedAt: null },
      data: { recappedAt: at },
    })
    if (count === 0) return 0
    await tx.$executeRaw`
      WITH seats AS (
        SELECT rsvps.id, rsvps.checked_in_at FROM rsvps JOIN freelancers ON freelancers.id = freelancer_id
        WHERE event_id = ${eventId}::uuid AND status = 'going' AND NOT freelancers.demo
      )
      SELECT job_write('thanks', jsonb_build_object('rsvpId', id), ${due}::timestamptz) FROM seats
      WHERE checked_in_at IS NOT NULL OR NOT EXISTS (SELECT FROM seats WHERE checked_in_at IS NOT NULL)`
    await tx.$executeRaw`
      SELECT job_write('recap', jsonb_build_object('eventId', ${eventId}::text, 'hostId', host), ${due}::timestamptz)
      FROM (
        SELECT organizer_id AS host FROM events WHERE id = ${eventId}::uuid
        UNION SELECT freelancer_id FROM event_hosts WHERE event_id = ${eventId}::uuid
      ) AS hosts`
    return 1
  })
}

export type AgainRefusal = PublishRefusal | 'not_found' | 'not_ready'

/**
 * Publishes an event of one's own once more, with one tap: on the next such weekday, at the same hours. A second tap
 * finds what the first made. `not_ready` when its form needs a look first, such as an hour that the clocks skip.
 */
export async function doAgain(actor: Actor, eventId: string): Promise<Result<{ id: string }, AgainRefusal>> {
  const event = await hostedEvent(actor, eventId)
  if (!event || event.status === 'draft') return refuse('not_found')
  const parsed = eventSchema.safeParse(duplicateValues(event, now()))
  if (!parsed.success) return refuse('not_ready')
  const twin = await db.event.findFirst({
    where: {
      ...{ organizerId: actor.id, title: event.title, kind: event.kind, status: 'published' },
      startsAt: { gt: now() },
      createdAt: { gt: new Date(now().getTime() - SECOND_TAP) },
    },
    select: { id: true },
  })
  return twin ? ok({ id: twin.id }) : publishEvent(actor, parsed.data, event.title)
}
