import { db } from '@/lib/db'
import { boxAround, boxes } from '@/lib/geo/bbox'
import { distance } from '@/lib/geo/distance'
import type { BBox, LatLng } from '@/lib/geo/types'
import type { Cursor } from '@/lib/map/cursor/schema'
import { boxOf, inOne, isWide, type PointColumns } from '@/lib/map/queries'
import { Prisma } from '@/prisma/client/client'

/** A page of a list of what is in a box, by the distance from a point. */
export type Nearest = {
  bbox: BBox
  near: LatLng
  at: PointColumns
  /**
   * SQL query: the rows that fulfil a condition, with their `id` and their `rank`: metres from the point, and more by
   * `sunk` where they come after all the others.
   */
  rows: (where: Prisma.Sql) => Prisma.Sql
  after: Cursor<number>
  sunk: number
  limit: number
}

export type Ring = { metres: number; box: BBox }

/** Metres: a page is looked for so far away, one after the other, before all of a box is read. */
const STEPS = Array.from({ length: 11 }, (_, n) => 4 ** n)

/** By so much its box is wider than a ring, to hold whatever the database takes to be within its metres. */
const ROUNDING = 1.0001

/**
 * A page of the rows that fulfil a condition, and one more where there is one: the same as of all that is in the box,
 * sorted. No more is read than the first ring in which so many are to come: what is beyond it comes after them.
 */
export async function readNearest<Row>(list: Nearest, where: Prisma.Sql): Promise<Row[]> {
  const { bbox, limit } = list
  const one = !isWide(bbox) && boxes(bbox).length === 1
  const rows = await readFirst<Row>(list, ringsOf(list), where, one ? boxOf(bbox) : null)
  return one || rows.length > limit ? rows : readAll<Row>(list, where)
}

/** The same where the condition is known to hold within a ring alone; no row where the ring does not hold as many. */
export const readRing = <Row>(list: Nearest, ring: Ring, where: Prisma.Sql): Promise<Row[]> =>
  readFirst<Row>(
    list,
    ringsOf(list).filter(({ metres }) => metres <= ring.metres),
    where,
    null,
  )

/** The same, all of the box read and sorted. */
export const readAll = <Row>({ rows, after, limit }: Nearest, where: Prisma.Sql): Promise<Row[]> =>
  db.$queryRaw<Row[]>`SELECT * FROM (${rows(where)}) AS found WHERE ${follows(after)}
    ORDER BY rank, id LIMIT ${limit + 1}`

/** The rings in which so many rows are to come, the nearest first. */
export async function ringsWith(list: Nearest, count: number, where: Prisma.Sql): Promise<Ring[]> {
  const rings = ringsOf(list)
  const [first] = await db.$queryRaw<
    { metres: number }[]
  >`SELECT metres FROM (${firstFull(list, rings, count, where)}) AS first`
  return first ? rings.filter(({ metres }) => metres >= first.metres) : []
}

/** What is in the first of the rings that is full; where none is, in the rest. */
function readFirst<Row>(list: Nearest, rings: Ring[], where: Prisma.Sql, rest: Prisma.Sql | null) {
  const first = Prisma.sql`(SELECT box FROM (${firstFull(list, rings, list.limit + 1, where)}) AS first)`
  const box = rest ? Prisma.sql`coalesce(${first}, ${rest})` : first
  return readAll<Row>(list, Prisma.sql`${where} AND ${inOne(list.at, box)}`)
}

/**
 * SQL query: `metres` and `box` of the first ring with so many rows to come, if there is one. No ring is read further
 * than that, and none after it.
 */
const firstFull = (
  { at, rows, after, sunk }: Nearest,
  rings: Ring[],
  count: number,
  where: Prisma.Sql,
) => Prisma.sql`
  SELECT metres, box FROM unnest(${rings.map(({ metres }) => metres)}::float8[],
    ${rings.map(({ box }) => corners(box))}::text[]::box[]) AS rings (metres, box)
  WHERE ${count} = (SELECT count(*) FROM (
    SELECT FROM (${rows(Prisma.sql`${where} AND ${inOne(at, Prisma.sql`rings.box`)}`)}) AS found
    WHERE ${follows(after)} AND rank <= rings.metres + ${sunk}::float8 LIMIT ${count}) AS held)
  LIMIT 1`

const follows = (after: Cursor<number>) =>
  after ? Prisma.sql`(rank, id) > (${after.after}::float8, ${after.id}::uuid)` : Prisma.sql`true`

const corners = ({ west, south, east, north }: BBox) => `(${west},${south}),(${east},${north})`

/**
 * The rings that are worth a look before all of the box, the narrowest just wider than what the pages before were in. None
 * over the 180th meridian, where it would be two boxes.
 */
function ringsOf({ bbox, near, after, sunk }: Nearest): Ring[] {
  const reach = Math.max(
    ...[bbox.south, bbox.north].flatMap((lat) =>
      [bbox.west, bbox.east].map((lng) => distance(near, { lat, lng })),
    ),
  )
  const seen = after ? after.after - sunk : 0
  return STEPS.map((step) => seen + step)
    .filter((metres) => metres < reach / 2)
    .map((metres) => ({ metres, box: boxAround(near, metres * ROUNDING) }))
    .filter(({ box }) => boxes(box).length === 1)
}
