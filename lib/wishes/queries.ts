import type { Actor } from '@/lib/accounts/schema'
import { db } from '@/lib/db'
import { boxAround } from '@/lib/geo/bbox'
import type { BBox, LatLng } from '@/lib/geo/types'
import { inBox, metresFrom, type PointColumns } from '@/lib/map/queries'
import { nearestTown, townsIn } from '@/lib/towns/queries'
import { Prisma } from '@/prisma/client/client'
import { cellText, fadesAt, freshSince, HALF_CELL, REACH, wishCell, withinReach } from './rules'
import type { WishKind } from './terms'

const columns: PointColumns = { lat: Prisma.sql`wishes.cell_lat`, lng: Prisma.sql`wishes.cell_lng` }

/** SQL condition on `wishes`: has not faded. */
const fresh = (now: Date) => Prisma.sql`wishes.wished_at > ${freshSince(now)}`

/** SQL condition on `wishes`: dropped in a cell within reach of one. */
export const inReach = (cell: LatLng): Prisma.Sql =>
  Prisma.sql`${inBox(columns, boxAround(cell, REACH))} AND ${metresFrom(columns, cell)} <= ${REACH}::float8`

/** SQL condition on `wishes`: has not faded, and may be drafted. */
export const waiting = (now: Date): Prisma.Sql => Prisma.sql`${fresh(now)} AND wishes.draft_id IS NULL
  AND (wishes.rest_until IS NULL OR wishes.rest_until <= ${now})
  AND NOT EXISTS (SELECT FROM freelancers WHERE freelancers.id = wishes.freelancer_id AND freelancers.demo)`

/** How many people would come within reach of a position. Nothing else of them is ever answered. */
export async function wishesNear(at: LatLng, now: Date): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM wishes WHERE ${fresh(now)} AND ${inReach(wishCell(at))}`
  return row?.count ?? 0
}

/** How many people would come, cell by cell. */
export type WishArea = LatLng & { count: number }

/** The cells of a box in which somebody would come. A cell on the edge of two boxes belongs to the one east and north of it. */
export async function wishAreas({ west, south, east, north }: BBox, now: Date): Promise<WishArea[]> {
  return db.$queryRaw<WishArea[]>`
    SELECT cell_lat AS lat, cell_lng AS lng, count(*)::int AS count FROM wishes
    WHERE ${fresh(now)} AND ${inBox(columns, { west, south, east, north })}
      AND cell_lng < ${east}::float8 AND cell_lat < ${north}::float8
    GROUP BY cell_lat, cell_lng ORDER BY cell_lat, cell_lng`
}

/** Somebody's own wish, with the name of its area; null without one, or once it has faded. */
export async function myWish(actor: Pick<Actor, 'id'>, now: Date) {
  const wish = await db.wish.findFirst({
    where: { freelancerId: actor.id, wishedAt: { gt: freshSince(now) } },
    select: { cellLat: true, cellLng: true, kinds: true, halfDays: true, wishedAt: true },
  })
  if (!wish) return null
  const { cellLat: lat, cellLng: lng, kinds, halfDays, wishedAt } = wish
  return {
    cell: { lat, lng },
    area: await areaOf({ lat, lng }),
    kinds: kinds as WishKind[],
    halfDays,
    fadesAt: fadesAt(wishedAt),
  }
}

export type MyWish = NonNullable<Awaited<ReturnType<typeof myWish>>>

/** The wish's cell that somebody's home area lies in; null when they keep none. */
export async function homeCell(actor: Pick<Actor, 'id'>): Promise<LatLng | null> {
  const home = await db.freelancer.findUnique({
    where: { id: actor.id },
    select: { cellLat: true, cellLng: true },
  })
  return home && home.cellLat !== null && home.cellLng !== null
    ? wishCell({ lat: home.cellLat, lng: home.cellLng })
    : null
}

/** What people call a cell: the greatest town in it, or the nearest where there is none; empty far from any. */
export async function areaOf(cell: LatLng): Promise<string> {
  const [greatest] = await townsIn(boxAround(cell, HALF_CELL), 1)
  return (greatest ?? (await nearestTown(cell)))?.name ?? ''
}

/** A cell as the form writes it, with the name of its area; both empty for none. */
export async function townedCell(cell: LatLng | null): Promise<{ cell: string; town: string }> {
  return { cell: cellText(cell), town: cell ? await areaOf(cell) : '' }
}

/** Around a place: how many would come, and whether the viewer is one of them or has said so elsewhere. */
export interface WishesHere {
  count: number
  /** The middle of the place's cell: what a tap on "I'd come" sends. */
  cell: LatLng
  mine: 'here' | 'elsewhere' | null
}

export async function wishesHere(
  at: LatLng,
  viewer: Pick<Actor, 'id'> | null,
  now: Date,
): Promise<WishesHere> {
  const cell = wishCell(at)
  const [count, own] = await Promise.all([
    wishesNear(at, now),
    viewer &&
      db.wish.findFirst({
        where: { freelancerId: viewer.id, wishedAt: { gt: freshSince(now) } },
        select: { cellLat: true, cellLng: true },
      }),
  ])
  if (!own) return { count, cell, mine: null }
  const near = withinReach(cell, { lat: own.cellLat, lng: own.cellLng })
  return { count, cell, mine: near ? 'here' : 'elsewhere' }
}
