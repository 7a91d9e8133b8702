import { z } from 'zod'
import { db } from '@/lib/db'
import type { LatLng } from '@/lib/geo/types'
import { distanceCursorSchema, writeCursor } from '@/lib/map/cursor/schema'
import { type Sought, soughtSpaces } from '@/lib/map/filters/queries'
import { columns, metresFrom } from '@/lib/map/queries'
import { slugify } from '@/lib/slug'
import { openState, weekTable } from '@/lib/spaces/hours/rules'
import type { Internet, InternetFee, SpaceKind, Wheelchair } from '@/lib/spaces/schema'
import { Prisma } from '@/prisma/client/client'

/** A place to work, as lists show it. Null is unknown. */
export type SpaceCard = {
  id: string
  kind: SpaceKind
  name: string
  slug: string
  lat: number
  lng: number
  timeZone: string
  street: string
  city: string
  openState: { state: 'open' | 'closed' | 'unknown'; changesAt: string | null }
  internet: Internet | null
  internetFee: InternetFee | null
  fee: boolean | null
  wheelchair: Wheelchair | null
  /** Metres as the crow flies from the point asked about; null when there was none. */
  distance: number | null
  demo: boolean
}

type SpaceRow = Omit<SpaceCard, 'slug' | 'openState'> & { openingHours: string | null; country: string }

/** The spaces in a box, nearest to `near` first. `next` is the cursor of the page after, null when there is none. */
export async function findSpaces(
  asked: Omit<Sought, 'timeZone'> & { near: LatLng; limit: number; cursor?: string | null },
): Promise<{ spaces: SpaceCard[]; next: string | null }> {
  const { near, limit, now } = asked
  const after = distanceCursorSchema.parse(asked.cursor)
  const rows = await db.$queryRaw<SpaceRow[]>`
    SELECT * FROM (${rowsOf(near, await soughtSpaces(asked))}) AS found
    WHERE ${after ? Prisma.sql`(distance, id) > (${after.after}::float8, ${after.id}::uuid)` : Prisma.sql`true`}
    ORDER BY distance, id LIMIT ${limit + 1}`
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return {
    spaces: rows.slice(0, limit).map((row) => toCard(row, now)),
    next: last ? writeCursor(last.distance ?? 0, last.id) : null,
  }
}

/** One space's card, with metres from `near`. */
export async function spaceCard(id: string, near: LatLng, now: Date): Promise<SpaceCard | null> {
  if (!z.uuid().safeParse(id).success) return null
  const [row] = await db.$queryRaw<SpaceRow[]>(rowsOf(near, Prisma.sql`id = ${id}::uuid`))
  return row ? toCard(row, now) : null
}

function rowsOf(near: LatLng, where: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT id, kind::text AS kind, name, lat, lng, time_zone AS "timeZone", street, city, country,
      opening_hours AS "openingHours", internet::text AS internet, internet_fee::text AS "internetFee", fee,
      wheelchair::text AS wheelchair, demo, ${metresFrom(columns.spaces, near)} AS distance
    FROM spaces WHERE ${where}`
}

/** Everything a space's page says, or null when there is no such space. */
export async function spacePage(id: string, now: Date) {
  if (!z.uuid().safeParse(id).success) return null
  const space = await db.space.findUnique({
    where: { id },
    include: { sources: { select: { source: true, externalId: true, licence: true, importedAt: true } } },
  })
  if (!space) return null
  const { openingHours, timeZone, lat, lng, country } = space
  const where = { lat, lng, country }
  return {
    ...space,
    slug: slugify(space.name),
    openState: openState(openingHours, timeZone, now, where),
    /** Seven days from today; null when the hours are unknown. */
    week: weekTable(openingHours, timeZone, now, where),
  }
}

export type SpacePage = NonNullable<Awaited<ReturnType<typeof spacePage>>>

function toCard(row: SpaceRow, now: Date): SpaceCard {
  const { state, changesAt } = openState(row.openingHours, row.timeZone, now, row)
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    slug: slugify(row.name),
    lat: row.lat,
    lng: row.lng,
    timeZone: row.timeZone,
    street: row.street,
    city: row.city,
    openState: { state, changesAt: changesAt?.toISOString() ?? null },
    internet: row.internet,
    internetFee: row.internetFee,
    fee: row.fee,
    wheelchair: row.wheelchair,
    distance: row.distance,
    demo: row.demo,
  }
}
