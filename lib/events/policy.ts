import type { Actor } from '@/lib/accounts/schema'
import type { EventStatus } from '@/lib/events/status/schema'

type Hosted = { organizerId: string; hosts: { freelancerId: string }[] }
type Managed = Hosted & { status: EventStatus; endsAt: Date }

export type ManageRefusal = 'not_found' | 'cancelled' | 'over'

/** Is this person's the event? Only the organizer removes co-hosts and hands the event over. */
export const isOrganizer = (actor: Pick<Actor, 'id'>, event: Pick<Hosted, 'organizerId'>) =>
  event.organizerId === actor.id

/** Does this person run this event, as organizer or as co-host? Guests' names are for those who do alone. */
export const isHost = (actor: Pick<Actor, 'id'>, event: Hosted) =>
  isOrganizer(actor, event) || event.hosts.some(({ freelancerId }) => freelancerId === actor.id)

/**
 * Why this person may not change, cancel or empty this event, or null when they may. Somebody else's event is answered
 * like one that does not exist. A draft is never over: its day can still be mended.
 */
export function manageRefusal(
  actor: Pick<Actor, 'id'>,
  event: Managed | null,
  now: Date,
): ManageRefusal | null {
  if (!event || !isHost(actor, event)) return 'not_found'
  if (event.status === 'cancelled') return 'cancelled'
  return event.status === 'published' && event.endsAt <= now ? 'over' : null
}
