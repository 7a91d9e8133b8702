import type { Actor } from '@/lib/accounts/schema'
import { isAdmin } from '@/lib/admin/queries'
import { now } from '@/lib/clock'
import { db, type Transaction } from '@/lib/db'
import { mergeSpaces } from '@/lib/imports/doubles/commands'
import { refreshSpaces } from '@/lib/imports/merging/commands'
import { lockImports } from '@/lib/imports/spaces/commands'
import { saidThere } from '@/lib/imports/spaces/rules'
import { ok, type Result, refuse } from '@/lib/result'

/**
 * Two spaces are one: the kept one takes over all that hangs on the other, whose address leads to it from now on, and
 * what its owner or people there said wherever the kept one has no such word.
 */
export async function uniteSpaces(
  actor: Actor,
  keepId: string,
  otherId: string,
): Promise<Result<void, 'forbidden' | 'unknown'>> {
  if (!isAdmin(actor)) return refuse('forbidden')
  return db.$transaction(async (tx) => {
    await lockImports(tx)
    const found = await tx.space.count({ where: { id: { in: [keepId, otherId] } } })
    if (found !== 2) return refuse('unknown')
    await carryWords(tx, keepId, otherId)
    await mergeSpaces(tx, keepId, otherId)
    await refreshSpaces(tx, [keepId], now())
    return ok(undefined)
  })
}

/** Two spaces are not one, or (`open`) that has to be asked again. */
export async function tellApart(
  actor: Actor,
  [a, b]: readonly [string, string],
  status: 'different' | 'open' = 'different',
): Promise<Result<void, 'forbidden' | 'unknown'>> {
  if (!isAdmin(actor)) return refuse('forbidden')
  const [firstId = a, secondId = b] = [a, b].sort()
  const { count } = await db.spaceDouble.updateMany({
    where: { firstId, secondId },
    data: { status, decidedAt: status === 'open' ? null : now() },
  })
  return count === 0 ? refuse('unknown') : ok(undefined)
}

async function carryWords(tx: Transaction, keepId: string, otherId: string): Promise<void> {
  const [kept, other] = await Promise.all([
    tx.space.findUniqueOrThrow({ where: { id: keepId } }),
    tx.space.findUniqueOrThrow({ where: { id: otherId } }),
  ])
  const there = saidThere(kept.provenance)
  const carried = Object.entries(saidThere(other.provenance)).filter(([field]) => !(field in there))
  if (carried.length === 0) return
  const words = Object.fromEntries(carried.map(([field]) => [field, other[field as keyof typeof other]]))
  await tx.space.update({
    where: { id: keepId },
    data: { ...words, provenance: { ...(kept.provenance as object), ...Object.fromEntries(carried) } },
  })
}
