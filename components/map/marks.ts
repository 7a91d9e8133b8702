import type { LatLng } from '@/lib/geo/types'
import type { Area, Cluster, MapTile, Point, Wished } from '@/lib/map/tiles/schema'
import { shiftsOf, spotOf } from './spread'

/** Something to draw: where, what, and a name that stays the same from one drawing to the next. */
export type Mark = LatLng & { key: string } & (
    | { type: 'point'; point: Point; ref: string; shift: number }
    | { type: 'cluster'; cluster: Cluster; shift: number }
    | { type: 'area'; area: Area }
    | { type: 'wish'; wish: Wished }
  )

/** What the tiles hold, each thing once. Pins and clusters that would cover each other stand side by side. */
export function marksOf(tiles: MapTile[], zoom: number): Mark[] {
  const points = [
    ...new Map(tiles.flatMap(({ points }) => points.map((point) => [refOf(point), point] as const))),
  ]
  const clusters = merged(
    tiles.flatMap(({ clusters }) => clusters),
    zoom,
  )
  const shifts = shiftsOf([...points.map(([, point]) => point), ...clusters], zoom)
  const pins: Mark[] = points.map(([ref, point], index) => ({
    ...{ type: 'point', key: ref, ref, point, shift: shifts[index] ?? 0 },
    ...at(point),
  }))
  const counted: Mark[] = clusters.map((cluster, index) => ({
    ...{ type: 'cluster', key: spotKey('cluster', cluster), cluster },
    ...{ shift: shifts[points.length + index] ?? 0, ...at(cluster) },
  }))
  const areas: Mark[] = tiles.flatMap(({ areas }) =>
    areas.map((area) => ({ type: 'area', key: spotKey('area', area), area, ...at(area) })),
  )
  const wishes: Mark[] = tiles.flatMap(({ wishes }) =>
    wishes.map((wish) => ({ type: 'wish', key: spotKey('wish', wish), wish, ...at(wish) })),
  )
  return [...wishes, ...areas, ...counted, ...pins]
}

/** CSS pixels that clusters keep from each other: they are 44 wide. */
const APART = 40

/** Clusters of neighbouring cells that would be drawn one over the other, as one at their mean. */
function merged(clusters: Cluster[], zoom: number): Cluster[] {
  const kept: Cluster[] = []
  for (const cluster of clusters.toSorted((a, b) => b.count - a.count)) {
    const spot = spotOf(cluster, zoom)
    const near = kept.findIndex((other) => {
      const { x, y } = spotOf(other, zoom)
      return Math.hypot(x - spot.x, y - spot.y) < APART
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
