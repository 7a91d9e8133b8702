import type { Actor } from '@/lib/accounts/schema'
import { now } from '@/lib/clock'
import { db, type Transaction } from '@/lib/db'
import { takeToken } from '@/lib/limits/commands'
import { ok, type Result, refuse } from '@/lib/result'

const SAID_A_DAY = { limit: 30, windowSeconds: 24 * 3600 }

export type ConfirmRefusal = 'place_unknown' | 'too_many_confirmations'

/** "Still right": what is told of a place is as this person found it. Once more on the same day changes nothing. */
export async function confirmSpace(
  actor: Actor,
  spaceId: string,
): Promise<Result<undefined, ConfirmRefusal>> {
  const where = { id: spaceId, closedOn: null, kind: { not: 'home_table' } } as const
  if (!(await db.space.findFirst({ where, select: { id: true } }))) return refuse('place_unknown')
  const at = now()
  if (!(await takeToken('confirm', actor.id, SAID_A_DAY, at))) return refuse('too_many_confirmations')
  const key = { spaceId, freelancerId: actor.id }
  await db.$transaction(async (tx) => {
    await tx.spaceConfirmation.upsert({
      where: { spaceId_freelancerId: key },
      create: { ...key, confirmedAt: at },
      update: { confirmedAt: at },
    })
    await recount(tx, spaceId)
  })
  return ok()
}

/** Takes that back: the place is as old as it was before. Once more changes nothing. */
export async function unconfirmSpace(actor: Actor, spaceId: string): Promise<Result> {
  await db.$transaction(async (tx) => {
    const { count } = await tx.spaceConfirmation.deleteMany({ where: { spaceId, freelancerId: actor.id } })
    if (count > 0) await recount(tx, spaceId)
  })
  return ok()
}

/** The last day that anybody, there or in a source, vouches for. */
async function recount(tx: Transaction, spaceId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE spaces SET updated_at = ${now()}, confirmed_on = (SELECT max(day) FROM (
      SELECT (confirmed_at AT TIME ZONE 'UTC')::date FROM space_confirmations WHERE space_id = ${spaceId}::uuid
      UNION ALL
      SELECT (facts->>'confirmedOn')::date FROM space_sources WHERE space_id = ${spaceId}::uuid) AS told(day))
    WHERE id = ${spaceId}::uuid`
}
