import { isHost } from '@/lib/events/policy'
import type { RsvpStatus } from '@/lib/rsvps/schema'

interface Outing {
  organizerId: string
  hosts: { freelancerId: string }[]
  rsvps: { freelancerId: string; status: RsvpStatus }[]
}

/** Who may greet at an outing: its hosts, and whoever has a seat. A greeter who loses it greets nobody. */
export const mayGreet = (person: { id: string }, outing: Outing) =>
  isHost(person, outing) ||
  outing.rsvps.some(({ freelancerId, status }) => freelancerId === person.id && status === 'going')
