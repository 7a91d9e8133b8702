import { db, type Transaction } from '@/lib/db'
import { distance } from '@/lib/geo/distance'
import type { LatLng } from '@/lib/geo/types'
import { ASTRAY, compare, likenessOf, type Place } from '@/lib/imports/doubles/rules'
import { askWithin, candidatesAround } from '@/lib/imports/matching/queries'
import { readName } from '@/lib/imports/names/rules'
import { slugify } from '@/lib/slug'
import type { SpaceKind } from '@/lib/spaces/schema'
import { searchTowns } from '@/lib/towns/queries'
import type { Town } from '@/lib/towns/rules'

/** A space that may be the one that somebody is about to add. */
export type LikelyDouble = {
  id: string
  slug: string
  kind: SpaceKind
  name: string
  street: string
  city: string
  /** How alike, from 0 to 1. */
  score: number
}

const SHOWN = 5

export type Sketch = Pick<Place, 'name' | 'kind' | 'street' | 'postcode' | 'city' | 'point' | 'approximate'>

/**
 * Spaces that may be this one, the likeliest first: by the rules of the importer, and, while its point is no better than
 * its town's, by name alone within `ASTRAY`. `within` the caller's transaction, for whoever has to be sure.
 */
export async function likelyDoubles(sketch: Sketch, within: Transaction = db): Promise<LikelyDouble[]> {
  const place: Place = { ...sketch, source: 'people', externalId: '' }
  // Whoever types sees what is on their map, the demo's places among them.
  const candidates = await candidatesAround(askWithin(within), [place], {
    demo: true,
    wide: sketch.approximate,
  })
  const judged = candidates.flatMap(({ spaceId, places }) => {
    const scores = places.map((other) => likely(place, other)).filter((score) => score > 0)
    return scores.length > 0 ? [{ id: spaceId, score: Math.max(...scores) }] : []
  })
  const best = judged.sort((a, b) => b.score - a.score).slice(0, SHOWN)
  const rows = await within.space.findMany({
    where: { id: { in: best.map(({ id }) => id) } },
    select: { id: true, kind: true, name: true, street: true, city: true },
  })
  return best.flatMap(({ id, score }) => {
    const row = rows.find((one) => one.id === id)
    return row ? [{ ...row, slug: slugify(row.name), score }] : []
  })
}

/** How likely two places are one, from 0 to 1. */
function likely(place: Place, other: Place): number {
  const { verdict, score } = compare(place, other)
  if (verdict !== 'different') return score
  if (!place.approximate || distance(place.point, other.point) > ASTRAY) return 0
  const town = `${place.city} ${other.city}`
  const likeness = likenessOf(readName(place.name, town), readName(other.name, town))
  return likeness === 'equal' || likeness === 'alike' ? 0.5 : 0
}

/** The town of an address, by its postcode and name. */
export async function townOf({ postcode, city }: { postcode: string; city: string }): Promise<Town | null> {
  const [both] = await searchTowns(`${postcode} ${city}`.trim(), { limit: 1 })
  if (both || !city) return both ?? null
  return (await searchTowns(city, { limit: 1 }))[0] ?? null
}

/** Where a place stands: at its point, else in the middle of its town; null where neither is known. */
export async function pointOf(
  at: LatLng | null,
  address: { postcode: string; city: string },
): Promise<{ point: LatLng; approximate: boolean; town: Town | null } | null> {
  const town = await townOf(address)
  if (at) return { point: at, approximate: false, town }
  return town && { point: { lat: town.lat, lng: town.lng }, approximate: true, town }
}
