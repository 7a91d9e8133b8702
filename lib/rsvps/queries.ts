import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { verified } from '@/lib/secrets'
import { sortOutings } from './rules'
import { rsvpTokenSchema } from './schema'

/** Where somebody stands with an event. `place` is the rank in the queue, from 1. */
export interface MyRsvp {
  status: 'held' | 'going' | 'waitlisted' | 'cancelled' | 'removed'
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
    where: { freelancerId: actorId, status: { in: ['going', 'waitlisted'] } },
    orderBy: { event: { startsAt: 'desc' } },
    take: 500,
    select: outingSelect,
  })
  const { coming, waiting, past } = sortOutings(rsvps, at)
  const places = new Map<string, number>()
  for (const { id, event, position } of waiting) places.set(id, await placeInQueue(event.id, position))
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
