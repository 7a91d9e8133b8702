import type { Actor } from '@/lib/accounts/schema'
import { now } from '@/lib/clock'
import { db, type Transaction } from '@/lib/db'
import { type Drafted, draftOf, ownWords, stored } from '@/lib/events/drafting/queries'
import { lockHosted } from '@/lib/events/hosted/commands'
import type { PlaceRefusal } from '@/lib/events/place/queries'
import type { EventInput } from '@/lib/events/schema'
import { checkTimes, type TimesRefusal } from '@/lib/events/times/rules'
import { mayPublishIn } from '@/lib/groups/queries'
import { mayHold } from '@/lib/homes/queries'
import { enqueue } from '@/lib/jobs/commands'
import { takeToken } from '@/lib/limits/commands'
import { ok, type Result, refuse } from '@/lib/result'
import { type LaterRefusal, PUBLISHED_A_DAY, publishMoment } from './rules'
import type { PublishLaterInput } from './schema'

/** As many as may be published, and as many again that are not. */
const DRAFTED_A_DAY = { limit: 80, windowSeconds: 24 * 3600 }

type Listed = { id: string; groupId: string | null; unlisted: boolean }

/** Tells the group of an event that has just gone public. */
export async function announce(tx: Transaction, { id, groupId, unlisted }: Listed): Promise<void> {
  if (groupId && !unlisted) await enqueue(tx, 'group_event', { eventId: id })
}

/** Puts one event on everybody's map, in the caller's transaction, which has asked whether it may. */
export async function publishOne(
  tx: Transaction,
  actor: Pick<Actor, 'id'>,
  event: Drafted,
  input: EventInput,
): Promise<{ id: string; title: string }> {
  const { groupId, unlisted, ...published } = await tx.event.create({
    data: { ...stored(event), ...ownWords(input), organizerId: actor.id },
    select: { id: true, title: true, groupId: true, unlisted: true },
  })
  await announce(tx, { id: published.id, groupId, unlisted })
  return published
}

export type DraftRefusal =
  | PlaceRefusal
  | TimesRefusal
  | 'too_many_events'
  | 'group_unknown'
  | 'draft_comes_back'

/** Keeps an event that its hosts alone see. Its day may be past: it is asked for again when it goes out. */
export async function saveDraft(
  actor: Actor,
  input: EventInput,
  kindName: string,
): Promise<Result<{ id: string; title: string }, DraftRefusal>> {
  const draft = await draftOf(input, kindName)
  if (!draft.ok) return draft
  if (input.repetition) return refuse('draft_comes_back')
  if (!(await mayPublishIn(actor, input.groupId))) return refuse('group_unknown')
  if (!(await takeToken('draft', actor.id, DRAFTED_A_DAY, now()))) return refuse('too_many_events')
  const event = await db.event.create({
    data: { ...stored(draft.value), ...ownWords(input), status: 'draft', organizerId: actor.id },
    select: { id: true, title: true },
  })
  return ok(event)
}

/** Sends a draft out now. */
export async function publishDraft(
  actor: Actor,
  eventId: string,
): Promise<Result<undefined, 'not_found' | TimesRefusal | 'too_many_events' | 'home_unidentified'>> {
  const allowed = await takeToken('publish', actor.id, PUBLISHED_A_DAY, now())
  return onDraft(actor, eventId, async (tx, draft) => {
    const refusal = checkTimes(draft, now())
    if (refusal) return refuse(refusal)
    if (!allowed) return refuse('too_many_events')
    if (!(await mayHold({ id: draft.organizerId }, draft.kind))) return refuse('home_unidentified')
    await goPublic(tx, draft)
    return ok()
  })
}

/** Sends a draft out by itself at a moment; another moment replaces the one before. */
export async function publishLater(
  actor: Actor,
  { eventId, ...wall }: PublishLaterInput,
): Promise<Result<undefined, 'not_found' | LaterRefusal>> {
  return onDraft(actor, eventId, async (tx, draft) => {
    const moment = publishMoment(wall, draft, now())
    if (!moment.ok) return moment
    const publishAt = moment.value
    await tx.event.update({ where: { id: eventId }, data: { publishAt } })
    await enqueue(tx, 'publish_draft', { eventId, publishAt: publishAt.toISOString() }, publishAt)
    return ok()
  })
}

/** A draft stays one until somebody publishes it. */
export async function keepDraft(actor: Actor, eventId: string): Promise<Result<undefined, 'not_found'>> {
  return onDraft(actor, eventId, async (tx) => {
    await tx.event.update({ where: { id: eventId }, data: { publishAt: null } })
    return ok()
  })
}

/** Throws a draft away. */
export async function discardDraft(actor: Actor, eventId: string): Promise<Result<undefined, 'not_found'>> {
  return onDraft(actor, eventId, async (tx) => {
    await tx.event.delete({ where: { id: eventId }, select: { id: true } })
    return ok()
  })
}

/**
 * The job of a draft whose moment has come. A job of a moment that was moved or given up does nothing, nor does a second
 * one; a draft whose start went by, or is too far, stays a draft.
 */
export async function publishDue({
  eventId,
  publishAt,
}: {
  eventId: string
  publishAt: string
}): Promise<boolean> {
  return db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM events WHERE id = ${eventId}::uuid FOR UPDATE`
    const draft = await tx.event.findFirst({
      where: { id: eventId, status: 'draft', publishAt: new Date(publishAt) },
    })
    if (!draft) return false
    const mayNot = !(await mayHold({ id: draft.organizerId }, draft.kind))
    const refusal = mayNot || checkTimes(draft, now()) !== null
    if (refusal) await tx.event.update({ where: { id: eventId }, data: { publishAt: null } })
    else await goPublic(tx, draft)
    return !refusal
  })
}

async function goPublic(tx: Transaction, draft: Listed): Promise<void> {
  await tx.event.update({ where: { id: draft.id }, data: { status: 'published', publishAt: null } })
  await announce(tx, draft)
}

type Draft = NonNullable<Awaited<ReturnType<typeof lockHosted>>>

/** Only what is still a draft, and the actor's to publish. */
async function onDraft<R extends string>(
  actor: Actor,
  eventId: string,
  work: (tx: Transaction, draft: Draft) => Promise<Result<undefined, R>>,
): Promise<Result<undefined, R | 'not_found'>> {
  return db.$transaction(async (tx) => {
    const event = await lockHosted(tx, actor, eventId)
    return event?.status === 'draft' ? work(tx, event) : refuse('not_found')
  })
}
