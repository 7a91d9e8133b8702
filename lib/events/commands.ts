import type { Actor } from '@/lib/accounts/schema'
import { now } from '@/lib/clock'
import { db, type Transaction } from '@/lib/db'
import { type PlaceRefusal, placeOf } from '@/lib/events/place/queries'
import { type HiddenPlace, hidden, revealed } from '@/lib/events/place/rules'
import { checkTimes, type TimesRefusal, timesFrom } from '@/lib/events/times/rules'
import { enqueue } from '@/lib/jobs/commands'
import { takeToken } from '@/lib/limits/commands'
import { ok, type Result, refuse } from '@/lib/result'
import { Prisma } from '@/prisma/client/client'
import { type ManageRefusal, manageRefusal } from './policy'
import { type Announced, changesOf, proposedTitle } from './rules'
import type { CancelInput, EventInput } from './schema'

export type PublishRefusal = PlaceRefusal | TimesRefusal | 'too_many_events'
export type EditRefusal = PlaceRefusal | TimesRefusal | ManageRefusal | 'capacity_taken' | 'too_many_changes'

/** Enough for whoever fills a month's calendar in an evening, too little to flood a map. */
const PUBLISHED_A_DAY = { limit: 40, windowSeconds: 24 * 3600 }
/** Each change may be a mail to every guest. */
const CHANGED_A_DAY = { limit: 30, windowSeconds: 24 * 3600 }

/** What an input comes to once its place and its hours are known. `kindName` names an event without a title. */
async function announced(
  input: EventInput,
  kindName: string,
): Promise<Result<Announced & { hiddenPlace: HiddenPlace | null }, PlaceRefusal | TimesRefusal>> {
  const place = await placeOf(input)
  if (!place.ok) return place
  const times = timesFrom(input, place.value.timeZone)
  if (!times.ok) return times
  const hides = input.hideAddress && input.where === 'address'
  const shown = hides ? hidden(place.value) : { ...place.value, hiddenPlace: null }
  const title = input.title || proposedTitle(kindName, shown)
  return ok({ ...shown, ...times.value, title })
}

const ownWords = (input: EventInput) => ({
  kind: input.kind,
  welcome: input.welcome,
  language: input.language,
  price: input.price,
  capacity: input.capacity,
  maxCompanions: input.maxCompanions,
  approval: input.approval,
  listVisibility: input.listVisibility,
  questions: input.questions,
})

/** A JSON column says its NULL in its own way. */
const stored = <A extends { hiddenPlace: HiddenPlace | null }>(event: A) => ({
  ...event,
  hiddenPlace: event.hiddenPlace ?? Prisma.DbNull,
})

/** Puts an event on everybody's map. `kindName` is the kind in the organizer's language. */
export async function publishEvent(
  actor: Actor,
  input: EventInput,
  kindName: string,
): Promise<Result<{ id: string; title: string }, PublishRefusal>> {
  const draft = await announced(input, kindName)
  if (!draft.ok) return draft
  const refusal = checkTimes(draft.value, now())
  if (refusal) return refuse(refusal)
  if (!(await takeToken('publish', actor.id, PUBLISHED_A_DAY, now()))) return refuse('too_many_events')
  const event = await db.event.create({
    data: { ...stored(draft.value), ...ownWords(input), organizerId: actor.id },
    select: { id: true, title: true },
  })
  return ok(event)
}

/** The organizer's own event, its row locked until the transaction ends and its expired holds given back. */
async function lockOwn(tx: Transaction, actor: Actor, id: string) {
  const owned = await tx.$queryRaw<unknown[]>`
    SELECT rsvp_fill(id, ${now()}) FROM events WHERE id = ${id}::uuid AND organizer_id = ${actor.id}::uuid`
  return owned.length === 0 ? null : tx.event.findUnique({ where: { id } })
}

/**
 * Changes an event. Whoever comes or waits is told of a new time, place or link; more seats go to the first in line;
 * all of it in one transaction. An event that has begun keeps its start.
 */
export async function editEvent(
  actor: Actor,
  id: string,
  input: EventInput,
  kindName: string,
): Promise<Result<{ id: string; title: string; told: boolean; promoted: number }, EditRefusal>> {
  const draft = await announced(input, kindName)
  // Counted for this person and event: what is somebody else's still answers not_found.
  const allowed = await takeToken('edit', `${actor.id} ${id}`, CHANGED_A_DAY, now())
  return db.$transaction(async (tx) => {
    const before = await lockOwn(tx, actor, id)
    const forbidden = manageRefusal(actor, before, now())
    if (!before || forbidden) return refuse(forbidden ?? 'not_found')
    if (!allowed) return refuse('too_many_changes')
    if (!draft.ok) return draft
    // The form knows one place: an event that is also online keeps its link while it keeps a place.
    const room = before.lat === null ? null : before.onlineUrl
    const after = { ...draft.value, onlineUrl: draft.value.onlineUrl ?? room }
    const what = changesOf(revealed(before), revealed(after))
    const wrongTimes = what.includes('time') ? checkTimes(after, now()) : null
    const begun = wrongTimes === 'starts_in_past' && after.startsAt.getTime() === before.startsAt.getTime()
    if (wrongTimes && !(begun && after.endsAt > now())) return refuse(wrongTimes)
    if (input.capacity !== null && input.capacity < before.seatsTaken) return refuse('capacity_taken')

    const sequence = before.sequence + (what.length > 0 ? 1 : 0)
    await tx.event.update({ where: { id }, data: { ...stored(after), ...ownWords(input), sequence } })
    if (what.length > 0) await enqueue(tx, 'event_changed', { eventId: id, sequence, what })
    const [filled] = await tx.$queryRaw<{ promoted: number }[]>`
      SELECT rsvp_fill(${id}::uuid, ${now()}) AS promoted`
    return ok({ id, title: after.title, told: what.length > 0, promoted: filled?.promoted ?? 0 })
  })
}

/** Calls an event off. Whoever comes or waits is told, with the organizer's message; nobody can join any more. */
export async function cancelEvent(
  actor: Actor,
  { id, message }: CancelInput,
): Promise<Result<undefined, ManageRefusal>> {
  return db.$transaction(async (tx) => {
    const event = await lockOwn(tx, actor, id)
    const forbidden = manageRefusal(actor, event, now())
    if (!event || forbidden) return refuse(forbidden ?? 'not_found')
    const sequence = event.sequence + 1
    await tx.event.update({
      where: { id },
      data: { status: 'cancelled', cancelMessage: message, sequence },
      select: { id: true },
    })
    await enqueue(tx, 'event_cancelled', { eventId: id, sequence })
    return ok()
  })
}
