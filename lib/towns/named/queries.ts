import { distance } from '@/lib/geo/distance'
import type { LatLng } from '@/lib/geo/types'
import { exactly } from '@/lib/towns/keys/rules'
import { lookup } from '@/lib/towns/lookup/queries'
import { nameOf, positionOf, townOf } from '@/lib/towns/lookup/rules'
import { nearestTown } from '@/lib/towns/queries'
import { readQuery, type Town } from '@/lib/towns/rules'

/** Metres from the middle of a town within which a place may say that it is there. */
const OF_TOWN = 25_000

const CEDEX = /\bcedex\b.*$/i

/**
 * The town that something belongs to which says to be in `city` and stands at `at`: the nearest of that name, else the
 * nearest of all. An arrondissement of Paris is nearer to a suburb than to the middle of Paris. Null far from any.
 */
export async function townAt(city: string, at: LatLng): Promise<Town | null> {
  const packed = await lookup()
  const name = readQuery(city.replace(CEDEX, '')).words
  const metres = (place: number) => distance(at, positionOf(packed, place))
  const [nearest] = exactly(packed.words, name)
    .filter((place) => metres(place) <= OF_TOWN && nameOf(packed, place) === name)
    .sort((a, b) => metres(a) - metres(b))
  return nearest === undefined ? nearestTown(at) : townOf(packed, nearest)
}
