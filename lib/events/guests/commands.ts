import type { Actor } from '@/lib/accounts/schema'
import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { type ManageRefusal, manageRefusal } from '@/lib/events/policy'
import type { RemoveGuestInput } from '@/lib/events/schema'
import { ok, type Result, refuse } from '@/lib/result'

/**
 * Takes somebody off the list, with a note that is mailed to them; the first in line gets the seat in the same
 * statement. They cannot join this event again.
 */
export async function removeGuest(
  actor: Actor,
  { eventId, freelancerId, note }: RemoveGuestInput,
): Promise<Result<{ promoted: boolean }, ManageRefusal | 'guest_unknown'>> {
  const event = await db.event.findFirst({
    where: { id: eventId, organizerId: actor.id },
    select: { organizerId: true, status: true, endsAt: true },
  })
  const forbidden = manageRefusal(actor, event, now())
  if (forbidden) return refuse(forbidden)
  const [row] = await db.$queryRaw<{ outcome: 'removed' | 'not_found'; promoted: number }[]>`
    SELECT outcome, promoted FROM rsvp_remove(${eventId}::uuid, ${freelancerId}::uuid, ${note}, ${now()})`
  return row?.outcome === 'removed' ? ok({ promoted: row.promoted > 0 }) : refuse('guest_unknown')
}
