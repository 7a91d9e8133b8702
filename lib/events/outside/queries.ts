import type { Actor } from '@/lib/accounts/schema'
import { notBlocked } from '@/lib/blocks/queries'
import { db } from '@/lib/db'
import { type EventCard, eventCards } from '@/lib/events/cards/queries'
import { boxAround } from '@/lib/geo/bbox'
import { soughtOnce } from '@/lib/map/filters/queries'
import { columns, metresFrom } from '@/lib/map/queries'
import { NO_FILTERS } from '@/lib/map/rules'
import { Prisma } from '@/prisma/client/client'
import { type Activity, type Comer, outsideTrade, type Suggested } from './rules'

const { sql } = Prisma

/** Metres from home within which activities are looked for. */
const REACH = 40_000
const DAYS = 30
const LOOKED_AT = 60

export type OutsideActivity = Omit<Suggested, 'id'> & { event: EventCard }

/**
 * Activities outside work near somebody's home, ranked for them. Who comes is known to it as far as the person may
 * read it in the event's list of names; blocks hide both ways. Empty for those who did not say where they live.
 */
export async function activitiesFor(
  actor: Pick<Actor, 'id'>,
  now: Date,
  limit: number,
): Promise<OutsideActivity[]> {
  const me = await db.freelancer.findUniqueOrThrow({
    where: { id: actor.id },
    select: { trade: true, interests: true, cellLat: true, cellLng: true },
  })
  if (me.cellLat === null || me.cellLng === null) return []
  const home = { lat: me.cellLat, lng: me.cellLng }
  const filters = { ...NO_FILTERS, kinds: ['outside_work' as const] }
  const self = sql`${actor.id}::uuid`
  const near = soughtOnce({ bbox: boxAround(home, REACH), filters, now, timeZone: 'UTC' })
  const activities = await db.$queryRaw<(Omit<Activity, 'comers'> & { comers: Comer[] })[]>`
    SELECT events.id, title || ' ' || welcome AS words, starts_at AS "startsAt", ${metresFrom(columns.events, home)} AS distance,
      coalesce((
        SELECT json_agg(json_build_object('trade', trade, 'interests', interests))
        FROM freelancers WHERE visibility = 'members' AND id <> ${self} AND ${notBlocked(sql`id`, self)} AND (
          id = organizer_id OR (list_visibility = 'members' AND EXISTS (
            SELECT FROM rsvps WHERE event_id = events.id AND freelancer_id = freelancers.id
              AND rsvps.status = 'going' AND NOT rsvps.unlisted)))
      ), '[]') AS comers
    FROM events
    WHERE ${near} AND starts_at < ${new Date(now.getTime() + DAYS * 86_400_000)} AND organizer_id <> ${self}
      AND ${notBlocked(sql`organizer_id`, self)}
      AND NOT EXISTS (SELECT FROM rsvps WHERE event_id = events.id AND freelancer_id = ${self})
    ORDER BY starts_at, events.id LIMIT ${LOOKED_AT}`
  const best = outsideTrade(activities, me).slice(0, limit)
  if (best.length === 0) return []
  const ids = best.map(({ id }) => id)
  const { events } = await eventCards(sql`events.id = ANY(${ids}::uuid[])`, { near: home, limit })
  return best.flatMap(({ id, ...why }) => {
    const event = events.find((card) => card.id === id)
    return event ? [{ event, ...why }] : []
  })
}
