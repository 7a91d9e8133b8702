import type { EventStatus } from '@/lib/events/status/schema'
import type { RsvpStatus } from '@/lib/rsvps/schema'

interface Outing {
  kind: string
  status: EventStatus
  organizerId: string
  /** Where the person stands with it. */
  rsvp: RsvpStatus | null
}

/** May this person name somebody for this outing: the host of a table at home, or a guest who was let in? */
export const mayTrust = (personId: string, { kind, status, organizerId, rsvp }: Outing) =>
  kind === 'home_table' && status === 'published' && (organizerId === personId || rsvp === 'going')
