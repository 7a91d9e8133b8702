import { boxes } from '@/lib/geo/bbox'
import type { BBox, LatLng } from '@/lib/geo/types'
import { Prisma } from '@/prisma/client/client'

/** Columns that hold a position, in degrees. */
export type PointColumns = { lat: Prisma.Sql; lng: Prisma.Sql }

export const columns = {
  spaces: { lat: Prisma.sql`spaces.lat`, lng: Prisma.sql`spaces.lng` },
  events: { lat: Prisma.sql`events.lat`, lng: Prisma.sql`events.lng` },
  freelancers: { lat: Prisma.sql`freelancers.cell_lat`, lng: Prisma.sql`freelancers.cell_lng` },
} satisfies Record<string, PointColumns>

/** Degrees from west to east from which on a box holds too much for an index to be worth reading. */
const WIDE = 6

export const isWide = (bbox: BBox): boolean => boxes(bbox).some(({ west, east }) => east - west > WIDE)

/**
 * SQL condition: the position lies in the box. Written as the spatial indexes are, so that they serve it; of a wide box
 * as a comparison, of which PostgreSQL knows by its statistics how many rows fulfil it, and walks by another order.
 */
export function inBox(at: PointColumns, bbox: BBox): Prisma.Sql {
  if (isWide(bbox)) return within(at, bbox)
  return Prisma.sql`(${Prisma.join(
    boxes(bbox).map((box) => inOne(at, boxOf(box))),
    ' OR ',
  )})`
}

/** SQL condition: the position lies in a box that is an SQL expression. */
export const inOne = ({ lat, lng }: PointColumns, box: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`point(${lng}, ${lat}) OPERATOR(pg_catalog.<@) ${box}`

/** SQL expression: a box that does not span the antimeridian. */
export const boxOf = ({ west, south, east, north }: BBox): Prisma.Sql =>
  Prisma.sql`box(point(${west}::float8, ${south}::float8), point(${east}::float8, ${north}::float8))`

/** SQL condition: the same, for rows that something else leads to. No spatial index is read for it. */
export function within({ lat, lng }: PointColumns, bbox: BBox): Prisma.Sql {
  const inside = boxes(bbox).map(
    ({ west, south, east, north }) =>
      Prisma.sql`(${lat} BETWEEN ${south}::float8 AND ${north}::float8 AND ${lng} BETWEEN ${west}::float8 AND ${east}::float8)`,
  )
  return Prisma.sql`(${Prisma.join(inside, ' OR ')})`
}

/**
 * SQL expression: metres from `from` on the sphere (haversine, radius 6,371,008.8 m, as `lib/geo/distance`).
 * `point <-> point` measures in degrees, in which a step east counts as much as a step north: in Nice it ranks
 * what lies 1 km east behind what lies 1.3 km north. NULL without a position, said outright: `least` passes over NULL.
 */
export function metresFrom({ lat, lng }: PointColumns, from: LatLng | PointColumns): Prisma.Sql {
  return Prisma.sql`CASE WHEN ${lat} IS NOT NULL THEN 2 * 6371008.8 * asin(sqrt(least(1, sind((${lat} - ${from.lat}::float8) / 2) ^ 2
    + cosd(${lat}) * cosd(${from.lat}::float8) * sind((${lng} - ${from.lng}::float8) / 2) ^ 2))) END`
}

/** All of the conditions. */
export function every(conditions: Prisma.Sql[]): Prisma.Sql {
  return conditions.length === 0 ? Prisma.sql`true` : Prisma.join(conditions, ' AND ')
}
