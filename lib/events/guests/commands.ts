import type { Actor } from '@/lib/accounts/schema'
import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { hostedBy } from '@/lib/events/hosts/queries'
import { type ManageRefusal, manageRefusal } from '@/lib/events/policy'
import type { AdmitGuestInput, RemoveGuestInput } from '@/lib/events/schema'
import { ok, type Result, refuse } from '@/lib/result'

/**
 * Takes somebody off the list, with a note that is mailed to them; the first in line gets the seat in the same
 * statement. They cannot join this event again.
 */
export async function removeGuest(
  actor: Actor,
  { eventId, freelancerId, note }: RemoveGuestInput,
): Promise<Result<{ promoted: boolean }, ManageRefusal | 'guest_unknown'>> {
  const forbidden = await forbiddenTo(actor, eventId)
  if (forbidden) return refuse(forbidden)
  const [row] = await db.$queryRaw<{ outcome: 'removed' | 'not_found'; promoted: number }[]>`
    SELECT outcome, promoted FROM rsvp_remove(${eventId}::uuid, ${freelancerId}::uuid, ${note}, ${now()})`
  return row?.outcome === 'removed' ? ok({ promoted: row.promoted > 0 }) : refuse('guest_unknown')
}

/**
 * Lets somebody in who asked: they have a seat, or the place in the queue that their asking gave them. Asking again
 * about somebody who is in already answers the same.
 */
export async function admitGuest(
  actor: Actor,
  { eventId, freelancerId }: AdmitGuestInput,
): Promise<Result<{ status: 'going' | 'waitlisted' }, ManageRefusal | 'guest_unknown'>> {
  const forbidden = await forbiddenTo(actor, eventId)
  if (forbidden) return refuse(forbidden)
  const [row] = await db.$queryRaw<{ outcome: string }[]>`
    SELECT outcome FROM rsvp_admit(${eventId}::uuid, ${freelancerId}::uuid, ${now()})`
  if (row?.outcome === 'going' || row?.outcome === 'waitlisted') return ok({ status: row.outcome })
  return refuse('guest_unknown')
}

async function forbiddenTo(actor: Actor, eventId: string): Promise<ManageRefusal | null> {
  const event = await db.event.findFirst({
    where: { id: eventId, ...hostedBy(actor.id) },
    select: { organizerId: true, status: true, endsAt: true, hosts: { select: { freelancerId: true } } },
  })
  return manageRefusal(actor, event, now())
}
