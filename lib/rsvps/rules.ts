import type { EventStatus } from '@/lib/events/status/schema'
import type { RsvpStatus } from './schema'

/** A seat is kept this long for somebody whose code is on its way. Milliseconds. */
export const HOLD = 10 * 60_000

/** What an event page says about coming, before it knows who asks. */
export type Door = 'open' | 'full' | 'over' | 'cancelled' | 'draft'

interface SeatedEvent {
  status: EventStatus
  endsAt: Date
  capacity: number | null
  seatsTaken: number
}

/** Whether there is a seat to take. Only for showing: the database decides again under its lock. */
export function door(event: SeatedEvent, now: Date): Door {
  if (event.status !== 'published') return event.status
  if (event.endsAt <= now) return 'over'
  return event.capacity !== null && event.seatsTaken >= event.capacity ? 'full' : 'open'
}

interface DatedRsvp {
  status: RsvpStatus
  event: { startsAt: Date; endsAt: Date }
}

/**
 * A person's outings: coming and waiting by the nearest first, past ones by the latest first. What was given up is
 * in none of them.
 */
export function sortOutings<T extends DatedRsvp>(
  rsvps: T[],
  now: Date,
): { coming: T[]; waiting: T[]; past: T[] } {
  const byStart = rsvps.toSorted((a, b) => a.event.startsAt.getTime() - b.event.startsAt.getTime())
  const ahead = byStart.filter(({ event }) => event.endsAt > now)
  return {
    coming: ahead.filter(({ status }) => status === 'going' || status === 'offered'),
    waiting: ahead.filter(
      ({ status }) => status === 'waitlisted' || status === 'asked' || status === 'maybe',
    ),
    past: byStart.filter(({ status, event }) => status === 'going' && event.endsAt <= now).reverse(),
  }
}

/** What the page behind a mail's cancel link has to say; `ask` when there still is something to give up. */
export function leavePage(
  rsvp: {
    status: DatedRsvp['status']
    event: { status: EventStatus; endsAt: Date }
  } | null,
  now: Date,
): 'unknown' | 'already' | 'cancelled' | 'over' | 'ask' {
  if (!rsvp) return 'unknown'
  if (rsvp.status === 'cancelled' || rsvp.status === 'declined' || rsvp.status === 'removed') return 'already'
  if (rsvp.event.status === 'cancelled') return 'cancelled'
  return rsvp.event.endsAt <= now ? 'over' : 'ask'
}

/** The name that strangers may read: the first word, at most 30 characters. */
export function firstName(name: string): string {
  return (name.trim().split(/\s+/)[0] ?? '').slice(0, 30)
}

/** What the page behind an offered seat's link has to say; `ask` while the seat can be taken. */
export function confirmPage(
  rsvp: {
    status: RsvpStatus
    heldUntil: Date | null
    event: { status: EventStatus; endsAt: Date }
  } | null,
  now: Date,
): 'unknown' | 'going' | 'cancelled' | 'over' | 'lapsed' | 'ask' {
  if (!rsvp) return 'unknown'
  if (rsvp.event.status === 'cancelled') return 'cancelled'
  if (rsvp.event.endsAt <= now) return 'over'
  if (rsvp.status === 'going') return 'going'
  return rsvp.status === 'offered' && rsvp.heldUntil && rsvp.heldUntil > now ? 'ask' : 'lapsed'
}
