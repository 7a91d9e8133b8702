import type { Actor } from '@/lib/accounts/schema'
import { notBlocked } from '@/lib/blocks/queries'
import { db } from '@/lib/db'
import { hostedBy } from '@/lib/events/hosts/queries'
import { came } from '@/lib/meetings/presence/queries'
import { firstName } from '@/lib/rsvps/rules'
import { Prisma } from '@/prisma/client/client'

const { sql } = Prisma

/** A greeter, as whoever comes for the first time is told of them. */
export interface Greeter {
  firstName: string
  recognise: string
  meetAt: string
}

/** SQL condition on `greeters` and `events`: they host it or have a seat, as lib/events/greeters/policy wants it. */
const isThere = sql`(events.organizer_id = greeters.freelancer_id
  OR EXISTS (SELECT FROM event_hosts WHERE event_id = events.id AND freelancer_id = greeters.freelancer_id)
  OR EXISTS (SELECT FROM rsvps WHERE event_id = events.id AND freelancer_id = greeters.freelancer_id
    AND status = 'going'))`

/** The same, and they agreed. */
const stands = sql`greeters.agreed_at IS NOT NULL AND ${isThere}`

/** SQL condition on a row of `rsvps`, `guests`: they come, and were never at an outing here, or say that it is their first. */
const firstTimer = (now: Date) => sql`guests.status = 'going' AND (guests.first_time OR NOT EXISTS (
  SELECT FROM rsvps JOIN events ON events.id = rsvps.event_id
  WHERE rsvps.freelancer_id = guests.freelancer_id AND events.status = 'published' AND events.ends_at <= ${now}
    AND ${came}))`

const toCome = (now: Date) => sql`events.status = 'published' AND events.ends_at > ${now}`

/** Does somebody greet there? Said to everybody, without a name. */
export async function isGreeted(eventId: string, now: Date): Promise<boolean> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT 1 FROM events JOIN event_greeters AS greeters ON greeters.event_id = events.id
    WHERE events.id = ${eventId}::uuid AND ${toCome(now)} AND ${stands} LIMIT 1`
  return rows.length > 0
}

/**
 * Who greets this guest, and whether they said that they are a bit shy; null to anybody who does not come for the first
 * time. Blocks hide greeters both ways.
 */
export async function greetedBy(
  guestId: string,
  eventId: string,
  now: Date,
): Promise<{ greeters: Greeter[]; shy: boolean } | null> {
  const rows = await db.$queryRaw<{ name: string; recognise: string; meetAt: string; shy: boolean }[]>`
    SELECT freelancers.name, greeters.recognise, greeters.meet_at AS "meetAt", guests.shy
    FROM rsvps AS guests JOIN events ON events.id = guests.event_id
    JOIN event_greeters AS greeters ON greeters.event_id = events.id
    JOIN freelancers ON freelancers.id = greeters.freelancer_id
    WHERE events.id = ${eventId}::uuid AND guests.freelancer_id = ${guestId}::uuid
      AND greeters.freelancer_id <> guests.freelancer_id AND ${toCome(now)} AND ${stands} AND ${firstTimer(now)}
      AND ${notBlocked(sql`guests.freelancer_id`, sql`greeters.freelancer_id`)}
    ORDER BY greeters.created_at, greeters.freelancer_id`
  const [first] = rows
  if (!first) return null
  return {
    shy: first.shy,
    greeters: rows.map(({ name, shy: _, ...row }) => ({ ...row, firstName: firstName(name) })),
  }
}

/** What somebody was asked to do there, and, once they agreed, whom to look out for. */
export interface OwnGreeting {
  agreed: boolean
  recognise: string
  meetAt: string
  everyDate: boolean
  /** First names of those who come for the first time and said to be a bit shy; of nobody else. */
  shy: string[]
}

/** Somebody's own part in greeting; null to whoever has none, or could no longer greet. */
export async function ownGreeting(personId: string, eventId: string, now: Date): Promise<OwnGreeting | null> {
  const [own] = await db.$queryRaw<Omit<OwnGreeting, 'shy'>[]>`
    SELECT greeters.agreed_at IS NOT NULL AS agreed, greeters.recognise, greeters.meet_at AS "meetAt",
      greeters.every_date AS "everyDate"
    FROM events JOIN event_greeters AS greeters ON greeters.event_id = events.id
    WHERE events.id = ${eventId}::uuid AND greeters.freelancer_id = ${personId}::uuid
      AND ${toCome(now)} AND ${isThere}`
  if (!own) return null
  const shy = own.agreed ? await shyGuests(personId, eventId, now) : []
  return { ...own, shy }
}

async function shyGuests(greeterId: string, eventId: string, now: Date): Promise<string[]> {
  const rows = await db.$queryRaw<{ name: string }[]>`
    SELECT freelancers.name FROM rsvps AS guests JOIN freelancers ON freelancers.id = guests.freelancer_id
    WHERE guests.event_id = ${eventId}::uuid AND guests.shy AND guests.freelancer_id <> ${greeterId}::uuid
      AND ${firstTimer(now)} AND ${notBlocked(sql`guests.freelancer_id`, sql`${greeterId}::uuid`)}
    ORDER BY guests.position`
  return rows.map(({ name }) => firstName(name))
}

const person = { select: { id: true, name: true } } as const

/** Who greets, who was asked, and who could be, for the hosts alone; null for anybody else. */
export async function greetersDesk(actor: Pick<Actor, 'id'>, eventId: string) {
  const event = await db.event.findFirst({
    where: { id: eventId, ...hostedBy(actor.id) },
    select: {
      seriesId: true,
      organizer: person,
      hosts: { orderBy: { createdAt: 'asc' }, select: { freelancer: person } },
      rsvps: { where: { status: 'going' }, orderBy: { position: 'asc' }, select: { freelancer: person } },
      greeters: {
        orderBy: { createdAt: 'asc' },
        select: { freelancer: person, recognise: true, meetAt: true, everyDate: true, agreedAt: true },
      },
    },
  })
  if (!event) return null
  const { organizer, hosts, rsvps, greeters, seriesId } = event
  const people = [organizer, ...[...hosts, ...rsvps].map(({ freelancer }) => freelancer)]
  const here = new Set(people.map(({ id }) => id))
  return {
    comesBack: seriesId !== null,
    people,
    greeters: greeters.map(({ agreedAt, freelancer, ...words }) => ({
      ...{ ...freelancer, ...words },
      /** Nobody learns of a no: the request is simply gone. */
      standing: here.has(freelancer.id)
        ? agreedAt
          ? ('agreed' as const)
          : ('asked' as const)
        : ('away' as const),
    })),
  }
}

export type GreetersDesk = NonNullable<Awaited<ReturnType<typeof greetersDesk>>>

/** What the mail to somebody who is asked says; null once they answered, left, or it is called off. */
export async function openRequest(eventId: string, freelancerId: string, now: Date) {
  const asked = await db.eventGreeter.findFirst({
    where: {
      ...{ eventId, freelancerId, agreedAt: null },
      event: {
        ...{ status: 'published', startsAt: { gt: now } },
        OR: [...hostedBy(freelancerId).OR, { rsvps: { some: { freelancerId, status: 'going' } } }],
      },
    },
    select: {
      recognise: true,
      meetAt: true,
      freelancer: { select: { name: true, user: { select: { id: true, email: true, locale: true } } } },
      event: {
        select: {
          id: true,
          title: true,
          startsAt: true,
          timeZone: true,
          organizer: { select: { name: true } },
        },
      },
    },
  })
  return asked
}

export type OpenRequest = NonNullable<Awaited<ReturnType<typeof openRequest>>>

/** What an event's page says of greeting to this viewer. */
export interface Greeting {
  /** Somebody greets there. */
  somebody: boolean
  greeted: Awaited<ReturnType<typeof greetedBy>>
  own: OwnGreeting | null
}

/** All of it at once; to a signed-out visitor only whether somebody greets. */
export async function greetingOf(viewerId: string | null, eventId: string, now: Date): Promise<Greeting> {
  const [somebody, greeted, own] = await Promise.all([
    isGreeted(eventId, now),
    viewerId === null ? null : greetedBy(viewerId, eventId, now),
    viewerId === null ? null : ownGreeting(viewerId, eventId, now),
  ])
  return { somebody, greeted, own }
}
