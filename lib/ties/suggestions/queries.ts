import { freeHalfDays } from '@/lib/coffees/members/queries'
import { myCoffees } from '@/lib/coffees/queries'
import { db } from '@/lib/db'
import { type EventCard, eventCards } from '@/lib/events/cards/queries'
import { boxAround } from '@/lib/geo/bbox'
import type { LatLng } from '@/lib/geo/types'
import { notAtHome } from '@/lib/homes/queries'
import { soughtOnce } from '@/lib/map/filters/queries'
import { NO_FILTERS } from '@/lib/map/rules'
import type { MetPerson } from '@/lib/ties/queries'
import { Prisma } from '@/prisma/client/client'
import { nearBoth, REACH, SMALL, type Suggestion, suggestion } from './rules'

/** On a page there are so many at most: it is no to-do list. */
const SHOWN = 2

/** Small outings that are looked through. */
const LOOKED_AT = 60

export type Suggested = Suggestion & { event: EventCard | null }

/**
 * What there is to suggest of somebody's people, by their id: for those not seen the longest, a small outing near both.
 * `together` holds those with whom an outing is ahead anyway.
 */
export async function suggestions(
  actorId: string,
  ties: MetPerson[],
  together: ReadonlyMap<string, unknown>,
  now: Date,
): Promise<Map<string, Suggested>> {
  const ids = [actorId, ...ties.map(({ id }) => id)]
  const [free, homes, { agreed }] = await Promise.all([
    freeHalfDays(ids),
    homesOf(ids),
    myCoffees({ id: actorId }, now),
  ])
  const ahead = new Set([...together.keys(), ...agreed.flatMap(({ others }) => others.map(({ id }) => id))])
  const mine = free.get(actorId) ?? 0
  const due = ties
    .flatMap(({ id, last, timeZone }) => {
      const two = { last, timeZone, together: ahead.has(id), mine, theirs: free.get(id) ?? 0 }
      const found = suggestion(two, now)
      return found ? [{ id, ...found }] : []
    })
    .sort((a, b) => b.weeks - a.weeks)
    .slice(0, SHOWN)
  const home = homes.get(actorId)
  const outings = due.length > 0 && home ? await smallOutings(home, now) : []
  return new Map(
    due.map(({ id, ...said }) => {
      const other = homes.get(id)
      return [id, { ...said, event: home && other ? nearBoth(outings, home, other) : null }]
    }),
  )
}

/** The snapped cells that members may see; those who named none are left out. */
async function homesOf(ids: string[]): Promise<Map<string, LatLng>> {
  const people = await db.freelancer.findMany({
    where: { id: { in: ids } },
    select: { id: true, cellLat: true, cellLng: true },
  })
  return new Map(
    people.flatMap(({ id, cellLat: lat, cellLng: lng }) =>
      lat === null || lng === null ? [] : [[id, { lat, lng }] as const],
    ),
  )
}

/** The next outings of few people with a seat left, within reach of a position. */
async function smallOutings(home: LatLng, now: Date): Promise<EventCard[]> {
  const sought = { bbox: boxAround(home, REACH), filters: NO_FILTERS, now, timeZone: 'UTC' }
  const small = Prisma.sql`${soughtOnce(sought)} AND ${notAtHome} AND events.starts_at > ${now}
    AND events.capacity <= ${SMALL} AND events.seats_taken < events.capacity`
  return (await eventCards(small, { limit: LOOKED_AT })).events
}
