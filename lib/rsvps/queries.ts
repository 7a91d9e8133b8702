import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { verified } from '@/lib/secrets'
import { sortOutings } from './rules'
import { type RsvpDetails, type RsvpStatus, rsvpDetailsSchema, rsvpTokenSchema } from './schema'

/** Where somebody stands with an event, and what they said. */
export interface MyRsvp extends RsvpDetails {
  status: RsvpStatus
  /** Rank in the queue, from 1. */
  place: number | null
  /** Until when a held or offered seat is theirs. */
  heldUntil: Date | null
}

/** Somebody's own RSVP to an event, or null. */
export async function myRsvp(actorId: string, eventId: string): Promise<MyRsvp | null> {
  const rsvp = await db.rsvp.findUnique({
    where: { eventId_freelancerId: { eventId, freelancerId: actorId } },
    select: {
      status: true,
      position: true,
      heldUntil: true,
      partySize: true,
      note: true,
      answers: true,
      firstTime: true,
      unlisted: true,
    },
  })
  if (!rsvp) return null
  const { status, heldUntil, position, ...details } = rsvp
  const place = status === 'waitlisted' ? await placeInQueue(eventId, position) : null
  return { status, place, heldUntil, ...rsvpDetailsSchema.parse(details) }
}

/** Rank, from 1, among those who wait. */
export async function placeInQueue(eventId: string, position: number): Promise<number> {
  return db.rsvp.count({ where: { eventId, status: 'waitlisted', position: { lte: position } } })
}

/** The same for many RSVPs at once: rank by RSVP id. */
async function placesInQueue(rsvpIds: string[]): Promise<Map<string, number>> {
  if (rsvpIds.length === 0) return new Map()
  const rows = await db.$queryRaw<{ id: string; place: number }[]>`
    SELECT own.id, count(*)::int AS place
    FROM rsvps own
    JOIN rsvps ahead ON ahead.event_id = own.event_id AND ahead.status = 'waitlisted' AND ahead.position <= own.position
    WHERE own.id = ANY(${rsvpIds}::uuid[])
    GROUP BY own.id`
  return new Map(rows.map(({ id, place }) => [id, place]))
}

const outingSelect = {
  id: true,
  status: true,
  position: true,
  event: {
    select: {
      id: true,
      kind: true,
      title: true,
      startsAt: true,
      endsAt: true,
      timeZone: true,
      placeName: true,
      city: true,
      status: true,
      organizer: { select: { name: true } },
    },
  },
} as const

const PAST_SHOWN = 30

/** Everything a person comes to, waits for, and came to. */
export async function outings(actorId: string, at: Date = now()) {
  const rsvps = await db.rsvp.findMany({
    where: { freelancerId: actorId, status: { in: ['going', 'offered', 'waitlisted', 'asked', 'maybe'] } },
    orderBy: { event: { startsAt: 'desc' } },
    take: 500,
    select: outingSelect,
  })
  const { coming, waiting, past } = sortOutings(rsvps, at)
  const places = await placesInQueue(waiting.map(({ id }) => id))
  const card = ({ id, status, event }: (typeof rsvps)[number]) => ({
    id: event.id,
    status,
    kind: event.kind,
    title: event.title,
    startsAt: event.startsAt,
    endsAt: event.endsAt,
    timeZone: event.timeZone,
    placeName: event.placeName,
    city: event.city,
    cancelled: event.status === 'cancelled',
    organizerName: event.organizer.name,
    place: places.get(id) ?? null,
  })
  return {
    coming: coming.map(card),
    waiting: waiting.map(card),
    past: past
      .filter(({ event }) => event.status === 'published')
      .slice(0, PAST_SHOWN)
      .map(card),
  }
}

export type OutingCard = Awaited<ReturnType<typeof outings>>['coming'][number]

/** What a mail's link speaks of, or null when the link was not made here or the RSVP is gone. */
export async function rsvpOfToken(token: string) {
  const parsed = rsvpTokenSchema.safeParse(token)
  const id = parsed.success ? verified(env().authSecret, 'leave', parsed.data) : null
  if (!id) return null
  return db.rsvp.findUnique({
    where: { id },
    select: {
      eventId: true,
      freelancerId: true,
      status: true,
      heldUntil: true,
      reconfirmedAt: true,
      quiet: true,
      event: {
        select: {
          id: true,
          title: true,
          startsAt: true,
          endsAt: true,
          timeZone: true,
          status: true,
          placeName: true,
          city: true,
        },
      },
    },
  })
}

/** What a mail to a guest must know; null when the RSVP is gone. */
export async function rsvpForMail(rsvpId: string) {
  return db.rsvp.findUnique({
    where: { id: rsvpId },
    select: {
      id: true,
      eventId: true,
      freelancerId: true,
      status: true,
      position: true,
      heldUntil: true,
      quiet: true,
      freelancer: {
        select: {
          name: true,
          user: { select: { email: true, locale: true, timeZone: true, quietFrom: true, quietTo: true } },
        },
      },
      event: {
        select: {
          id: true,
          kind: true,
          title: true,
          startsAt: true,
          endsAt: true,
          timeZone: true,
          placeName: true,
          address: true,
          city: true,
          lat: true,
          lng: true,
          onlineUrl: true,
          hiddenPlace: true,
          status: true,
          sequence: true,
          seriesId: true,
          recurrenceId: true,
          updatedAt: true,
          cancelMessage: true,
          organizer: { select: { name: true } },
        },
      },
    },
  })
}
