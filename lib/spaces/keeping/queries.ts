import { z } from 'zod'
import type { Actor } from '@/lib/accounts/schema'
import { db, type Transaction } from '@/lib/db'
import { keptBy } from '@/lib/spaces/owners/queries'
import { Prisma } from '@/prisma/client/client'

/** The latest change that stands of those that owners made of a space, to take it back; null when there is none. */
export function lastChange(tx: Transaction, spaceId: string) {
  return tx.spaceCorrection.findFirst({
    where: {
      ...{ spaceId, status: 'applied', before: { not: Prisma.AnyNull } },
      author: { spaces: { some: { spaceId } } },
    },
    orderBy: [{ decidedAt: 'desc' }, { id: 'desc' }],
    select: { id: true, changes: true, before: true, decidedAt: true },
  })
}

/** What an owner's form needs beside the space: which topics people there speak of, and what can be taken back. */
export async function keeping(spaceId: string, actor: Actor) {
  if (!z.uuid().safeParse(spaceId).success) return null
  const space = await db.space.findFirst({
    where: { id: spaceId, ...keptBy(actor.id) },
    select: { observations: { distinct: ['topic'], select: { topic: true } } },
  })
  if (!space) return null
  const last = await lastChange(db, spaceId)
  return {
    tapped: space.observations.map(({ topic }) => topic),
    last: last && { at: last.decidedAt, columns: Object.keys(Object(last.changes)) },
  }
}
