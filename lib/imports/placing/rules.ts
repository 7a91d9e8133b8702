import { distance } from '@/lib/geo/distance'
import type { LatLng } from '@/lib/geo/types'
import { swapped } from '@/lib/imports/coordinates/rules'
import { flawOf, type Point } from '@/lib/imports/geometry/rules'

/** Metres between a place and its commune from which on its coordinates are somebody's mistake. */
const CONTRADICTS = 30_000

/**
 * `given`: as the source has it. `swapped`: the two numbers were in the wrong order. `commune`: the coordinates could
 * not be trusted, and it stands where its commune does.
 */
export type Placed =
  | { how: 'given' | 'swapped'; point: Point }
  | { how: 'commune'; point: Point; why: string }

/**
 * Where a place goes, by its coordinates and by the communes that its address names, the likeliest first. Null when
 * neither says anything. `doubtful` coordinates lose against any commune, however near; others only where the communes are
 * those of its postcode (`sure`): a name alone may be that of another town.
 */
export function placeOf(
  point: Point | null,
  doubtful: boolean,
  { towns, sure }: { towns: readonly LatLng[]; sure: boolean },
): Placed | null {
  const sound = point && flawOf(point) === null ? point : null
  const [first] = towns
  if (!first) return sound && !doubtful ? { how: 'given', point: sound } : null
  const near = (at: Point) => towns.some((town) => distance(at, town) <= CONTRADICTS)
  const commune = (why: string): Placed => ({
    how: 'commune',
    point: { lat: first.lat, lng: first.lng },
    why,
  })
  if (!point) return commune('it has no coordinates')
  if (doubtful) return commune('whoever looked its address up was not sure of it')
  if (sound && (!sure || near(sound))) return { how: 'given', point: sound }
  const turned = swapped(point)
  if (turned && near(turned)) return { how: 'swapped', point: turned }
  return commune('its coordinates are more than 30 km from its commune')
}
