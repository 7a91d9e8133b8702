import { mercatorY } from '@/lib/geo/bbox'
import type { LatLng } from '@/lib/geo/types'
import type { Area, Cluster, MapTile, Point, Wished } from '@/lib/map/tiles/schema'

/** Something to draw: where, what, and a name that stays the same from one drawing to the next. */
export type Mark = LatLng & { key: string } & (
    | { type: 'point'; point: Point; ref: string; shift: number }
    | { type: 'cluster'; cluster: Cluster }
    | { type: 'area'; area: Area }
    | { type: 'wish'; wish: Wished }
  )

/** CSS pixels between pins that stand on the very same spot. */
const SHIFT = 34

/** What the tiles hold, each thing once. Pins on one spot (an event and the place it is at) stand side by side. */
export function marksOf(tiles: MapTile[], zoom: number): Mark[] {
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
  const together = merged(
    tiles.flatMap(({ clusters }) => clusters),
    zoom,
  )
  const clusters: Mark[] = together.map((cluster) => ({
    type: 'cluster',
    key: spotKey('cluster', cluster),
    cluster,
    ...at(cluster),
  }))
  const areas: Mark[] = tiles.flatMap(({ areas }) =>
    areas.map((area) => ({ type: 'area', key: spotKey('area', area), area, ...at(area) })),
  )
  const wishes: Mark[] = tiles.flatMap(({ wishes }) =>
    wishes.map((wish) => ({ type: 'wish', key: spotKey('wish', wish), wish, ...at(wish) })),
  )
  return [...wishes, ...areas, ...clusters, ...pins]
}

/** CSS pixels that clusters keep from each other: they are 44 wide. */
const APART = 40
const TILE = 256

/** Clusters of neighbouring cells that would be drawn one over the other, as one at their mean. */
function merged(clusters: Cluster[], zoom: number): Cluster[] {
  const world = TILE * 2 ** zoom
  const kept: Cluster[] = []
  for (const cluster of clusters.toSorted((a, b) => b.count - a.count)) {
    const near = kept.findIndex((other) => {
      const x = ((other.lng - cluster.lng) / 360) * world
      const y = (mercatorY(other.lat) - mercatorY(cluster.lat)) * world
      return Math.hypot(x, y) < APART
    })
    const other = kept[near]
    if (other) kept[near] = sum(other, cluster)
    else kept.push(cluster)
  }
  return kept
}

function sum(a: Cluster, b: Cluster): Cluster {
  const count = a.count + b.count
  const mean = (x: number, y: number) => (x * a.count + y * b.count) / count
  return {
    lat: mean(a.lat, b.lat),
    lng: mean(a.lng, b.lng),
    count,
    mix: {
      spaces: a.mix.spaces + b.mix.spaces,
      events: a.mix.events + b.mix.events,
      people: a.mix.people + b.mix.people,
    },
  }
}

export const refOf = ({ type, id }: Point): string => `${type}:${id}`

const at = ({ lat, lng }: LatLng): LatLng => ({ lat, lng })
const spotKey = (type: string, { lat, lng, count }: LatLng & { count: number }) =>
  `${type} ${lat} ${lng} ${count}`
