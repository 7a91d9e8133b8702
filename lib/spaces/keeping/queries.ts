import { z } from 'zod'
import type { Actor } from '@/lib/accounts/schema'
import { db } from '@/lib/db'
import { keptBy } from '@/lib/spaces/owners/queries'

/**
 * What an owner's pages need beside the space: the topics that people there speak of, and the latest change that stands
 * of those that owners made, to take it back. Null to anybody who is none.
 */
export async function keeping(spaceId: string, actor: Actor) {
  if (!z.uuid().safeParse(spaceId).success) return null
  const space = await db.space.findFirst({
    where: { id: spaceId, ...keptBy(actor.id) },
    select: {
      observations: { distinct: ['topic'], select: { topic: true } },
      corrections: {
        where: { status: 'applied', adds: false, author: { spaces: { some: { spaceId } } } },
        orderBy: [{ decidedAt: 'desc' }, { id: 'desc' }],
        take: 1,
        select: { id: true, decidedAt: true },
      },
    },
  })
  if (!space) return null
  const [last] = space.corrections
  return { tapped: space.observations.map(({ topic }) => topic), last: last ?? null }
}
