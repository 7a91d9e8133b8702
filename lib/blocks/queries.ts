import type { Actor } from '@/lib/accounts/schema'
import { db } from '@/lib/db'
import { Prisma } from '@/prisma/client/client'

/**
 * SQL condition: neither of the two (expressions of type uuid) has blocked the other. As are_blocked(), but written out,
 * so that over many pairs each way is one hash join.
 */
export const notBlocked = (a: Prisma.Sql, b: Prisma.Sql): Prisma.Sql => Prisma.sql`(
  NOT EXISTS (SELECT FROM blocks WHERE blocker_id = ${a} AND blocked_id = ${b})
  AND NOT EXISTS (SELECT FROM blocks WHERE blocker_id = ${b} AND blocked_id = ${a}))`

/** The same as a condition of Prisma on `Freelancer`. */
export const unblockedWith = (personId: string) => ({
  blocks: { none: { blockedId: personId } },
  blockedBy: { none: { blockerId: personId } },
})

/** Everybody whom somebody does not meet here: those they blocked, and those who blocked them. */
export async function blockedIds(personId: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT blocked_id AS id FROM blocks WHERE blocker_id = ${personId}::uuid
    UNION SELECT blocker_id FROM blocks WHERE blocked_id = ${personId}::uuid`
  return rows.map(({ id }) => id)
}

/** Those whom somebody blocked, by name; they alone are answered. */
export async function myBlocks(actor: Pick<Actor, 'id'>): Promise<{ id: string; name: string }[]> {
  return db.freelancer.findMany({
    where: { blockedBy: { some: { blockerId: actor.id } } },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true },
  })
}
