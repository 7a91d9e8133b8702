import type { LatLng } from '@/lib/geo/types'
import type { Area, Cluster, MapTile, Point } from '@/lib/map/tiles/schema'

/** Something to draw: where, what, and a name that stays the same from one drawing to the next. */
export type Mark = LatLng & { key: string } & (
    | { type: 'point'; point: Point; ref: string; shift: number }
    | { type: 'cluster'; cluster: Cluster }
    | { type: 'area'; area: Area }
  )

/** CSS pixels between pins that stand on the very same spot. */
const SHIFT = 34

/** What the tiles hold, each thing once. Pins on one spot (an event and the place it is at) stand side by side. */
export function marksOf(tiles: MapTile[]): Mark[] {
  const points = new Map(tiles.flatMap(({ points }) => points.map((point) => [refOf(point), point])))
  const spots = Map.groupBy(points, ([, { lat, lng }]) => `${lat.toFixed(5)} ${lng.toFixed(5)}`)
  const pins: Mark[] = [...spots.values()].flatMap((together) =>
    together.map(([ref, point], index) => ({
      type: 'point',
      key: ref,
      ref,
      point,
      lat: point.lat,
      lng: point.lng,
      shift: (index - (together.length - 1) / 2) * SHIFT,
    })),
  )
  const clusters: Mark[] = tiles.flatMap(({ clusters }) =>
    clusters.map((cluster) => ({
      type: 'cluster',
      key: spotKey('cluster', cluster),
      cluster,
      ...at(cluster),
    })),
  )
  const areas: Mark[] = tiles.flatMap(({ areas }) =>
    areas.map((area) => ({ type: 'area', key: spotKey('area', area), area, ...at(area) })),
  )
  return [...areas, ...clusters, ...pins]
}

export const refOf = ({ type, id }: Point): string => `${type}:${id}`

const at = ({ lat, lng }: LatLng): LatLng => ({ lat, lng })
const spotKey = (type: string, { lat, lng, count }: LatLng & { count: number }) =>
  `${type} ${lat} ${lng} ${count}`
