import type { Actor } from '@/lib/accounts/schema'
import { now } from '@/lib/clock'
import { db, type Transaction } from '@/lib/db'
import { takeToken } from '@/lib/limits/commands'
import { ok, type Result, refuse } from '@/lib/result'
import { confirmSpace } from '@/lib/spaces/confirmations/commands'
import { applyChanges, currentOf, undoChanges } from '@/lib/spaces/edits/commands'
import { alreadySo, changedFields, columnsOf, only } from '@/lib/spaces/edits/rules'
import { beforeSchema, type Changes, changesSchema } from '@/lib/spaces/edits/schema'
import { keeps, keptBy } from '@/lib/spaces/owners/queries'
import { columnsSaid } from '@/lib/spaces/typed/rules'
import type { Space } from '@/prisma/client/client'
import { lastChange } from './queries'
import type { KeepSpace } from './schema'

/** Changes that one person may make a day. */
const CHANGED = { limit: 100, windowSeconds: 86_400 }

type Saved = { changed: boolean }
export type KeepRefusal = 'place_not_yours' | 'keep_many'

/**
 * Writes what the owner changed in the form of their place, at once and as theirs, and notes how it was before. What
 * people found there stands beside it: sockets and noise that somebody tapped are not for the owner to say. Whoever saves
 * has looked at the page: it is confirmed.
 */
export async function keepSpace(
  actor: Actor,
  { spaceId, seen, ...form }: KeepSpace,
): Promise<Result<Saved, KeepRefusal>> {
  const at = now()
  if (!(await takeToken('keep', actor.id, CHANGED, at))) return refuse('keep_many')
  const saved = await db.$transaction(async (tx) => {
    const space = await lockedKept(tx, actor, spaceId)
    if (!space) return null
    const said = columnsSaid(changedFields(seen, form), space)
    const changes = await leftToSay(tx, space, said)
    if (columnsOf(changes).length === 0) return { changed: false }
    const before = await applyChanges(tx, spaceId, changes, 'owner', at)
    if (!before) return null
    const decided = { status: 'applied' as const, decidedBy: actor.id, decidedAt: at, createdAt: at }
    await tx.spaceCorrection.create({
      data: { spaceId, authorId: actor.id, changes, before, ...decided },
      select: { id: true },
    })
    return { changed: true }
  })
  if (!saved) return refuse('place_not_yours')
  await confirmSpace(actor, spaceId)
  return ok(saved)
}

/** The lock comes before the question: who is removed meanwhile writes nothing. */
async function lockedKept(tx: Transaction, actor: Actor, id: string): Promise<Space | null> {
  await tx.$executeRaw`SELECT FROM spaces WHERE id = ${id}::uuid FOR NO KEY UPDATE`
  return tx.space.findFirst({ where: { id, ...keptBy(actor.id) } })
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
  const at = now()
  return db.$transaction(async (tx) => {
    if (!(await lockedKept(tx, actor, spaceId))) return refuse('place_not_yours')
    const last = await lastChange(tx, spaceId)
    if (!last) return refuse('undo_nothing')
    const changes = changesSchema.parse(last.changes)
    const before = beforeSchema.parse(last.before)
    await undoChanges(tx, spaceId, { changes, before }, at)
    await tx.spaceCorrection.delete({ where: { id: last.id }, select: { id: true } })
    return ok()
  })
}

/** Offers a first day on the house, or no longer; the note says how to ask for it. */
export async function offerTrial(
  actor: Actor,
  { spaceId, trialDay, trialNote }: { spaceId: string; trialDay: boolean; trialNote: string },
): Promise<Result<undefined, 'place_not_yours'>> {
  if (!(await keeps(actor, spaceId))) return refuse('place_not_yours')
  await db.space.updateMany({ where: { id: spaceId, ...keptBy(actor.id) }, data: { trialDay, trialNote } })
  return ok()
}
