import type { Actor } from '@/lib/accounts/schema'
import { now } from '@/lib/clock'
import { db, type Transaction } from '@/lib/db'
import { draftOf } from '@/lib/events/drafting/queries'
import type { PlaceRefusal } from '@/lib/events/place/queries'
import { publishOne } from '@/lib/events/publishing/commands'
import { PUBLISHED_A_DAY } from '@/lib/events/publishing/rules'
import type { EventInput } from '@/lib/events/schema'
import { checkTimes, type TimesRefusal } from '@/lib/events/times/rules'
import { timeZoneAt } from '@/lib/geo/zone'
import { enqueue } from '@/lib/jobs/commands'
import { takeToken } from '@/lib/limits/commands'
import { ok, type Result, refuse } from '@/lib/result'
import { areaOf } from '@/lib/wishes/queries'
import { suits } from '@/lib/wishes/rules'
import {
  draftedTogether,
  draftsNear,
  facesLeft,
  pairsApart,
  placesNear,
  readFaceToken,
  waitingIds,
  wisher,
  wishersNear,
} from './queries'
import { circleOf, ENOUGH, fits, halfDayAt, NOTICE, planFor, REST, SILENCE, type Wisher } from './rules'

/** Any number that nothing else locks: wishes are drafted one after the other. */
const LOCK = 20_100_413

/** Waits for its turn: what one drafting leaves, the next one sees. Released with the transaction. */
const inTurn = (tx: Transaction) => tx.$executeRaw`SELECT pg_advisory_xact_lock(${LOCK})`

/** Wishes that the daily look tries. */
const TRIED_A_DAY = 1000

/**
 * Somebody's wish joins what is being drafted around it, or with two others within reach becomes a draft that looks for
 * its face. Done again, or at once for all of them, it comes to the same one draft. Answers its id, null without one.
 */
export async function draftAround(personId: string): Promise<string | null> {
  const at = now()
  const [wish, town] = await townOf(personId)
  if (!wish) return null
  return db.$transaction(async (tx) => {
    await inTurn(tx)
    const anchor = await wisher(tx, personId, at)
    if (!anchor) return null
    const others = await wishersNear(tx, anchor, at)
    const joined = await joinDraft(tx, anchor)
    if (joined) return joined
    const apart = await pairsApart(
      tx,
      [anchor, ...others].map(({ id }) => id),
    )
    const people = circleOf(anchor, others, apart)
    if (people.length < ENOUGH) return null
    const plan = await planAround(tx, people)
    if (!plan) return null
    const { id } = await tx.wishDraft.create({ data: { ...plan, area: town }, select: { id: true } })
    await tx.wish.updateMany({
      where: { freelancerId: { in: people.map(({ id }) => id) } },
      data: { draftId: id, restUntil: null },
    })
    await settle(tx, id)
    return id
  })
}

/** Read before the turn is taken: the first look into the gazetteer takes a second. */
async function townOf(personId: string): Promise<[found: boolean, town: string]> {
  const wish = await db.wish.findUnique({
    where: { freelancerId: personId },
    select: { cellLat: true, cellLng: true },
  })
  if (!wish) return [false, '']
  return [true, await areaOf({ lat: wish.cellLat, lng: wish.cellLng })]
}

/** The first draft around that has everybody within reach, and nobody they stay apart from. */
async function joinDraft(tx: Transaction, anchor: Wisher): Promise<string | null> {
  for (const draftId of await draftsNear(tx, anchor)) {
    const people = await draftedTogether(tx, draftId)
    const apart = await pairsApart(
      tx,
      [anchor, ...people].map(({ id }) => id),
    )
    if (!fits(anchor, people, apart)) continue
    await tx.wish.update({ where: { freelancerId: anchor.id }, data: { draftId, restUntil: null } })
    return draftId
  }
  return null
}

async function planAround(tx: Transaction, people: Wisher[]) {
  const middle = {
    lat: people.reduce((sum, { lat }) => sum + lat, 0) / people.length,
    lng: people.reduce((sum, { lng }) => sum + lng, 0) / people.length,
  }
  const timeZone = timeZoneAt(middle)
  const plan = planFor(people, await placesNear(tx, middle), timeZone, now())
  if (!plan) return null
  const { kind, startsAt, endsAt, place } = plan
  return { kind, startsAt, endsAt, timeZone, spaceId: place?.id ?? null }
}

/** Once a day: wishes that rested, and those that a blocked or a lone one stood in the way of. */
export async function draftWaiting(): Promise<void> {
  for (const id of await waitingIds(now(), TRIED_A_DAY)) await draftAround(id)
}

/** Somebody says no, or nothing: the next one is asked. Also where whoever was asked is gone. */
export async function passFace({ draftId, freelancerId }: { draftId: string; freelancerId: string }) {
  await db.$transaction(async (tx) => {
    await inTurn(tx)
    await tx.wish.updateMany({
      where: { freelancerId, draftId, askedAt: { not: null }, passedAt: null },
      data: { passedAt: now() },
    })
    await settle(tx, draftId)
  })
}

/** Says no from the mail. Needs no signing in: the link came to the address itself. */
export async function declineFace(token: string): Promise<Result<undefined, 'not_found'>> {
  const read = readFaceToken(token)
  if (!read) return refuse('not_found')
  await passFace({ draftId: read.draftId, freelancerId: read.personId })
  return ok()
}

/** A wish is taken out of its draft, which goes on with the others or ends. The caller's transaction deletes or moves it. */
export async function leaveDraft(tx: Transaction, freelancerId: string): Promise<void> {
  await inTurn(tx)
  const wish = await tx.wish.findUnique({ where: { freelancerId }, select: { draftId: true } })
  if (!wish?.draftId) return
  await release(tx, { freelancerId })
  await settle(tx, wish.draftId)
}

const FREE = { draftId: null, askedAt: null, mailedAt: null, passedAt: null }

const release = (tx: Transaction, where: { draftId: string } | { freelancerId: string }, restUntil?: Date) =>
  tx.wish.updateMany({ where, data: { ...FREE, restUntil: restUntil ?? null } })

/** Brings a draft forward: while nobody is asked to be its face, the next one is; without enough people or faces it ends. */
async function settle(tx: Transaction, draftId: string): Promise<void> {
  const draft = await tx.wishDraft.findUnique({ where: { id: draftId } })
  if (!draft) return
  const people = await separated(tx, draftId)
  if (people.length < ENOUGH) return end(tx, draftId)
  if (await tx.wish.count({ where: { draftId, askedAt: { not: null }, passedAt: null } })) return
  const late = draft.startsAt.getTime() - now().getTime() < NOTICE
  const plan = late ? await planAround(tx, people) : draft
  if (!plan) return end(tx, draftId)
  const { kind, startsAt, endsAt, timeZone, spaceId } = plan
  await tx.wishDraft.update({ where: { id: draftId }, data: { kind, startsAt, endsAt, timeZone, spaceId } })
  const faces = await facesLeft(tx, draftId, now())
  const face = faces.find(({ halfDays }) => suits(halfDays, halfDayAt(startsAt, timeZone)))
  if (!face) return end(tx, draftId, new Date(now().getTime() + REST))
  await tx.wish.update({ where: { freelancerId: face.id }, data: { askedAt: now() } })
  const asked = { draftId, freelancerId: face.id }
  await enqueue(tx, 'wish_face', asked)
  await enqueue(tx, 'wish_face_silent', asked, new Date(now().getTime() + SILENCE))
}

/** Who is left of a draft once two who blocked each other since are apart: who wished first stays. */
async function separated(tx: Transaction, draftId: string): Promise<Wisher[]> {
  const people = await draftedTogether(tx, draftId)
  const apart = await pairsApart(
    tx,
    people.map(({ id }) => id),
  )
  const kept: Wisher[] = []
  for (const one of people) {
    if (fits(one, kept, apart)) kept.push(one)
    else await release(tx, { freelancerId: one.id })
  }
  return kept
}

/** Nobody is told: nobody was told that it had begun. */
async function end(tx: Transaction, draftId: string, restUntil?: Date): Promise<void> {
  await release(tx, { draftId }, restUntil)
  await tx.wishDraft.delete({ where: { id: draftId }, select: { id: true } })
}

export type FaceRefusal = PlaceRefusal | TimesRefusal | 'face_closed' | 'too_many_events'

/**
 * Says yes: the draft, as the face of it has changed it, is a published event of theirs, once. Whoever else wished is
 * told, and the wishes have come true: what stays of them is a row with nobody's name.
 */
export async function acceptFace(
  actor: Actor,
  draftId: string,
  input: EventInput,
  kindName: string,
): Promise<Result<{ id: string; title: string }, FaceRefusal>> {
  const drafted = await draftOf(input, kindName)
  if (!drafted.ok) return drafted
  const refusal = checkTimes(drafted.value, now())
  if (refusal) return refuse(refusal)
  const allowed = await takeToken('publish', actor.id, PUBLISHED_A_DAY, now())
  return db.$transaction(async (tx) => {
    await inTurn(tx)
    const asked = await tx.wish.count({
      where: { freelancerId: actor.id, draftId, askedAt: { not: null }, passedAt: null },
    })
    if (asked === 0) return refuse('face_closed')
    if (!allowed) return refuse('too_many_events')
    await separated(tx, draftId)
    const event = await publishOne(tx, actor, drafted.value, {
      ...input,
      ...{ groupId: null, unlisted: false },
    })
    await fulfil(tx, draftId, event.id, actor.id)
    return ok(event)
  })
}

async function fulfil(tx: Transaction, draftId: string, eventId: string, faceId: string): Promise<void> {
  await tx.$executeRaw`
    WITH told AS (
      INSERT INTO wish_notices (event_id, freelancer_id)
      SELECT ${eventId}::uuid, freelancer_id FROM wishes
      WHERE draft_id = ${draftId}::uuid AND freelancer_id <> ${faceId}::uuid RETURNING *
    ), kept AS (
      INSERT INTO wish_outcomes (id, cell_lat, cell_lng, wished_on, ended_on, event_id)
      SELECT uuid_v7(), cell_lat, cell_lng, least(wished_at, ${now()})::date, ${now()}::date, ${eventId}::uuid
      FROM wishes WHERE draft_id = ${draftId}::uuid
    )
    SELECT job_write('wish_told', jsonb_build_object('eventId', event_id, 'freelancerId', freelancer_id),
      ${now()}::timestamptz) FROM told`
  await tx.wish.deleteMany({ where: { draftId } })
  await tx.wishDraft.delete({ where: { id: draftId }, select: { id: true } })
}
