import type { Actor } from '@/lib/accounts/schema'
import { db } from '@/lib/db'

export interface Guest {
  freelancerId: string
  name: string
  trade: string
}

export interface GuestList {
  going: Guest[]
  /** In the order they will be served. */
  waiting: Guest[]
  /** Seats kept for people whose code is on its way. */
  held: number
}

/** Nobody has more names than this on one page. */
const SHOWN = 1000

/** Who comes and who waits, for the event's organizer alone; null for anybody else. Never an e-mail address. */
export async function guestList(actor: Actor, eventId: string): Promise<GuestList | null> {
  const event = await db.event.findFirst({
    where: { id: eventId, organizerId: actor.id },
    select: {
      rsvps: {
        where: { status: { in: ['going', 'waitlisted', 'held'] } },
        orderBy: { position: 'asc' },
        take: SHOWN,
        select: { status: true, freelancer: { select: { id: true, name: true, trade: true } } },
      },
    },
  })
  if (!event) return null
  const those = (status: 'going' | 'waitlisted') =>
    event.rsvps
      .filter((rsvp) => rsvp.status === status)
      .map(({ freelancer: { id, name, trade } }) => ({ freelancerId: id, name, trade }))
  const held = event.rsvps.filter(({ status }) => status === 'held').length
  return { going: those('going'), waiting: those('waitlisted'), held }
}
