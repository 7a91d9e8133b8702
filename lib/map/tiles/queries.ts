import { db } from '@/lib/db'
import type { EventKind } from '@/lib/events/kinds/schema'
import { type Tile, tileBBox } from '@/lib/geo/tiles'
import type { BBox } from '@/lib/geo/types'
import { timeZoneAt } from '@/lib/geo/zone'
import { soughtOnce, soughtPeople, soughtSpaces } from '@/lib/map/filters/queries'
import { columns, type PointColumns } from '@/lib/map/queries'
import type { Filters, Layer } from '@/lib/map/schema'
import { workingSoon } from '@/lib/presence/queries'
import { slugify } from '@/lib/slug'
import { staleSpaces } from '@/lib/spaces/freshness/queries'
import type { SpaceKind } from '@/lib/spaces/schema'
import { wishAreas } from '@/lib/wishes/queries'
import { Prisma } from '@/prisma/client/client'
import { AREAS_ZOOM, type CellCount, clustersOf, GRID, POINTS, POINTS_ZOOM, WISHES_ZOOM } from './rules'
import type { Area, MapTile, Point } from './schema'

type Asked = { tile: Tile; bbox: BBox; filters: Filters; where: Record<Layer, Prisma.Sql>; now: Date }

/**
 * What the map draws in one tile under the filters, from the database: one by one where there is room, else counted
 * in a grid. A thing alone in its cell is drawn as itself at every zoom.
 */
export async function mapTile(tile: Tile, filters: Filters, now: Date): Promise<MapTile> {
  const bbox = tileBBox(tile)
  const timeZone = timeZoneAt({ lat: (bbox.south + bbox.north) / 2, lng: (bbox.west + bbox.east) / 2 })
  const sought = { bbox, filters, now, timeZone }
  const where = {
    spaces: await soughtSpaces(sought),
    events: soughtOnce(sought),
    people: soughtPeople(bbox),
  }
  const asked = { tile, bbox, filters, where, now }
  // Who would come asks for outings: they go where outings are shown.
  const drawn = tile.z >= WISHES_ZOOM && filters.show.includes('events')
  const [marks, wishes] = await Promise.all([marksOf(asked), drawn ? wishAreas(bbox, now) : []])
  return { version: 2, ...marks, wishes }
}

type Marks = Pick<MapTile, 'clusters' | 'points' | 'areas'>

async function marksOf(asked: Asked): Promise<Marks> {
  if (asked.tile.z >= POINTS_ZOOM) {
    const points = await pointsOf(asked, POINTS + 1)
    if (points.length <= POINTS) return { clusters: [], points, areas: await areasOf(asked) }
  }
  return clustered(asked)
}

async function clustered(asked: Asked): Promise<Marks> {
  const byCell = asked.tile.z < AREAS_ZOOM
  const [spaces, events, people, areas] = await Promise.all([
    countsOf('spaces', asked),
    countsOf('events', asked),
    byCell ? countsOf('people', asked) : [],
    byCell ? [] : areasOf(asked),
  ])
  const cells = clustersOf({ spaces, events, people })
  const alone = cells.filter(({ count, mix }) => count === 1 && mix.people === 0).map(({ cell }) => cell)
  const points = alone.length > 0 ? await pointsOf(asked, alone.length, alone) : []
  const clusters = cells.filter(({ cell }) => !alone.includes(cell)).map(({ cell: _, ...cluster }) => cluster)
  return { clusters, points, areas }
}

/** SQL: column and row of the grid that a position lies in, from the tile's north-west (Web Mercator). */
function cellOf({ lat, lng }: PointColumns, { z, x, y }: Tile) {
  const side = 2 ** z
  return {
    gx: Prisma.sql`floor(((${lng} + 180) / 360 * ${side}::float8 - ${x}::float8) * ${GRID}::float8)::int`,
    gy: Prisma.sql`floor(((0.5 - ln((1 + sind(${lat})) / (1 - sind(${lat}))) / (4 * pi())) * ${side}::float8
      - ${y}::float8) * ${GRID}::float8)::int`,
  }
}

const tables = {
  spaces: { from: Prisma.sql`spaces`, columns: columns.spaces },
  events: { from: Prisma.sql`events`, columns: columns.events },
  people: { from: Prisma.sql`freelancers`, columns: columns.freelancers },
}

async function countsOf(layer: Layer, { tile, filters, where }: Asked): Promise<CellCount[]> {
  if (!filters.show.includes(layer)) return []
  const { from, columns } = tables[layer]
  const { gx, gy } = cellOf(columns, tile)
  // A position on the edge of two tiles belongs to one of them: the cells beyond the last are the neighbour's.
  return db.$queryRaw<CellCount[]>`
    SELECT gx, gy, count(*)::int AS count, avg(lat) AS lat, avg(lng) AS lng
    FROM (SELECT ${gx} AS gx, ${gy} AS gy, ${columns.lat} AS lat, ${columns.lng} AS lng FROM ${from}
      WHERE ${where[layer]}) AS found
    WHERE gx BETWEEN 0 AND ${GRID - 1} AND gy BETWEEN 0 AND ${GRID - 1}
    GROUP BY gx, gy ORDER BY gy, gx`
}

/** Spaces and events one by one, at most `limit`; with `cells`, only those in these cells of the grid. */
async function pointsOf(asked: Asked, limit: number, cells?: string[]): Promise<Point[]> {
  const [spaces, events] = await Promise.all([
    asked.filters.show.includes('spaces') ? spacePoints(asked, limit, cells) : [],
    asked.filters.show.includes('events') ? eventPoints(asked, limit, cells) : [],
  ])
  return [...events, ...spaces].slice(0, limit)
}

function inCells(columns: PointColumns, tile: Tile, cells: string[] | undefined): Prisma.Sql {
  const { gx, gy } = cellOf(columns, tile)
  if (cells) return Prisma.sql`${gx} || ' ' || ${gy} = ANY(${cells})`
  return Prisma.sql`${gx} BETWEEN 0 AND ${GRID - 1} AND ${gy} BETWEEN 0 AND ${GRID - 1}`
}

type SpaceRow = {
  id: string
  kind: SpaceKind
  lat: number
  lng: number
  title: string
  working: number
  trial: boolean
  stale: boolean
}

async function spacePoints({ tile, where, now }: Asked, limit: number, cells?: string[]): Promise<Point[]> {
  const rows = await db.$queryRaw<SpaceRow[]>`
    SELECT id, kind::text AS kind, lat, lng, name AS title, ${workingSoon(now)} AS working,
      trial_day AS trial, ${staleSpaces(now)} AS stale FROM spaces
    WHERE ${where.spaces} AND ${inCells(columns.spaces, tile, cells)} ORDER BY id LIMIT ${limit}`
  return rows.map((row) => ({ ...row, type: 'space', slug: slugify(row.title) }))
}

type EventRow = {
  id: string
  kind: EventKind
  lat: number
  lng: number
  title: string
  startsAt: Date
  endsAt: Date
  timeZone: string
}

async function eventPoints({ tile, where }: Asked, limit: number, cells?: string[]): Promise<Point[]> {
  const rows = await db.$queryRaw<EventRow[]>`
    SELECT id, kind::text AS kind, lat, lng, title, starts_at AS "startsAt", ends_at AS "endsAt",
      time_zone AS "timeZone" FROM events
    WHERE ${where.events} AND ${inCells(columns.events, tile, cells)} ORDER BY starts_at, id LIMIT ${limit}`
  return rows.map(({ startsAt, endsAt, ...row }) => ({
    ...row,
    type: 'event',
    slug: slugify(row.title),
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
  }))
}

async function areasOf({ tile, filters, where }: Asked): Promise<Area[]> {
  if (!filters.show.includes('people')) return []
  return db.$queryRaw<Area[]>`
    SELECT cell_lat AS lat, cell_lng AS lng, count(*)::int AS count, min(area) AS area FROM freelancers
    WHERE ${where.people} AND ${inCells(columns.freelancers, tile, undefined)}
    GROUP BY cell_lat, cell_lng ORDER BY cell_lat, cell_lng`
}
