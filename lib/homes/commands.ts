import type { Transaction } from '@/lib/db'

/**
 * Two people no longer meet at a table of either: the guest's seat, or their asking for one, is given back. To be
 * called in the transaction that blocks them.
 */
export async function leaveHomes(tx: Transaction, a: string, b: string, now: Date): Promise<void> {
  await tx.$queryRaw`
    SELECT outcome
    FROM rsvps JOIN events ON events.id = rsvps.event_id, rsvp_remove(event_id, freelancer_id, '', ${now})
    WHERE events.kind = 'home_table' AND events.status = 'published' AND events.ends_at > ${now}
      AND rsvps.status IN ('asked', 'going', 'offered', 'waitlisted', 'maybe')
      AND (events.organizer_id, rsvps.freelancer_id) IN ((${a}::uuid, ${b}::uuid), (${b}::uuid, ${a}::uuid))`
}
