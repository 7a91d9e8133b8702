import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { verified } from '@/lib/secrets'
import { firstName, sortOutings } from './rules'
import { type RsvpStatus, rsvpTokenSchema } from './schema'

/** Where somebody stands with an event. `place` is the rank in the queue, from 1. */
export interface MyRsvp {
  status: RsvpStatus
  place: number | null
}

/** Somebody's own RSVP to an event, or null. */
export async function myRsvp(actorId: string, eventId: string): Promise<MyRsvp | null> {
  const rsvp = await db.rsvp.findUnique({
    where: { eventId_freelancerId: { eventId, freelancerId: actorId } },
    select: { status: true, position: true },
  })
  if (!rsvp) return null
  const place = rsvp.status === 'waitlisted' ? await placeInQueue(eventId, rsvp.position) : null
  return { status: rsvp.status, place }
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

const NAMED = 12

/**
 * Who comes, as far as the viewer may know: a count for everybody; to those who are signed in, the first names of
 * up to 12 others whose profile members may see.
 */
export async function company(
  viewerId: string | null,
  eventId: string,
): Promise<{ going: number; firstNames: string[] }> {
  const seated = { eventId, status: 'going' } as const
  const [going, visible] = await Promise.all([
    db.rsvp.count({ where: seated }),
    viewerId === null
      ? []
      : db.rsvp.findMany({
          where: { ...seated, freelancerId: { not: viewerId }, freelancer: { visibility: 'members' } },
          orderBy: { position: 'asc' },
          take: NAMED,
          select: { freelancer: { select: { name: true } } },
        }),
  ])
  return { going, firstNames: visible.map(({ freelancer }) => firstName(freelancer.name)) }
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
    where: { freelancerId: actorId, status: { in: ['going', 'offered', 'waitlisted', 'asked'] } },
    orderBy: { event: { startsAt: 'desc' } },
    take: 500,
    select: outingSelect,
  })
  const { coming, waiting, past } = sortOutings(rsvps, at)
  const places = await placesInQueue(waiting.map(({ id }) => id))
  const card = ({ id, event }: (typeof rsvps)[number]) => ({
    id: event.id,
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
      status: true,
      position: true,
      heldUntil: true,
      quiet: true,
      freelancer: { select: { name: true, user: { select: { email: true, locale: true } } } },
      event: {
        select: {
          id: true,
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
          status: true,
          sequence: true,
          updatedAt: true,
          cancelMessage: true,
          organizer: { select: { name: true } },
        },
      },
    },
  })
}

/** The address of an event's online room, for its organizer and those who hold a seat; null to anybody else. */
export async function onlineRoom(viewerId: string | null, eventId: string): Promise<string | null> {
  if (viewerId === null) return null
  const event = await db.event.findFirst({
    where: {
      id: eventId,
      status: 'published',
      OR: [{ organizerId: viewerId }, { rsvps: { some: { freelancerId: viewerId, status: 'going' } } }],
    },
    select: { onlineUrl: true },
  })
  return event?.onlineUrl ?? null
}
