import type { Actor } from '@/lib/accounts/schema'
import { now } from '@/lib/clock'
import { db, type Transaction } from '@/lib/db'
import { takeToken } from '@/lib/limits/commands'
import { ok, type Result, refuse } from '@/lib/result'
import { confirmSpace } from '@/lib/spaces/confirmations/commands'
import { recordApplied, undoCorrection } from '@/lib/spaces/corrections/commands'
import { owns } from '@/lib/spaces/corrections/queries'
import { lockedSpace } from '@/lib/spaces/edits/commands'
import { alreadySo, changedFields, columnsOf, currentOf, formValues, only } from '@/lib/spaces/edits/rules'
import type { Changes } from '@/lib/spaces/edits/schema'
import { keptBy } from '@/lib/spaces/owners/queries'
import { columnsSaid } from '@/lib/spaces/typed/rules'
import type { Space } from '@/prisma/client/client'
import { keeping } from './queries'
import type { KeepSpace } from './schema'

/** Changes that one person may make a day. */
const CHANGED = { limit: 100, windowSeconds: 86_400 }

type Saved = { changed: boolean }
export type KeepRefusal = 'place_not_yours' | 'keep_many'

/**
 * Writes what the owner changed in the form of their place, at once and as theirs, as a correction that can be taken back.
 * What people found there stands beside it: sockets and noise that somebody tapped are not for the owner to say. Whoever
 * saves has looked at the page: it is confirmed.
 */
export async function keepSpace(
  actor: Actor,
  { spaceId, seen, ...form }: KeepSpace,
): Promise<Result<Saved, KeepRefusal>> {
  const at = now()
  if (!(await takeToken('keep', actor.id, CHANGED, at))) return refuse('keep_many')
  const saved = await db.$transaction(async (tx) => {
    // The lock comes before the question: who is removed meanwhile writes nothing.
    const space = await lockedSpace(tx, spaceId)
    if (!space || !(await owns(actor, spaceId, tx))) return null
    const said = columnsSaid(changedFields(seen ?? formValues(space), form), space)
    const changes = await leftToSay(tx, space, said)
    if (columnsOf(changes).length === 0) return { changed: false }
    const saw = only(currentOf(space), columnsOf(changes))
    const sent = { changes, seen: saw, note: '', authorId: actor.id, spaceId, createdAt: at }
    await recordApplied(tx, sent, { actor, by: 'owner', now: at })
    return { changed: true }
  })
  if (!saved) return refuse('place_not_yours')
  await confirmSpace(actor, spaceId)
  return ok(saved)
}

/** What the place does not say yet, less what people there say. */
async function leftToSay(tx: Transaction, space: Space, said: Changes): Promise<Changes> {
  const tapped = await tx.spaceObservation.groupBy({ by: ['topic'], where: { spaceId: space.id } })
  const theirs: string[] = tapped.map(({ topic }) => topic)
  const done = alreadySo(currentOf(space), said)
  const columns = columnsOf(said).filter((column) => !theirs.includes(column) && !done.includes(column))
  return only(said, columns)
}

/** Takes the owners' last change back, where nobody said something else since. */
export async function undoKept(
  actor: Actor,
  { spaceId }: { spaceId: string },
): Promise<Result<undefined, 'place_not_yours' | 'undo_nothing'>> {
  const kept = await keeping(spaceId, actor)
  if (!kept) return refuse('place_not_yours')
  const undone = kept.last && (await undoCorrection(actor, kept.last.id))
  return undone?.ok ? ok() : refuse('undo_nothing')
}

/** Offers a first day on the house, or no longer; the note says how to ask for it. */
export async function offerTrial(
  actor: Actor,
  { spaceId, trialDay, trialNote }: { spaceId: string; trialDay: boolean; trialNote: string },
): Promise<Result<undefined, 'place_not_yours'>> {
  const { count } = await db.space.updateMany({
    where: { id: spaceId, ...keptBy(actor.id) },
    data: { trialDay, trialNote },
  })
  return count > 0 ? ok() : refuse('place_not_yours')
}
