import { latitudeOf } from '@/lib/geo/bbox'
import { type Tile, tileBBox } from '@/lib/geo/tiles'
import { timeZoneAt } from '@/lib/geo/zone'
import type { Layer } from '@/lib/map/terms'
import type { Area, Cluster, MapTile, Point, Wished } from './schema'

/** A tile is drawn 512 CSS pixels wide. Things are counted in a grid of so many cells a side: 64 pixels each. */
export const GRID = 8
/** From this zoom on things are drawn one by one where there is room. */
export const POINTS_ZOOM = 13
/** From this zoom on freelancers are counted by their own cell where there is room; else with all else in clusters. */
export const AREAS_ZOOM = 12
/** From this zoom on the cell of a wish (5 km) is wide enough to be drawn: some 25 pixels. */
export const WISHES_ZOOM = 8

/**
 * Clusters, or things one by one, of a tile; and cells of people and of wishes together. A phone's six tiles then hold
 * 120 at most, some 25 of them in sight, and weigh less than 5 kB.
 */
export const MARKS = 16
const CELLS = 4
/** At the last zoom (a tile is some 100 metres wide) a crowd cannot be told apart by going closer: it is drawn. */
const CROWD_ZOOM = 18
const CROWD = 60

/** One layer's things in one cell of the grid. Positions are sums, in ten-millionths of a degree: exact in any order. */
export type CellCount = { gx: number; gy: number; count: number; lat: number; lng: number }

/** Whoever knows what is in one tile under the filters: the database, or the memory. */
export type TileSource = {
  /** What of a layer lies in each cell; nothing when the layer is not shown. */
  counts(layer: Layer): Promise<CellCount[]>
  /** Spaces and events one by one, events first, at most `limit`; with `cells` ("gx gy"), only those in them. */
  points(limit: number, cells?: string[]): Promise<Point[]>
  /** Freelancers by their own cells. */
  areas(): Promise<Area[]>
  wishes(): Promise<Wished[]>
}

/** The zone in which days are meant in a tile: that of its middle. */
export function timeZoneOf(tile: Tile): string {
  const { west, south, east, north } = tileBBox(tile)
  return timeZoneAt({ lat: (south + north) / 2, lng: (west + east) / 2 })
}

/** How many things one by one a tile has room for. */
export const roomAt = (z: number): number => (z >= CROWD_ZOOM ? CROWD : MARKS)

/**
 * What the map draws of a tile: one by one where there is room, else counted in a grid, which is coarse where a fine
 * one would have too many marks. A thing alone in its cell is drawn as itself at every zoom.
 */
export async function drawn(source: TileSource, tile: Tile, withWishes: boolean): Promise<MapTile> {
  const { z } = tile
  const [all, wishes, cells] = await Promise.all([
    z >= POINTS_ZOOM ? source.points(roomAt(z) + 1) : null,
    withWishes && z >= WISHES_ZOOM ? source.wishes() : [],
    z >= AREAS_ZOOM ? source.areas() : null,
  ])
  const wished = thinned(wishes, tile)
  const apart = cells !== null && cells.length + wished.length <= CELLS
  const people = apart ? [] : await source.counts('people')
  const apartFrom = { areas: apart ? cells : [], wishes: wished }
  if (all && all.length <= roomAt(z))
    return {
      ...apartFrom,
      points: all,
      clusters: gathered({ spaces: [], events: [], people }).map(clusterOf),
    }
  const [spaces, events] = await Promise.all([source.counts('spaces'), source.counts('events')])
  const found = gathered({ spaces, events, people })
  const alone = found.filter(isAlone).map(({ cell }) => cell)
  const points = alone.length > 0 ? await source.points(alone.length, alone) : []
  const clusters = found.filter((one) => !isAlone(one)).map(clusterOf)
  return { ...apartFrom, points, clusters }
}

/** `cell` is the fine cell ("gx gy") of what came last: that of the thing, where it is alone. */
type Gathered = CellCount & { cell: string; mix: Cluster['mix'] }

const isAlone = ({ count, mix }: Gathered) => count === 1 && mix.people === 0

/** The layers' counts brought together, in cells of 64 pixels, or of 128 where there would be too many marks. */
export function gathered(layers: Record<keyof Cluster['mix'], CellCount[]>): Gathered[] {
  const fine = inCells(layers, 1)
  return fine.length <= MARKS ? fine : inCells(layers, 2)
}

function inCells(layers: Record<keyof Cluster['mix'], CellCount[]>, step: number): Gathered[] {
  const cells = new Map<string, Gathered>()
  for (const layer of ['spaces', 'events', 'people'] as const) {
    for (const { gx, gy, count, lat, lng } of layers[layer]) {
      const [x, y] = [Math.floor(gx / step), Math.floor(gy / step)]
      const known = cells.get(`${x} ${y}`) ?? nothingIn(x, y)
      cells.set(`${x} ${y}`, {
        ...{ gx: x, gy: y, cell: `${gx} ${gy}` },
        ...{ count: known.count + count, lat: known.lat + lat, lng: known.lng + lng },
        mix: { ...known.mix, [layer]: known.mix[layer] + count },
      })
    }
  }
  return [...cells.values()].sort((a, b) => a.gy - b.gy || a.gx - b.gx)
}

const nothingIn = (gx: number, gy: number): Gathered => ({
  ...{ gx, gy, cell: '', count: 0, lat: 0, lng: 0 },
  mix: { spaces: 0, events: 0, people: 0 },
})

/** Ten-millionths of a degree in a degree. */
export const PRECISION = 1e7

const clusterOf = ({ count, lat, lng, mix }: Gathered): Cluster => ({
  lat: Math.round(lat / count) / PRECISION,
  lng: Math.round(lng / count) / PRECISION,
  ...{ count, mix },
})

/** Cells of wishes one by one where there is room, else each quarter's together, at their mean. */
function thinned(wishes: Wished[], { z, x, y }: Tile): Wished[] {
  if (wishes.length <= CELLS) return wishes
  const [middle, meridian] = [latitudeOf((y + 0.5) / 2 ** z), ((x + 0.5) / 2 ** z) * 360 - 180]
  const quarters = Map.groupBy(wishes, ({ lat, lng }) => `${lat < middle} ${lng < meridian}`)
  return [...quarters.values()].map((some) => {
    const count = some.reduce((sum, wish) => sum + wish.count, 0)
    const mean = (of: (wish: Wished) => number) =>
      some.reduce((sum, wish) => sum + of(wish) * wish.count, 0) / count
    return { lat: mean(({ lat }) => lat), lng: mean(({ lng }) => lng), count }
  })
}
