import { z } from 'zod'
import { db } from '@/lib/db'
import { boxAround } from '@/lib/geo/bbox'
import { distance } from '@/lib/geo/distance'
import type { BBox, LatLng } from '@/lib/geo/types'
import { distanceCursorSchema, writeCursor } from '@/lib/map/cursor/schema'
import { type Sought, soughtSpaces } from '@/lib/map/filters/queries'
import { columns, inBox, metresFrom } from '@/lib/map/queries'
import { slugify } from '@/lib/slug'
import { staleSpaces } from '@/lib/spaces/freshness/queries'
import { openState } from '@/lib/spaces/hours/rules'
import type { Internet, InternetFee, Noise, Sockets, SpaceKind, Wheelchair } from '@/lib/spaces/schema'
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
  sockets: Sockets | null
  noise: Noise | null
  /** Download, Mbit/s, as measured by people there. */
  wifiMbps: number | null
  callsAllowed: boolean | null
  /** Cents of `currency`. */
  priceHour: number | null
  priceDay: number | null
  priceMonth: number | null
  currency: string
  trialDay: boolean
  /** Placed at its commune: nobody knows better. */
  approximate: boolean
  /** Nobody confirmed it for two years: it comes last. */
  stale: boolean
  /** Metres as the crow flies from the point asked about; null when there was none. */
  distance: number | null
  demo: boolean
}

type SpaceRow = Omit<SpaceCard, 'slug' | 'openState'> & { openingHours: string | null; country: string }

/** Metres, further than any place is from another: what is stale comes after all that is not. */
const SUNK = 2.1e7

/**
 * The spaces in a box, nearest to `near` first, and then those that nobody confirmed for two years; with `within`, no
 * further than so many metres. `next` is the cursor of the page after, null when there is none.
 */
export async function findSpaces(
  asked: Omit<Sought, 'timeZone'> & {
    near: LatLng
    within?: number
    limit: number
    cursor?: string | null
  },
): Promise<{ spaces: SpaceCard[]; next: string | null }> {
  const { near, within, limit, now, bbox } = asked
  const after = distanceCursorSchema.parse(asked.cursor)
  const rowsIn = async (where: Prisma.Sql, ring: number | null) => db.$queryRaw<SpaceRow[]>`
    SELECT * FROM (${rowsOf(near, where, now)}) AS found
    WHERE ${after ? Prisma.sql`(${RANK}, id) > (${after.after}::float8, ${after.id}::uuid)` : Prisma.sql`true`}
      AND ${within === undefined ? Prisma.sql`true` : Prisma.sql`distance <= ${within}::float8`}
      AND ${ring === null ? Prisma.sql`true` : Prisma.sql`${RANK} <= ${ring}::float8`}
    ORDER BY ${RANK}, id LIMIT ${limit + 1}`
  let rows: SpaceRow[] = []
  for (const ring of ringsIn(bbox, near, after?.after ?? 0)) {
    const around = await soughtSpaces({ ...asked, bbox: boxAround(near, ring) })
    rows = await rowsIn(Prisma.sql`${around} AND ${inBox(columns.spaces, bbox)}`, ring)
    if (rows.length > limit) break
  }
  if (rows.length <= limit) rows = await rowsIn(await soughtSpaces(asked), null)
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return {
    spaces: rows.slice(0, limit).map((row) => toCard(row, now)),
    next: last ? writeCursor((last.distance ?? 0) + (last.stale ? SUNK : 0), last.id) : null,
  }
}

/** Metres from the middle of a wide box: what fills a page is looked for within one before the next. */
const RINGS = [2_000, 8_000, 32_000, 128_000, 512_000]
/** Metres to a corner. What a smaller box holds is read at once. */
const WIDE = 20_000

/** The rings that are worth a look before all of the box: not those that the pages before were in. */
function ringsIn(bbox: BBox, near: LatLng, from: number): number[] {
  const reach = Math.max(
    ...[bbox.south, bbox.north].flatMap((lat) =>
      [bbox.west, bbox.east].map((lng) => distance(near, { lat, lng })),
    ),
  )
  return reach < WIDE ? [] : RINGS.filter((ring) => ring > from && ring < reach / 2)
}

const RANK = Prisma.sql`distance + CASE WHEN stale THEN ${SUNK}::float8 ELSE 0 END`

/** One space's card, with metres from `near`. */
export async function spaceCard(id: string, near: LatLng, now: Date): Promise<SpaceCard | null> {
  if (!z.uuid().safeParse(id).success) return null
  const [row] = await db.$queryRaw<SpaceRow[]>(
    rowsOf(near, Prisma.sql`id = ${id}::uuid AND closed_on IS NULL`, now),
  )
  return row ? toCard(row, now) : null
}

function rowsOf(near: LatLng, where: Prisma.Sql, now: Date): Prisma.Sql {
  return Prisma.sql`
    SELECT id, kind::text AS kind, name, lat, lng, time_zone AS "timeZone", street, city, country,
      opening_hours AS "openingHours", internet::text AS internet, internet_fee::text AS "internetFee", fee,
      wheelchair::text AS wheelchair, sockets::text AS sockets, noise::text AS noise, wifi_mbps AS "wifiMbps",
      calls_allowed AS "callsAllowed", price_hour AS "priceHour", price_day AS "priceDay", price_month AS "priceMonth",
      currency, trial_day AS "trialDay", approximate, ${staleSpaces(now)} AS stale, demo, ${metresFrom(columns.spaces, near)} AS distance
    FROM spaces WHERE ${where}`
}

function toCard({ openingHours, country, ...row }: SpaceRow, now: Date): SpaceCard {
  const { state, changesAt } = openState(openingHours, row.timeZone, now, { ...row, country })
  return {
    ...row,
    slug: slugify(row.name),
    openState: { state, changesAt: changesAt?.toISOString() ?? null },
  }
}
