import type { Actor } from '@/lib/accounts/schema'
import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { applyChange } from '@/lib/events/changing/commands'
import { draftOf, ownWords, stored } from '@/lib/events/drafting/queries'
import { lockHosted } from '@/lib/events/hosted/commands'
import { cancelOccurrences, editOccurrences } from '@/lib/events/occurrences/commands'
import type { PlaceRefusal } from '@/lib/events/place/queries'
import { publishOne } from '@/lib/events/publishing/commands'
import { PUBLISHED_A_DAY } from '@/lib/events/publishing/rules'
import { publishSeries } from '@/lib/events/series/commands'
import type { ScopeChoice } from '@/lib/events/series/schema'
import type { Scope } from '@/lib/events/series/terms'
import { checkTimes, type TimesRefusal } from '@/lib/events/times/rules'
import { mayPublishIn } from '@/lib/groups/queries'
import { mayHold } from '@/lib/homes/queries'
import { isHome } from '@/lib/homes/rules'
import { enqueue } from '@/lib/jobs/commands'
import { takeToken } from '@/lib/limits/commands'
import { ok, type Result, refuse } from '@/lib/result'
import { type ManageRefusal, manageRefusal } from './policy'
import type { CancelInput, EventInput } from './schema'

export type PublishRefusal =
  | PlaceRefusal
  | TimesRefusal
  | 'too_many_events'
  | 'no_occurrence'
  | 'group_unknown'
  | 'home_unidentified'
export type EditRefusal =
  | PlaceRefusal
  | TimesRefusal
  | ManageRefusal
  | 'capacity_taken'
  | 'too_many_changes'
  | 'group_unknown'
  | 'home_kind_fixed'

/** Each change may be a mail to every guest. */
const CHANGED_A_DAY = { limit: 30, windowSeconds: 24 * 3600 }

/** Puts an event on everybody's map. `kindName` is the kind in the organizer's language. */
export async function publishEvent(
  actor: Actor,
  input: EventInput,
  kindName: string,
): Promise<Result<{ id: string; title: string }, PublishRefusal>> {
  const draft = await draftOf(input, kindName)
  if (!draft.ok) return draft
  const refusal = checkTimes(draft.value, now())
  if (refusal) return refuse(refusal)
  if (!(await mayPublishIn(actor, input.groupId))) return refuse('group_unknown')
  if (!(await mayHold(actor, input.kind))) return refuse('home_unidentified')
  if (!(await takeToken('publish', actor.id, PUBLISHED_A_DAY, now()))) return refuse('too_many_events')
  if (input.repetition) return publishSeries(actor, draft.value, input, input.repetition)
  return ok(await db.$transaction((tx) => publishOne(tx, actor, draft.value, input)))
}

/**
 * Changes an event, or with a scope all coming occurrences of its series, or those from this one on. Whoever comes or
 * waits is told of what changed for them; more seats go to the first in line; all of it in one transaction.
 */
export async function editEvent(
  actor: Actor,
  id: string,
  input: EventInput,
  kindName: string,
  { scope = 'this', includeChanged = false }: Partial<ScopeChoice> = {},
): Promise<Result<{ id: string; title: string; told: boolean; promoted: number }, EditRefusal>> {
  const draft = await draftOf(input, kindName)
  // Counted for this person and event: what is somebody else's still answers not_found.
  const mayGroup = await mayPublishIn(actor, input.groupId)
  const allowed = await takeToken('edit', `${actor.id} ${id}`, CHANGED_A_DAY, now())
  return db.$transaction(async (tx) => {
    const before = await lockHosted(tx, actor, id)
    const forbidden = manageRefusal(actor, before, now())
    if (!before || forbidden) return refuse(forbidden ?? 'not_found')
    if (!allowed) return refuse('too_many_changes')
    // Who asked for a seat somewhere else was never asked who they are.
    if (before.status === 'published' && isHome(before.kind) !== isHome(input.kind))
      return refuse('home_kind_fixed')
    if (!draft.ok) return draft
    // A co-host who is not of the group leaves it as it is.
    if (!mayGroup && input.groupId !== before.groupId) return refuse('group_unknown')
    // The form knows one place: an event that is also online keeps its link while it keeps a place.
    const room = before.lat === null ? null : before.onlineUrl
    const after = { ...draft.value, onlineUrl: draft.value.onlineUrl ?? room }
    const columns = { ...stored(after), ...ownWords(input) }
    if (before.seriesId && scope !== 'this') {
      return editOccurrences(
        tx,
        { ...before, seriesId: before.seriesId },
        { after, input, scope, includeChanged },
      )
    }
    const changed = await applyChange(
      tx,
      before,
      { ...after, capacity: input.capacity },
      {
        ...columns,
        detached: before.seriesId !== null,
      },
    )
    if (!changed.ok) return changed
    const { what, sequence, promoted } = changed.value
    if (what.length > 0) await enqueue(tx, 'event_changed', { eventId: id, sequence, what })
    return ok({ id, title: after.title, told: what.length > 0, promoted })
  })
}

/** Calls an event off, or with a scope more of its series. Whoever comes or waits is told, with the organizer's message; nobody can join any more. */
export async function cancelEvent(
  actor: Actor,
  { id, message, scope = 'this' }: CancelInput & { scope?: Scope },
): Promise<Result<undefined, ManageRefusal>> {
  return db.$transaction(async (tx) => {
    const event = await lockHosted(tx, actor, id)
    const forbidden = manageRefusal(actor, event, now())
    // Nobody was ever told of a draft: it is thrown away instead.
    if (!event || forbidden || event.status === 'draft') return refuse(forbidden ?? 'not_found')
    if (event.seriesId && scope !== 'this') {
      await cancelOccurrences(tx, { ...event, seriesId: event.seriesId }, scope, message)
      return ok()
    }
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
