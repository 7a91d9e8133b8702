import { latitudeOf, mercatorY } from '@/lib/geo/bbox'
import type { Tile } from '@/lib/geo/tiles'
import type { LatLng } from '@/lib/geo/types'
import type { MapTile, Point } from '@/lib/map/tiles/schema'
import type { Wire } from './schema'
import { EXTENT, VERSION } from './terms'

const MINUTE = 60_000
/** Bits of a space's last number. */
const TRIAL = 1
const STALE = 2

/** What is sent for a tile. */
export function wireOf(tile: Tile, { clusters, points, areas, wishes }: MapTile): Wire {
  const at = unitsIn(tile)
  const of = <T extends Point['type']>(type: T) =>
    points.filter((point): point is Extract<Point, { type: T }> => point.type === type)
  return {
    version: VERSION,
    clusters: clusters.map(({ mix, ...cluster }) =>
      trimmed<Wire['clusters'][number]>([...at(cluster), mix.spaces, mix.events, mix.people]),
    ),
    spaces: of('space').map(({ id, kind, title, working, trial, stale, ...space }) =>
      trimmed<Wire['spaces'][number]>([
        ...at(space),
        id,
        kind,
        title,
        working,
        (trial ? TRIAL : 0) | (stale ? STALE : 0),
      ]),
    ),
    events: of('event').map(({ id, kind, title, startsAt, timeZone, ...event }) => {
      const minutes = Math.floor(Date.parse(startsAt) / MINUTE)
      return [...at(event), id, kind, title, minutes, timeZone]
    }),
    areas: areas.map(({ count, area, ...cell }) => [...at(cell), count, area]),
    wishes: wishes.map(({ count, ...cell }) => [...at(cell), count]),
  }
}

/** What was sent, as the map draws it. Positions are true to an eighth of a pixel at the tile's own zoom. */
export function readWire(tile: Tile, wire: Wire): MapTile {
  const at = degreesIn(tile)
  return {
    clusters: wire.clusters.map(([x, y, spaces, events = 0, people = 0]) => ({
      ...at(x, y),
      count: spaces + events + people,
      mix: { spaces, events, people },
    })),
    points: [
      ...wire.events.map(([x, y, id, kind, title, minutes, timeZone]): Point => {
        const startsAt = new Date(minutes * MINUTE).toISOString()
        return { type: 'event', ...at(x, y), id, kind, title, startsAt, timeZone }
      }),
      ...wire.spaces.map(
        ([x, y, id, kind, title, working = 0, flags = 0]): Point => ({
          ...{ type: 'space', ...at(x, y), id, kind, title },
          ...{ working, trial: (flags & TRIAL) !== 0, stale: (flags & STALE) !== 0 },
        }),
      ),
    ],
    areas: wire.areas.map(([x, y, count, area]) => ({ ...at(x, y), count, area })),
    wishes: wire.wishes.map(([x, y, count]) => ({ ...at(x, y), count })),
  }
}

function unitsIn({ z, x, y }: Tile) {
  const side = 2 ** z
  const unit = (fraction: number) => Math.max(0, Math.min(EXTENT, Math.round(fraction * EXTENT)))
  return ({ lat, lng }: LatLng): [number, number] => [
    unit(((lng + 180) / 360) * side - x),
    unit(mercatorY(lat) * side - y),
  ]
}

function degreesIn({ z, x, y }: Tile) {
  const side = 2 ** z
  return (unitX: number, unitY: number): LatLng => ({
    lat: latitudeOf((y + unitY / EXTENT) / side),
    lng: ((x + unitX / EXTENT) / side) * 360 - 180,
  })
}

/** A row without the zeros at its end: a count of nothing is not sent. */
function trimmed<Row extends unknown[]>(row: unknown[]): Row {
  return row.slice(0, row.findLastIndex((value) => value !== 0) + 1) as Row
}
