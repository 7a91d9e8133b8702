import { z } from 'zod'
import type { Actor } from '@/lib/accounts/schema'
import { unblockedWith } from '@/lib/blocks/queries'
import { db } from '@/lib/db'

const asSeen = {
  id: true,
  name: true,
  trade: true,
  bio: true,
  interests: true,
  languages: true,
  area: true,
  demo: true,
} as const

/**
 * Somebody's page, to a signed-in person who may read it: they let members see them, and neither blocked the other.
 * Null otherwise, as if there were nobody.
 */
export async function personPage(actor: Pick<Actor, 'id'>, id: string) {
  if (!z.uuid().safeParse(id).success) return null
  return db.freelancer.findFirst({
    where: { id, OR: [{ id: actor.id }, { visibility: 'members', ...unblockedWith(actor.id) }] },
    select: asSeen,
  })
}

export type PersonPage = NonNullable<Awaited<ReturnType<typeof personPage>>>
