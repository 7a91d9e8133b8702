import { distance } from '@/lib/geo/distance'
import type { LatLng } from '@/lib/geo/types'
import type { SpaceKind } from '@/lib/spaces/schema'

/** Where one sits and talks. Metres that a kind of place is put further off than it is; kinds left out are never proposed. */
const DETOUR: Partial<Record<SpaceKind, number>> = {
  cafe: 0,
  third_place: 500,
  coworking: 1000,
  library: 3000,
}

export const COFFEE_PLACES = Object.keys(DETOUR) as SpaceKind[]

/** Metres. A home is known to a cell of about 1 km. */
const SLACK = 1000
/** What not knowing the hours weighs, metres. */
const UNSURE = 5000

/** Somebody who would come: the centre of their cell, and how far they go. */
export interface Comer extends LatLng {
  reachKm: number
}

/** A place, and when of the times asked about it is open for as long as it takes. */
export interface Venue extends LatLng {
  id: string
  kind: SpaceKind
  /** By the number of the time asked about; null where nobody knows. */
  open: (boolean | null)[]
}

export interface Chosen {
  id: string
  /** Numbers of the times at which it is open, or may be. */
  times: number[]
}

/**
 * The fairest place for these people: within everybody's reach, open (as far as known) at one of the times at least,
 * with the shortest way for whoever has the longest. Metres as the crow flies; a place of unknown hours, or where one
 * talks less freely, counts as further off. Null when there is none.
 */
export function choosePlace(comers: Comer[], venues: Venue[]): Chosen | null {
  const fit = venues.flatMap((venue) => {
    const detour = DETOUR[venue.kind]
    const ways = comers.map((comer) => distance(comer, venue))
    if (detour === undefined || ways.some((way, i) => way > (comers[i]?.reachKm ?? 0) * 1000 + SLACK))
      return []
    const known = venue.open.flatMap((open, i) => (open === true ? [i] : []))
    const unsure = venue.open.every((open) => open === null)
    const times = unsure ? venue.open.map((_, i) => i) : known
    if (times.length === 0) return []
    const total = ways.reduce((sum, way) => sum + way, 0)
    return [{ id: venue.id, times, cost: Math.max(...ways) + total / 100 + detour + (unsure ? UNSURE : 0) }]
  })
  const [best] = fit.sort(
    (a, b) =>
      Math.min(3, b.times.length) - Math.min(3, a.times.length) || a.cost - b.cost || (a.id < b.id ? -1 : 1),
  )
  return best ? { id: best.id, times: best.times } : null
}
