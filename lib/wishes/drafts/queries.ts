import { notBlocked } from '@/lib/blocks/queries'
import type { Transaction } from '@/lib/db'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { boxAround } from '@/lib/geo/bbox'
import type { LatLng } from '@/lib/geo/types'
import { columns, inBox } from '@/lib/map/queries'
import { signed, verified } from '@/lib/secrets'
import { slugify } from '@/lib/slug'
import { inReach, waiting } from '@/lib/wishes/queries'
import { REACH } from '@/lib/wishes/rules'
import { Prisma } from '@/prisma/client/client'
import { type Place, pairOf, type Wisher } from './rules'
import { faceTokenSchema } from './schema'

/** Looked at around one wish: more would not fit around a table. */
const LOOKED_AT = 60
/** Places weighed for one outing. */
const WEIGHED = 300

const asWisher = Prisma.sql`wishes.freelancer_id AS id, wishes.cell_lat AS lat, wishes.cell_lng AS lng,
  wishes.kinds::text[] AS kinds, wishes.half_days AS "halfDays"`

/** A wish that waits to be drafted; null when it is gone, drafted or resting. */
export async function wisher(tx: Transaction, id: string, now: Date): Promise<Wisher | null> {
  const [one] = await tx.$queryRaw<Wisher[]>`
    SELECT ${asWisher} FROM wishes WHERE freelancer_id = ${id}::uuid AND ${waiting(now)}`
  return one ?? null
}

/** The others that wait within reach of one, the nearest first, the patient before the late. */
export function wishersNear(tx: Transaction, { id, ...cell }: Wisher, now: Date): Promise<Wisher[]> {
  return tx.$queryRaw<Wisher[]>`
    SELECT ${asWisher} FROM wishes
    WHERE freelancer_id <> ${id}::uuid AND ${waiting(now)} AND ${inReach(cell)}
    ORDER BY (cell_lat = ${cell.lat} AND cell_lng = ${cell.lng}) DESC, wished_at, id LIMIT ${LOOKED_AT}`
}

/** Everybody whose wish waits, the patient first. */
export async function waitingIds(now: Date, limit: number): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT freelancer_id AS id FROM wishes WHERE ${waiting(now)} ORDER BY wished_at, id LIMIT ${limit}`
  return rows.map(({ id }) => id)
}

/** Those whom a draft brings together, in the order of their wishes. */
export function draftedTogether(tx: Transaction, draftId: string): Promise<Wisher[]> {
  return tx.$queryRaw<Wisher[]>`
    SELECT ${asWisher} FROM wishes WHERE draft_id = ${draftId}::uuid ORDER BY wished_at, freelancer_id`
}

/** The drafts to which somebody within reach belongs, the oldest first. */
export async function draftsNear(tx: Transaction, cell: LatLng): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT draft_id AS id FROM wishes WHERE draft_id IS NOT NULL AND ${inReach(cell)} ORDER BY 1`
  return rows.map(({ id }) => id)
}

/** The pairs among these people of whom one blocked the other, as `pairOf` names them. */
export async function pairsApart(tx: Transaction, ids: string[]): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ a: string; b: string }[]>`
    SELECT blocker_id AS a, blocked_id AS b FROM blocks
    WHERE blocker_id = ANY(${ids}::uuid[]) AND blocked_id = ANY(${ids}::uuid[])`
  return new Set(rows.map(({ a, b }) => pairOf(a, b)))
}

/** Public places whose hours are known, within reach of somewhere; never a table at somebody's home. */
export function placesNear(tx: Transaction, at: LatLng): Promise<Place[]> {
  return tx.$queryRaw<Place[]>`
    SELECT id, lat, lng, opening_hours AS "openingHours", time_zone AS "timeZone", country FROM spaces
    WHERE kind IN ('cafe', 'library', 'third_place', 'coworking') AND opening_hours IS NOT NULL
      AND closed_on IS NULL AND ${inBox(columns.spaces, boxAround(at, REACH))}
    ORDER BY point(lng, lat) <-> point(${at.lng}::float8, ${at.lat}::float8) LIMIT ${WEIGHED}`
}

/** Who may be asked next to be the face of a draft, whoever hosted or has been out most first: mail reaches them, and nobody asked them yet. */
export async function facesLeft(
  tx: Transaction,
  draftId: string,
  now: Date,
): Promise<{ id: string; halfDays: number }[]> {
  return tx.$queryRaw<{ id: string; halfDays: number }[]>`
    SELECT wishes.freelancer_id AS id, wishes.half_days AS "halfDays" FROM wishes JOIN users ON users.id = freelancer_id
    WHERE draft_id = ${draftId}::uuid AND asked_at IS NULL AND mail_refused_at IS NULL
      AND NOT EXISTS (SELECT FROM message_settings WHERE user_id = users.id AND kind = 'wish' AND NOT mail)
    ORDER BY (SELECT count(*) FROM events
        WHERE organizer_id = users.id AND status = 'published' AND ends_at <= ${now})
      + (SELECT count(*) FROM rsvps JOIN events ON events.id = event_id
        WHERE rsvps.freelancer_id = users.id AND rsvps.status = 'going'
          AND events.status = 'published' AND ends_at <= ${now}) DESC, wished_at, users.id`
}

const faceId = (draftId: string, personId: string) => `${draftId}~${personId}`

/** The token of the mail that asks somebody to be the face of a draft. */
export const faceToken = (draftId: string, personId: string) =>
  signed(env().authSecret, 'wish face', faceId(draftId, personId))

/** The draft and the person of a mail's link; null when it was not made here. */
export function readFaceToken(token: string): { draftId: string; personId: string } | null {
  const parsed = faceTokenSchema.safeParse(token)
  const id = parsed.success ? verified(env().authSecret, 'wish face', parsed.data) : null
  const [draftId, personId] = id?.split('~') ?? []
  return draftId && personId ? { draftId, personId } : null
}

/** What somebody is asked to be the face of, while the question stands; who else would come is a number. */
export async function faceQuestion(draftId: string, personId: string) {
  const asked = await db.wish.findFirst({
    where: { freelancerId: personId, draftId, askedAt: { not: null }, passedAt: null },
    select: {
      mailedAt: true,
      freelancer: { select: { name: true, user: { select: { email: true, locale: true } } } },
      draft: {
        select: {
          ...{ id: true, kind: true, startsAt: true, endsAt: true, timeZone: true, area: true },
          space: { select: { id: true, name: true, street: true, city: true } },
          _count: { select: { wishes: true } },
        },
      },
    },
  })
  if (!asked?.draft) return null
  const { freelancer, mailedAt } = asked
  const { _count, space, ...draft } = asked.draft
  return {
    ...draft,
    space: space && { ...space, slug: slugify(space.name) },
    others: _count.wishes - 1,
    mailed: mailedAt !== null,
    face: { id: personId, name: freelancer.name, ...freelancer.user },
  }
}

export type FaceQuestion = NonNullable<Awaited<ReturnType<typeof faceQuestion>>>

/** An event that came of wishes, as one of those who wished is told of it; null when there is nothing to tell any more. */
export async function wishedEvent(eventId: string, personId: string, now: Date) {
  const event = await db.event.findFirst({
    where: { id: eventId, status: 'published', startsAt: { gt: now } },
    select: {
      ...{ id: true, title: true, startsAt: true, timeZone: true, placeName: true, city: true },
      organizer: { select: { id: true, name: true } },
    },
  })
  if (!event) return null
  const { organizer, ...rest } = event
  const [apart] = await db.$queryRaw<unknown[]>`
    SELECT 1 WHERE NOT ${notBlocked(Prisma.sql`${personId}::uuid`, Prisma.sql`${organizer.id}::uuid`)}`
  const person = await db.freelancer.findUnique({
    where: { id: personId },
    select: { name: true, user: { select: { email: true, locale: true } } },
  })
  if (apart || !person) return null
  return { event: rest, organizerName: organizer.name, person: { name: person.name, ...person.user } }
}
