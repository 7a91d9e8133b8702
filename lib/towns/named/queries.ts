import { distance } from '@/lib/geo/distance'
import type { LatLng } from '@/lib/geo/types'
import { allTowns, nearestTown } from '@/lib/towns/queries'
import { fold, readQuery, type Town } from '@/lib/towns/rules'

/** Metres from the middle of a town within which a place may say that it is there. */
const OF_TOWN = 25_000

let index: Promise<Map<string, Town[]>> | undefined

/** Towns by their folded names, made once per process (about 85,000). */
function byName(): Promise<Map<string, Town[]>> {
  index ??= allTowns().then((all) => Map.groupBy(all, ({ name }) => fold(name)))
  index.catch(() => {
    index = undefined
  })
  return index
}

const CEDEX = /\bcedex\b.*$/i

/**
 * The town that something belongs to which says to be in `city` and stands at `at`: the nearest of that name, else the
 * nearest of all. An arrondissement of Paris is nearer to a suburb than to the middle of Paris. Null far from any.
 */
export async function townAt(city: string, at: LatLng): Promise<Town | null> {
  const namesakes = (await byName()).get(readQuery(city.replace(CEDEX, '')).words) ?? []
  const near = namesakes.filter((town) => distance(at, town) <= OF_TOWN)
  const [nearest] = near.sort((a, b) => distance(at, a) - distance(at, b))
  return nearest ?? nearestTown(at)
}
