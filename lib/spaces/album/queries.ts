import type { Actor } from '@/lib/accounts/schema'
import { db } from '@/lib/db'
import { keptBy } from '@/lib/spaces/owners/queries'

/** A space's pictures in their order, for those who keep its page. */
export function albumOf(spaceId: string, actor: Actor) {
  return db.spacePhoto.findMany({
    where: { spaceId, space: keptBy(actor.id) },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: { id: true, url: true, alt: true },
  })
}

export type AlbumPhoto = Awaited<ReturnType<typeof albumOf>>[number]
