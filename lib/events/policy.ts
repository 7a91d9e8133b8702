import type { Actor } from '@/lib/accounts/schema'
import type { EventStatus } from '@/lib/events/status/schema'

type Managed = { organizerId: string; status: EventStatus; endsAt: Date }

export type ManageRefusal = 'not_found' | 'cancelled' | 'over'

/** Does this person run this event? Guests' names are theirs alone to see. */
export const isOrganizer = (actor: Pick<Actor, 'id'>, event: Pick<Managed, 'organizerId'>) =>
  event.organizerId === actor.id

/**
 * Why this person may not change, cancel or empty this event, or null when they may. Somebody else's event is answered
 * like one that does not exist.
 */
export function manageRefusal(
  actor: Pick<Actor, 'id'>,
  event: Managed | null,
  now: Date,
): ManageRefusal | null {
  if (!event || !isOrganizer(actor, event)) return 'not_found'
  if (event.status === 'cancelled') return 'cancelled'
  return event.endsAt <= now ? 'over' : null
}
