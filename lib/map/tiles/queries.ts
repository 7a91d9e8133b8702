import { db } from '@/lib/db'
import type { EventKind } from '@/lib/events/kinds/terms'
import { aroundView } from '@/lib/geo/bbox'
import { type Tile, tileBBox, tilesOf } from '@/lib/geo/tiles'
import type { BBox } from '@/lib/geo/types'
import { shared } from '@/lib/http/answers/rules'
import { problem } from '@/lib/http/problems/rules'
import { paramsOf, readFilters, toSearch } from '@/lib/map/address/rules'
import { soughtOnce, soughtPeople, soughtSpaces } from '@/lib/map/filters/queries'
import { mapMemory, tileFromMemory } from '@/lib/map/memory/queries'
import { columns, type PointColumns } from '@/lib/map/queries'
import type { Filters, Layer, View } from '@/lib/map/terms'
import { wireOf } from '@/lib/map/wire/rules'
import type { SentTiles } from '@/lib/map/wire/schema'
import { STEP } from '@/lib/map/wire/terms'
import { workingSoon } from '@/lib/presence/queries'
import { staleSpaces } from '@/lib/spaces/freshness/queries'
import type { SpaceKind } from '@/lib/spaces/schema'
import { wishAreas } from '@/lib/wishes/queries'
import { Prisma } from '@/prisma/client/client'
import { type CellCount, drawn, GRID, PRECISION, type TileSource, timeZoneOf } from './rules'
import { type Area, type MapTile, type Point, tileSchema } from './schema'

type Asked = { tile: Tile; bbox: BBox; filters: Filters; where: Record<Layer, Prisma.Sql>; now: Date }

/**
 * The answer to a request for a tile, `z`, `x` and `y` as its address has them. Nothing personal: any cache may keep it,
 * and show it while it asks again.
 */
export async function tileAnswer(request: Request, params: unknown, now: Date): Promise<Response> {
  const tile = tileSchema.safeParse(params)
  if (!tile.success) {
    return problem(404, 'No such tile', tile.error.issues.map(({ message }) => message).join(' '))
  }
  const filters = readFilters(paramsOf(new URL(request.url).searchParams))
  const { tile: found, source } = await mapTile(tile.data, filters, now)
  const body = JSON.stringify(wireOf(tile.data, found))
  // Long enough for a crowd to share one answer; what somebody publishes is on every map two seconds later.
  const cached = { maxAge: 1, stale: 1 }
  const headers = { 'Server-Timing': `map;desc="${source}"` }
  return shared(request, body, { contentType: 'application/json', ...cached, headers })
}

/** CSS pixels of a map on a phone: what is in it takes four tiles at most. */
const PHONE_PANE = { width: 430, height: 430 }

/**
 * What is around the centre of a view, as much as a phone shows, to travel with the page: pins are seen before any script
 * has run, and a phone asks for no tile. None until the map is in memory: no page waits for pins.
 */
export async function tilesWithin(view: View, filters: Filters, now: Date): Promise<SentTiles> {
  const memory = mapMemory()
  const around = memory ? tilesOf(aroundView(view, PHONE_PANE), Math.max(0, view.zoom - STEP)) : []
  const tiles = around.map(async (tile) => {
    const { tile: found } = await mapTile(tile, filters, now)
    return { tile, wire: wireOf(tile, found) }
  })
  return { filters: toSearch(null, filters), tiles: await Promise.all(tiles) }
}

/** What the map draws in one tile under the filters: from memory, or from the database until that was read. */
export async function mapTile(tile: Tile, filters: Filters, now: Date) {
  const memory = mapMemory()
  return memory
    ? { tile: await tileFromMemory(memory, tile, filters, now), source: 'memory' }
    : { tile: await tileFromDatabase(tile, filters, now), source: 'database' }
}

/** The same, from the database. */
export async function tileFromDatabase(tile: Tile, filters: Filters, now: Date): Promise<MapTile> {
  const bbox = tileBBox(tile)
  const sought = { bbox, filters, now, timeZone: timeZoneOf(tile) }
  const where = {
    spaces: await soughtSpaces(sought),
    events: soughtOnce(sought),
    people: soughtPeople(bbox),
  }
  const asked = { tile, bbox, filters, where, now }
  const source: TileSource = {
    counts: (layer) => countsOf(layer, asked),
    points: (limit, cells) => pointsOf(asked, limit, cells),
    areas: () => areasOf(asked),
    wishes: () => wishAreas(bbox, now),
  }
  // Who would come asks for outings: they go where outings are shown.
  return drawn(source, tile, filters.show.includes('events'))
}

/** SQL: column and row of the grid that a position lies in, from the tile's north-west (Web Mercator). */
function cellOf({ lat, lng }: PointColumns, { z, x, y }: Tile) {
  const side = 2 ** z
  // The 180th meridian ends the last tile: there is none east of it to take it.
  const last = x === side - 1 ? GRID - 1 : GRID
  return {
    gx: Prisma.sql`least(floor(((${lng} + 180) / 360 * ${side}::float8 - ${x}::float8) * ${GRID}::float8), ${last}::int)::int`,
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
    SELECT gx, gy, count(*)::int AS count, sum(floor(lat * ${PRECISION}::float8 + 0.5)) AS lat,
      sum(floor(lng * ${PRECISION}::float8 + 0.5)) AS lng
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
  return rows.map((row) => ({ ...row, type: 'space' }))
}

type EventRow = {
  id: string
  kind: EventKind
  lat: number
  lng: number
  title: string
  startsAt: Date
  timeZone: string
}

async function eventPoints({ tile, where }: Asked, limit: number, cells?: string[]): Promise<Point[]> {
  const rows = await db.$queryRaw<EventRow[]>`
    SELECT id, kind::text AS kind, lat, lng, title, starts_at AS "startsAt",
      time_zone AS "timeZone" FROM events
    WHERE ${where.events} AND ${inCells(columns.events, tile, cells)} ORDER BY starts_at, id LIMIT ${limit}`
  return rows.map(({ startsAt, ...row }) => ({ ...row, type: 'event', startsAt: startsAt.toISOString() }))
}

async function areasOf({ tile, filters, where }: Asked): Promise<Area[]> {
  if (!filters.show.includes('people')) return []
  return db.$queryRaw<Area[]>`
    SELECT cell_lat AS lat, cell_lng AS lng, count(*)::int AS count, min(area) AS area FROM freelancers
    WHERE ${where.people} AND ${inCells(columns.freelancers, tile, undefined)}
    GROUP BY cell_lat, cell_lng ORDER BY cell_lat, cell_lng`
}
