import { setImmediate as breath } from 'node:timers/promises'
import { EVENT_KINDS } from '@/lib/events/kinds/terms'
import { MAX_ZOOM, type Tile, tilesOf } from '@/lib/geo/tiles'
import type { BBox } from '@/lib/geo/types'
import { type Columns, has } from '@/lib/map/columns/rules'
import { CELL_AT, firstNotBelow, stretchOf } from '@/lib/map/order/rules'
import type { Filters, Layer } from '@/lib/map/terms'
import { type CellCount, drawn, PRECISION, type TileSource, timeZoneOf } from '@/lib/map/tiles/rules'
import type { Area, MapTile, Point, Wished } from '@/lib/map/tiles/schema'
import { staleBefore } from '@/lib/spaces/freshness/rules'
import { SPACE_KINDS } from '@/lib/spaces/terms'
import { freshSince } from '@/lib/wishes/rules'
import { cellsOf, isSooner, rowsIn, type Tally, tallyEvents, tallySpaces } from './rules'
import { type MapMemory, spaceBit } from './schema'

// Kept on globalThis: the start fills it, and the built site, which has its own copy of this module, reads it.
const shared: { cafetiereMap?: MapMemory | undefined } = globalThis as never

/** Puts what a map shows in every tile's reach; null: tiles are the database's to answer again. */
export function keepInReach(memory: MapMemory | null): void {
  shared.cafetiereMap = memory ?? undefined
}

/** What a map shows, once it was read. */
export const mapMemory = (): MapMemory | null => shared.cafetiereMap ?? null

/**
 * How many outings stand in a box or just beside it, and how many there are, those that are over lately included; null
 * until they are in memory.
 */
export function outingsAround(bbox: BBox): { here: number; all: number } | null {
  const events = mapMemory()?.events
  if (!events) return null
  const { key, sorted } = events
  const below = (at: number) => firstNotBelow(key, at, sorted)
  const counts = tilesOf(bbox, fineZoom(bbox)).map((tile) => {
    const { from, to } = stretchOf(tile)
    return below(to) - below(from)
  })
  return { here: counts.reduce((sum, count) => sum + count, 0), all: sorted }
}

/** The zoom of tiles a quarter as wide as a box, or less. */
function fineZoom({ west, south, east, north }: BBox): number {
  const side = Math.max((east - west + 360) % 360, north - south)
  return Math.min(MAX_ZOOM, Math.ceil(Math.log2(360 / side)) + 2)
}

type Asked = { memory: MapMemory; tile: Tile; filters: Filters; now: Date; timeZone: string }

/** What the map draws in one tile under the filters, from memory: the same as from the database. */
export async function tileFromMemory(
  memory: MapMemory,
  tile: Tile,
  filters: Filters,
  now: Date,
): Promise<MapTile> {
  const asked = { memory, tile, filters, now, timeZone: timeZoneOf(tile) }
  const shows = (layer: Layer) => filters.show.includes(layer)
  const spaces = shows('spaces') ? await spacesIn(asked) : null
  const events = shows('events') ? eventsIn(asked) : null
  const source: TileSource = {
    counts: async (layer) => {
      if (layer === 'people') return shows('people') ? peopleIn(asked) : []
      const tally = layer === 'spaces' ? spaces : events
      return tally ? cellsOf(tally) : []
    },
    points: async (limit, cells) => {
      const outings = events ? eventPoints(asked, rowsIn(events, cells)) : []
      const places = spaces ? spacePoints(asked, rowsIn(spaces, cells)) : []
      return [...outings, ...places].slice(0, limit)
    },
    areas: async () => (shows('people') ? areasIn(asked) : []),
    wishes: async () => wishesIn(asked),
  }
  return drawn(source, tile, shows('events'))
}

/** From so many rows on an answer is kept for whoever asks the same before anything changes. */
const MANY = 5000
const KEPT = 500
const MINUTE = 60_000
/** Milliseconds of a day (UTC). */
const DAY = 86_400_000

type Kept = { version: number; until: number; tally: Tally }
const kept = new WeakMap<Columns, Map<string, Kept>>()

function remembered({ tile, filters, now, timeZone }: Asked, columns: Columns) {
  const { from, to } = stretchOf(tile)
  const [first, last] = [from, to].map((key) => firstNotBelow(columns.key, key, columns.sorted)) as [
    number,
    number,
  ]
  const answers = kept.get(columns) ?? new Map<string, Kept>()
  kept.set(columns, answers)
  const minute = Math.floor(now.getTime() / MINUTE)
  const key = JSON.stringify([tile, filters, timeZone, minute])
  const known = answers.get(key)
  const { version } = columns
  return {
    tally: known && known.version === version && now.getTime() < known.until ? known.tally : null,
    keep(tally: Tally, until: number): Tally {
      if (last - first < MANY || version !== columns.version) return tally
      const oldest = answers.keys().next().value
      if (answers.size >= KEPT && oldest !== undefined) answers.delete(oldest)
      answers.delete(key)
      answers.set(key, { version, until, tally })
      return tally
    },
  }
}

async function spacesIn(asked: Asked): Promise<Tally> {
  const { memory, tile, filters, now } = asked
  const question = memory.opening.ask(filters, now)
  for (;;) {
    const { tally: known, keep } = remembered(asked, memory.spaces)
    if (known) return known
    const { tally, unread } = tallySpaces(memory.spaces, tile, filters, question)
    if (unread.size === 0) return keep(tally, Number.POSITIVE_INFINITY)
    await question?.read(unread, () => breath())
  }
}

function eventsIn(asked: Asked): Tally {
  const { memory, tile, filters, now, timeZone } = asked
  const { tally: known, keep } = remembered(asked, memory.events)
  if (known) return known
  const { tally, until } = tallyEvents(memory.events, tile, filters, now, timeZone)
  return keep(tally, until)
}

function spacePoints({ memory: { spaces, working }, now }: Asked, rows: number[]): Point[] {
  const { checked } = spaces.whole as Record<'checked', Int32Array>
  const old = staleBefore(now).getTime() / DAY
  const points = rows.map((row): Point => {
    const id = spaces.idOf(row)
    return {
      ...{ type: 'space', id, kind: kindOf(spaces, row, SPACE_KINDS), title: spaces.titleOf(row) },
      ...{ ...positionOf(spaces, row), working: workingSoon(working.get(id), now) },
      ...{ trial: has(spaces, row, spaceBit('trial')), stale: (checked[row] as number) < old },
    }
  })
  return points.sort((a, b) => (a.id < b.id ? -1 : 1))
}

function eventPoints({ memory: { events, zones } }: Asked, rows: number[]): Point[] {
  const { starts } = events.wide as Record<'starts', Float64Array>
  const { zone } = events.whole as Record<'zone', Int32Array>
  return rows
    .toSorted((a, b) => (isSooner(events, a, b) ? -1 : 1))
    .map((row) => ({
      ...{ type: 'event', id: events.idOf(row), kind: kindOf(events, row, EVENT_KINDS) },
      ...{ title: events.titleOf(row), ...positionOf(events, row) },
      startsAt: new Date(starts[row] as number).toISOString(),
      timeZone: zones.textOf(zone[row] as number),
    }))
}

const kindOf = <Kind>(columns: Columns, row: number, kinds: readonly Kind[]): Kind =>
  kinds.find((_, bit) => has(columns, row, 1 << bit)) as Kind

const positionOf = ({ lat, lng }: Columns, row: number) => ({
  lat: (lat[row] as number) / PRECISION,
  lng: (lng[row] as number) / PRECISION,
})

/** How many said that they are there in the next half-day in which anybody is: as lib/presence counts it. */
function workingSoon(ends: number[] = [], now: Date): number {
  const soon = ends.filter((end) => end > now.getTime())
  const first = Math.min(...soon)
  return soon.filter((end) => end === first).length
}

function peopleIn({ memory, tile }: Asked): CellCount[] {
  const { from, to, cell: length } = stretchOf(tile)
  const counts = new Map<number, CellCount>()
  for (const [key, { lat, lng, count }] of memory.people.within(from, to)) {
    const cell = Math.floor((key - from) / length)
    const known = counts.get(cell) ?? {
      ...(CELL_AT[cell] as { gx: number; gy: number }),
      count: 0,
      lat: 0,
      lng: 0,
    }
    counts.set(cell, {
      ...known,
      count: known.count + count,
      lat: known.lat + count * Math.floor(lat * PRECISION + 0.5),
      lng: known.lng + count * Math.floor(lng * PRECISION + 0.5),
    })
  }
  return [...counts.values()]
}

function areasIn({ memory, tile }: Asked): Area[] {
  const { from, to } = stretchOf(tile)
  return Array.from(memory.people.within(from, to), ([, people]) => people).sort(byPosition)
}

function wishesIn({ memory, tile, now }: Asked): Wished[] {
  const { from, to } = stretchOf(tile)
  const since = freshSince(now).getTime()
  return Array.from(memory.wishes.within(from, to), ([, { lat, lng, wishedAt }]) => ({
    ...{ lat, lng },
    count: wishedAt.filter((at) => at > since).length,
  }))
    .filter(({ count }) => count > 0)
    .sort(byPosition)
}

const byPosition = (a: { lat: number; lng: number }, b: { lat: number; lng: number }) =>
  a.lat - b.lat || a.lng - b.lng
