import { z } from 'zod'
import { db } from '@/lib/db'
import type { LatLng } from '@/lib/geo/types'
import { distanceCursorSchema, writeCursor } from '@/lib/map/cursor/schema'
import { type Sought, soughtSpaces } from '@/lib/map/filters/queries'
import { columns, metresFrom } from '@/lib/map/queries'
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
  const { near, within, limit, now } = asked
  const after = distanceCursorSchema.parse(asked.cursor)
  const rows = await db.$queryRaw<SpaceRow[]>`
    SELECT * FROM (${rowsOf(near, await soughtSpaces(asked), now)}) AS found
    WHERE ${after ? Prisma.sql`(${RANK}, id) > (${after.after}::float8, ${after.id}::uuid)` : Prisma.sql`true`}
      AND ${within === undefined ? Prisma.sql`true` : Prisma.sql`distance <= ${within}::float8`}
    ORDER BY ${RANK}, id LIMIT ${limit + 1}`
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return {
    spaces: rows.slice(0, limit).map((row) => toCard(row, now)),
    next: last ? writeCursor((last.distance ?? 0) + (last.stale ? SUNK : 0), last.id) : null,
  }
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
