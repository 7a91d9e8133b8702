import type { Actor } from '@/lib/accounts/schema'
import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { takeToken } from '@/lib/limits/commands'
import { ok, type Result, refuse } from '@/lib/result'
import { owned, recordApplied, settleSame, touchedBy } from '@/lib/spaces/corrections/commands'
import { appliesAtOnce, closeTogether } from '@/lib/spaces/corrections/policy'
import { memberDaysOf, standingOf } from '@/lib/spaces/corrections/queries'
import { applyChanges, lockedSpace } from '@/lib/spaces/edits/commands'
import { spaceToEdit } from '@/lib/spaces/edits/queries'
import { currentOf, dayOf, only } from '@/lib/spaces/edits/rules'
import { beforeSchema } from '@/lib/spaces/edits/schema'
import { openWords } from './queries'
import type { ClosingInput } from './schema'

const SAID_A_DAY = { limit: 10, windowSeconds: 24 * 3600 }

export type ClosingRefusal = 'place_unknown' | 'too_many_corrections'

/**
 * Says that a space closed for good, or that one that did is open. The word of somebody who is trusted does it, and so do
 * two people's, each by themselves; else it waits. Once more, or what is so already, changes nothing.
 */
export async function sayClosing(
  actor: Actor,
  { spaceId, is }: ClosingInput,
): Promise<Result<{ applied: boolean }, ClosingRefusal>> {
  const at = now()
  const found = await spaceToEdit(spaceId)
  if (!found || found.kind === 'home_table') return refuse('place_unknown')
  if (!(await takeToken('closing', actor.id, SAID_A_DAY, at))) return refuse('too_many_corrections')
  return db.$transaction(async (tx) => {
    const space = await lockedSpace(tx, found.id)
    if (!space) return refuse('place_unknown')
    if ((space.closedOn !== null) === (is === 'closed')) return ok({ applied: true })
    const words = await openWords(tx, space.id)
    const changes = { closedOn: is === 'closed' ? dayOf(at) : null }
    const seen = only(currentOf(space), ['closedOn'])
    const sent = { changes, seen, note: '', authorId: actor.id, spaceId: space.id, createdAt: at }
    const standing = await standingOf(actor, space.id, at, tx)
    const isOwned = await owned(tx, space.id)
    if (appliesAtOnce(standing, touchedBy(changes, space, isOwned))) {
      await recordApplied(tx, sent, { actor, by: standing.owner ? 'owner' : 'people', now: at })
      return ok({ applied: true })
    }
    const mine = words.find(({ authorId }) => authorId === actor.id)
    const id = mine?.id ?? (await tx.spaceCorrection.create({ data: sent, select: { id: true } })).id
    const people = new Set([actor.id, ...words.flatMap(({ authorId }) => authorId ?? [])])
    const days = await memberDaysOf([...people], at, tx)
    const known = days.map((memberDays) => ({ memberDays }))
    if (!closeTogether(known, { owned: isOwned })) return ok({ applied: false })
    const before = beforeSchema.parse(await applyChanges(tx, space.id, changes, 'people', at))
    // Nobody decided it: all who said so did.
    const decided = { status: 'applied' as const, decidedAt: at, before }
    await tx.spaceCorrection.update({ where: { id }, data: decided })
    await settleSame(tx, space.id, decided)
    return ok({ applied: true })
  })
}
