import { db } from '@/lib/db'
import type { EventKind } from '@/lib/events/kinds/terms'
import type { EventStatus } from '@/lib/events/status/schema'
import type { LatLng } from '@/lib/geo/types'
import { timeCursorSchema, writeCursor } from '@/lib/map/cursor/schema'
import { columns, metresFrom } from '@/lib/map/queries'
import { slugify } from '@/lib/slug'
import { Prisma } from '@/prisma/client/client'

/** An outing, as lists show it. Instants are ISO 8601 in UTC. */
export type EventCard = {
  id: string
  kind: EventKind
  title: string
  slug: string
  /** ISO 639-1, the language spoken there. */
  language: string
  startsAt: string
  endsAt: string
  timeZone: string
  placeName: string
  address: string
  city: string
  /** Null when it is online only. */
  lat: number | null
  lng: number | null
  online: boolean
  /** In words; null is free. */
  price: string | null
  /** Null is without limit. */
  capacity: number | null
  seatsTaken: number
  seatsLeft: number | null
  /** Few seats, quiet, leave whenever, no introductions. */
  gentle: boolean
  goodForNewcomers: boolean
  /** Drafts are on no card. */
  status: Exclude<EventStatus, 'draft'>
  /** Empty at a home table: whose home it is, is for members on its page. */
  organizerName: string
  /** In the order they joined. */
  cohostNames: string[]
  /** Metres as the crow flies from the point asked about; null when there was none, or no place. */
  distance: number | null
  demo: boolean
}

type EventRow = Omit<EventCard, 'slug' | 'seatsLeft' | 'startsAt' | 'endsAt'> & {
  startsAt: Date
  endsAt: Date
}

/** A page of events, soonest first. `next` is the cursor of the page after, null when there is none. */
export type EventCards = { events: EventCard[]; next: string | null }

type Page = {
  near?: LatLng | null
  limit: number
  cursor?: string | null
  /** SQL condition on `events` that costs more than the others: asked of one after another until the page is full. */
  costly?: Prisma.Sql
  /** Asked of no more than so many. A page that is not full then says nothing of the rest. */
  atMost?: number
}

/** The cards of the events that fulfil an SQL condition on `events`, with metres from `near`. */
export async function eventCards(
  where: Prisma.Sql,
  { near, limit, cursor, costly, atMost }: Page,
): Promise<EventCards> {
  const after = timeCursorSchema.parse(cursor)
  const from = after
    ? Prisma.sql`(events.starts_at, events.id) > (${after.after}, ${after.id}::uuid)`
    : Prisma.sql`true`
  const rows = await db.$queryRaw<EventRow[]>`
    SELECT events.id, events.kind::text AS kind, events.title, events.language, events.starts_at AS "startsAt",
      events.ends_at AS "endsAt", events.time_zone AS "timeZone", events.place_name AS "placeName", events.address,
      events.city, events.lat, events.lng, events.online_url IS NOT NULL AS online, events.price, events.capacity,
      events.seats_taken AS "seatsTaken", events.gentle, events.good_for_newcomers AS "goodForNewcomers", events.status::text AS status, 
      CASE WHEN events.kind = 'home_table' THEN '' ELSE organizers.name END AS "organizerName",
      ARRAY(SELECT name FROM event_hosts JOIN freelancers ON freelancers.id = freelancer_id
        WHERE event_id = events.id ORDER BY event_hosts.created_at, freelancers.id) AS "cohostNames",
      ${near ? metresFrom(columns.events, near) : Prisma.sql`NULL::float8`} AS distance, events.demo
    FROM events JOIN freelancers AS organizers ON organizers.id = events.organizer_id
    WHERE ${costly ? oneByOne(Prisma.sql`${where} AND ${from}`, costly, limit + 1, atMost) : Prisma.sql`${where} AND ${from}`}
    ORDER BY events.starts_at, events.id LIMIT ${limit + 1}`
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return {
    events: rows.slice(0, limit).map(toCard),
    next: last ? writeCursor(last.startsAt, last.id) : null,
  }
}

/** SQL condition: among the first so many of those that fulfil both. They are sorted before `costly` is asked. */
const oneByOne = (
  where: Prisma.Sql,
  costly: Prisma.Sql,
  limit: number,
  atMost?: number,
): Prisma.Sql => Prisma.sql`events.id IN (
  SELECT events.id FROM (
    SELECT events.id, events.series_id, events.starts_at, events.lat, events.lng FROM events WHERE ${where}
    ORDER BY events.starts_at, events.id ${atMost === undefined ? Prisma.sql`OFFSET 0` : Prisma.sql`LIMIT ${atMost}`}
  ) AS events WHERE ${costly} ORDER BY events.starts_at, events.id LIMIT ${limit})`

function toCard({ startsAt, endsAt, ...row }: EventRow): EventCard {
  return {
    ...row,
    slug: slugify(row.title),
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    seatsLeft: seatsLeft(row),
  }
}

/** Null when there is no limit. */
export function seatsLeft({
  capacity,
  seatsTaken,
}: {
  capacity: number | null
  seatsTaken: number
}): number | null {
  return capacity === null ? null : Math.max(0, capacity - seatsTaken)
}
