import type { Actor } from '@/lib/accounts/schema'
import { notBlocked } from '@/lib/blocks/queries'
import { db } from '@/lib/db'
import { type EventCard, eventCards } from '@/lib/events/cards/queries'
import { interestIn } from '@/lib/events/outside/rules'
import { boxAround } from '@/lib/geo/bbox'
import type { LatLng } from '@/lib/geo/types'
import { notAtHome } from '@/lib/homes/queries'
import { soughtEvents } from '@/lib/map/filters/queries'
import { columns, metresFrom } from '@/lib/map/queries'
import { NO_FILTERS } from '@/lib/map/rules'
import { sharedAfter } from '@/lib/meetings/presence/queries'
import { metBy } from '@/lib/meetings/queries'
import { firstName } from '@/lib/rsvps/rules'
import { Prisma } from '@/prisma/client/client'
import { type Candidate, type Reason, suggest } from './rules'

const { sql } = Prisma

/** Metres from home. */
const REACH = 40_000
const DAYS = 14
const LOOKED_AT = 200

export interface SuggestedEvent {
  event: EventCard
  reasons: Reason[]
}

type Row = Omit<Candidate, 'known' | 'interest'> & { words: string; comers: { id: string; name: string }[] }

/**
 * A few outings of the next two weeks near somebody's home, with the reasons. Never one they answered already, that is
 * full, or whose host they blocked or are blocked by; nobody is named whom they may not read in its list of names.
 * Empty for those who did not say where they live. `more` is one more SQL condition on `events`.
 */
export async function suggestionsFor(
  person: Pick<Actor, 'id'>,
  now: Date,
  limit = 3,
  more: Prisma.Sql = sql`true`,
): Promise<SuggestedEvent[]> {
  const me = await db.freelancer.findUnique({
    where: { id: person.id },
    select: { interests: true, cellLat: true, cellLng: true },
  })
  if (!me || me.cellLat === null || me.cellLng === null) return []
  const home = { lat: me.cellLat, lng: me.cellLng }
  const met = new Map((await metBy(person.id, { now })).map(({ id, times }) => [id, times]))
  const rows = await candidates({ personId: person.id, home, metIds: [...met.keys()], now, more })
  const chosen = suggest(
    rows.map(({ words, comers, ...row }) => ({
      ...row,
      interest: interestIn(words, me.interests),
      known: comers
        .map(({ id, name }) => ({ firstName: firstName(name), times: met.get(id) ?? 1 }))
        .sort((a, b) => b.times - a.times),
    })),
    now,
    limit,
  )
  if (chosen.length === 0) return []
  const ids = sql`events.id = ANY(${chosen.map(({ id }) => id)}::uuid[])`
  const { events } = await eventCards(ids, { near: home, limit })
  return chosen.flatMap(({ id, reasons }) => {
    const event = events.find((card) => card.id === id)
    return event ? [{ event, reasons }] : []
  })
}

interface Asked {
  personId: string
  home: LatLng
  metIds: string[]
  now: Date
  more: Prisma.Sql
}

async function candidates({ personId, home, metIds, now, more }: Asked): Promise<Row[]> {
  const self = sql`${personId}::uuid`
  const near = soughtEvents({ bbox: boxAround(home, REACH), filters: NO_FILTERS, now, timeZone: 'UTC' })
  return db.$queryRaw<Row[]>`
    SELECT events.id, series_id AS "seriesId", starts_at AS "startsAt", ends_at AS "endsAt", seats_taken AS going,
      price IS NULL AS free, title || ' ' || welcome AS words, ${metresFrom(columns.events, home)} AS distance,
      coalesce((
        SELECT json_agg(json_build_object('id', freelancers.id, 'name', name) ORDER BY freelancers.id)
        FROM freelancers WHERE freelancers.id = ANY(${metIds}::uuid[]) AND visibility = 'members' AND ${sharedAfter(now)}
          AND (freelancers.id = organizer_id OR (list_visibility = 'members' AND EXISTS (
            SELECT FROM rsvps WHERE event_id = events.id AND freelancer_id = freelancers.id
              AND rsvps.status = 'going' AND NOT rsvps.unlisted)))
      ), '[]') AS comers
    FROM events
    WHERE ${near} AND ${more} AND ${notAtHome} AND starts_at > ${now} AND starts_at < ${new Date(now.getTime() + DAYS * 86_400_000)}
      AND organizer_id <> ${self} AND (capacity IS NULL OR seats_taken < capacity)
      AND ${notBlocked(sql`organizer_id`, self)}
      AND NOT EXISTS (SELECT FROM event_hosts WHERE event_id = events.id AND freelancer_id = ${self})
      AND NOT EXISTS (SELECT FROM rsvps WHERE event_id = events.id AND freelancer_id = ${self})
    ORDER BY starts_at, events.id LIMIT ${LOOKED_AT}`
}
