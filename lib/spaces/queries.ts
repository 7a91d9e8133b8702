import { z } from 'zod'
import { db } from '@/lib/db'
import type { LatLng } from '@/lib/geo/types'
import { distanceCursorSchema, writeCursor } from '@/lib/map/cursor/schema'
import { type Sought, soughtSpaces } from '@/lib/map/filters/queries'
import { timeless } from '@/lib/map/moments/rules'
import { columns, inBox, metresFrom } from '@/lib/map/queries'
import { type Nearest, readAll, readNearest, readRing, ringsWith } from '@/lib/map/rings/queries'
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
type RankedRow = SpaceRow & { rank: number }

type Asked = Omit<Sought, 'timeZone'> & {
  near: LatLng
  within?: number
  limit: number
  cursor?: string | null
}

/**
 * The spaces in a box, nearest to `near` first, and then those that nobody confirmed for two years; with `within`, no
 * further than so many metres. `next` is the cursor of the page after, null when there is none.
 */
export async function findSpaces(asked: Asked): Promise<{ spaces: SpaceCard[]; next: string | null }> {
  const { limit, now } = asked
  const rows = await pageOf(asked)
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return {
    spaces: rows.slice(0, limit).map((row) => toCard(row, now)),
    next: last ? writeCursor(last.rank, last.id) : null,
  }
}

/** Metres, further than any place is from another: what is stale comes after all that is not. */
const SUNK = 2.1e7

/** Among so many times a page of places whose hours are known, a page is probably open. */
const OPEN_OF = 8

async function pageOf(asked: Asked): Promise<RankedRow[]> {
  const { bbox, near, limit, filters, now } = asked
  const after = distanceCursorSchema.parse(asked.cursor)
  const stale = staleSpaces(now)
  const list: Nearest = {
    ...{ bbox, near, after, limit, at: columns.spaces, sunk: after && after.after >= SUNK ? SUNK : 0 },
    rows: (where) => Prisma.sql`SELECT *, distance + CASE WHEN stale THEN ${SUNK}::float8 ELSE 0 END AS rank
      FROM (${rowsOf(near, where, stale)}) AS found`,
  }
  const anytime = timeless(filters)
  if (!anytime) return readNearest(list, await soughtIn(asked))
  // Each rule of hours has to be read to tell whether a place is open: those of a ring, before those of the whole box.
  const withHours = Prisma.sql`${await soughtIn({ ...asked, filters: anytime })} AND opening_hours IS NOT NULL`
  for (const ring of await ringsWith(list, OPEN_OF * limit, withHours)) {
    const open = await soughtIn({ ...asked, bbox: ring.box })
    const rows = await readRing<RankedRow>(list, ring, Prisma.sql`${open} AND ${inBox(columns.spaces, bbox)}`)
    if (rows.length > limit) return rows
  }
  return readAll(list, await soughtIn(asked))
}

async function soughtIn(asked: Asked): Promise<Prisma.Sql> {
  const { near, within } = asked
  const sought = await soughtSpaces(asked)
  return within === undefined
    ? sought
    : Prisma.sql`${sought} AND ${metresFrom(columns.spaces, near)} <= ${within}::float8`
}

/** One space's card, with metres from `near`. */
export async function spaceCard(id: string, near: LatLng, now: Date): Promise<SpaceCard | null> {
  if (!z.uuid().safeParse(id).success) return null
  const [row] = await db.$queryRaw<SpaceRow[]>(
    rowsOf(near, Prisma.sql`id = ${id}::uuid AND closed_on IS NULL`, staleSpaces(now)),
  )
  return row ? toCard(row, now) : null
}

function rowsOf(near: LatLng, where: Prisma.Sql, stale: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT id, kind::text AS kind, name, lat, lng, time_zone AS "timeZone", street, city, country,
      opening_hours AS "openingHours", internet::text AS internet, internet_fee::text AS "internetFee", fee,
      wheelchair::text AS wheelchair, sockets::text AS sockets, noise::text AS noise, wifi_mbps AS "wifiMbps",
      calls_allowed AS "callsAllowed", price_hour AS "priceHour", price_day AS "priceDay", price_month AS "priceMonth",
      currency, trial_day AS "trialDay", approximate, ${stale} AS stale, demo, ${metresFrom(columns.spaces, near)} AS distance
    FROM spaces WHERE ${where}`
}

function toCard({ openingHours, country, rank, ...row }: SpaceRow & { rank?: number }, now: Date): SpaceCard {
  const { state, changesAt } = openState(openingHours, row.timeZone, now, { ...row, country })
  return {
    ...row,
    slug: slugify(row.name),
    openState: { state, changesAt: changesAt?.toISOString() ?? null },
  }
}
