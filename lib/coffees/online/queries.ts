import type { Actor } from '@/lib/accounts/schema'
import { unblockedWith } from '@/lib/blocks/queries'
import { onlineStarts } from '@/lib/coffees/online/rules'
import { keptApart } from '@/lib/coffees/rounds/queries'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { timeZoneAt } from '@/lib/geo/zone'
import { keyed } from '@/lib/secrets'

/**
 * What it takes to ask somebody for an e-coffee: the times to offer, and whether this instance has rooms of its own.
 * Null unless both take part in coffees, the other lets members see them, and nothing stands between the two.
 */
export async function onlineOffer(actor: Pick<Actor, 'id'>, personId: string, now: Date) {
  if (actor.id === personId) return null
  const [mine, other, apart] = await Promise.all([
    db.coffeeMember.findUnique({
      where: { freelancerId: actor.id },
      select: { freelancer: { select: { cellLat: true, cellLng: true } } },
    }),
    db.freelancer.findFirst({
      where: {
        ...{ id: personId, visibility: 'members', coffeeWish: { pausedAt: null } },
        ...unblockedWith(actor.id),
      },
      select: { id: true },
    }),
    keptApart([actor.id, personId]),
  ])
  const home = mine?.freelancer
  if (!home || !other || apart.some(({ a, b }) => [a, b].includes(actor.id) && [a, b].includes(personId)))
    return null
  const timeZone =
    home.cellLat === null || home.cellLng === null
      ? 'UTC'
      : timeZoneAt({ lat: home.cellLat, lng: home.cellLng })
  return { timeZone, starts: onlineStarts(now, timeZone), hasRooms: env().videoUrl !== null }
}

export type OnlineOffer = NonNullable<Awaited<ReturnType<typeof onlineOffer>>>

/** Where an e-coffee takes place: the link that came with it, or a room of the instance that nobody can guess. */
export function roomOf(coffeeId: string, onlineUrl: string | null): { url: string; own: boolean } | null {
  if (onlineUrl) return { url: onlineUrl, own: false }
  const { videoUrl, authSecret } = env()
  if (!videoUrl) return null
  return {
    url: `${videoUrl}/cafe-${keyed(authSecret, 'room', coffeeId).toString('hex').slice(0, 32)}`,
    own: true,
  }
}
