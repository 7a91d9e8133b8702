import type { Actor } from '@/lib/accounts/schema'
import { notBlocked } from '@/lib/blocks/queries'
import { db } from '@/lib/db'
import type { BBox, LatLng } from '@/lib/geo/types'
import { distanceCursorSchema, writeCursor } from '@/lib/map/cursor/schema'
import { soughtPeople } from '@/lib/map/filters/queries'
import { columns, metresFrom } from '@/lib/map/queries'
import { Prisma } from '@/prisma/client/client'

/** Somebody who wants to be found. The position is the centre of a cell of about 1 km. */
export type PersonCard = {
  id: string
  name: string
  trade: string
  interests: string[]
  languages: string[]
  area: string
  lat: number
  lng: number
  /** Metres as the crow flies from the point asked about. */
  distance: number | null
  demo: boolean
}

/** How many there are in an area, for those who have not signed in. The position is the middle of their cells. */
export type AreaCount = { lat: number; lng: number; area: string; count: number }

/** The other people in a box who want to be found, nearest first. Only somebody signed in may ask. */
export async function peopleNear(
  actor: Pick<Actor, 'id'>,
  { bbox, near, limit, cursor }: { bbox: BBox; near: LatLng; limit: number; cursor?: string | null },
): Promise<{ people: PersonCard[]; next: string | null }> {
  const after = distanceCursorSchema.parse(cursor)
  const rows = await db.$queryRaw<PersonCard[]>`
    SELECT * FROM (
      SELECT id, name, trade, interests, languages, area, cell_lat AS lat, cell_lng AS lng, demo,
        ${metresFrom(columns.freelancers, near)} AS distance
      FROM freelancers WHERE id <> ${actor.id}::uuid AND ${soughtPeople(bbox)}
        AND ${notBlocked(Prisma.sql`id`, Prisma.sql`${actor.id}::uuid`)}
    ) AS found
    WHERE ${after ? Prisma.sql`(distance, id) > (${after.after}::float8, ${after.id}::uuid)` : Prisma.sql`true`}
    ORDER BY distance, id LIMIT ${limit + 1}`
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return { people: rows.slice(0, limit), next: last ? writeCursor(last.distance ?? 0, last.id) : null }
}

/** People per area in a box, most first. No names, and no position finer than the middle of an area. */
export async function areaCounts({ bbox, limit = 12 }: { bbox: BBox; limit?: number }): Promise<AreaCount[]> {
  return db.$queryRaw<AreaCount[]>`
    SELECT area, avg(cell_lat) AS lat, avg(cell_lng) AS lng, count(*)::int AS count
    FROM freelancers WHERE ${soughtPeople(bbox)}
    GROUP BY area ORDER BY count(*) DESC, area LIMIT ${limit}`
}
