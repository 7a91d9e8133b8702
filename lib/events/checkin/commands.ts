import type { Actor } from '@/lib/accounts/schema'
import { now } from '@/lib/clock'
import { db, type Transaction } from '@/lib/db'
import { hostedBy } from '@/lib/events/hosts/queries'
import { ok, type Result, refuse } from '@/lib/result'
import { doorState } from './rules'
import type { DoorEntry } from './schema'

export type DoorRefusal = 'not_found' | 'closed'

/**
 * Takes what a host did at the door, in the order it was done (see `afterEntries`). Safe to send again, and from several
 * phones at once: whoever was seen is present. Entries about nobody of this event change nothing.
 */
export async function syncDoor(
  actor: Actor,
  eventId: string,
  entries: DoorEntry[],
): Promise<Result<undefined, DoorRefusal>> {
  const event = await db.event.findFirst({
    where: { id: eventId, ...hostedBy(actor.id) },
    select: { status: true, startsAt: true, endsAt: true },
  })
  const state = event && doorState(event, now())
  if (!state || state === 'none') return refuse('not_found')
  if (state !== 'open') return refuse('closed')
  await db.$transaction(async (tx) => {
    const about = entries.flatMap((entry) => ('rsvpId' in entry ? [entry.rsvpId] : []))
    const guests = await lockGuests(tx, eventId, about)
    for (const entry of entries) await take(tx, eventId, guests, entry)
    await tx.$executeRaw`
      UPDATE rsvps SET checked_in_at = (SELECT min(at) FROM check_ins WHERE rsvp_id = rsvps.id)
      WHERE id = ANY(${[...guests]}::uuid[])`
  })
  return ok()
}

/** Those of these RSVPs that are of this event and were not taken off its list, locked until the transaction ends. */
async function lockGuests(tx: Transaction, eventId: string, rsvpIds: string[]): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM rsvps WHERE id = ANY(${rsvpIds}::uuid[]) AND event_id = ${eventId}::uuid
      AND status NOT IN ('held', 'removed') ORDER BY id FOR UPDATE`
  return new Set(rows.map(({ id }) => id))
}

async function take(tx: Transaction, eventId: string, guests: Set<string>, entry: DoorEntry): Promise<void> {
  if ('rsvpId' in entry && !guests.has(entry.rsvpId)) return
  switch (entry.type) {
    case 'present': {
      const { id, rsvpId, at } = entry
      await tx.checkIn.createMany({ data: [{ id, rsvpId, at: new Date(at) }], skipDuplicates: true })
      return
    }
    case 'absent':
      await tx.checkIn.deleteMany({ where: { rsvpId: entry.rsvpId, id: { in: entry.knew } } })
      return
    case 'walk_in': {
      const { id, name, at } = entry
      const person = { id, name, eventId, createdAt: new Date(at) }
      await tx.walkIn.createMany({ data: [person], skipDuplicates: true })
      return
    }
    case 'walk_out':
      await tx.walkIn.deleteMany({ where: { id: entry.id, eventId } })
  }
}

/** Names of walk-ins are kept this long after the end; that somebody came is kept as a number. Milliseconds. */
const NAMES_KEPT = 30 * 24 * 3_600_000

/** Forgets the names of people who have no account here and cannot ask for it. Answers how many. */
export async function forgetWalkInNames(at: Date): Promise<number> {
  const ended = { endsAt: { lt: new Date(at.getTime() - NAMES_KEPT) } }
  const { count } = await db.walkIn.updateMany({
    where: { name: { not: '' }, event: ended },
    data: { name: '' },
  })
  return count
}
