import { contains } from '@/lib/geo/bbox'
import { distance } from '@/lib/geo/distance'
import type { BBox, LatLng } from '@/lib/geo/types'
import { districtIn } from '@/lib/towns/districts/rules'
import { beginningWith, exactly, exactRange, type Keys, keyAt } from '@/lib/towns/keys/rules'
import { lookup } from '@/lib/towns/lookup/queries'
import { nameOf, placesAround, positionOf, postcodesOf, townOf } from '@/lib/towns/lookup/rules'
import { townFinder } from '@/lib/towns/nearest/queries'
import { countryCode, type Packed } from '@/lib/towns/packed/rules'
import { townsInAddress } from '@/lib/towns/within/queries'
import { match, readQuery, score, type Town } from './rules'

/** From so many on, only the best are weighed: a single letter begins tens of thousands of names. */
const MANY = 2000
const GREATEST = 50

/** The towns worth weighing: all that begin so; of too many, those of that very name, the greatest and the nearest. */
function candidates(index: Packed, words: string, postcode: string, near: LatLng | null): number[] {
  const keys = words ? index.words : index.postcodes
  const [start, end] = beginningWith(keys, words || postcode)
  const townsOf = (from: number, to: number) => [...keys.towns.subarray(from, to)]
  if (!words || postcode || end - start <= MANY) return townsOf(start, end)
  const exact = townsOf(...exactRange(keys, words))
  const begins = (town: number) => match(nameOf(index, town), words) > 0
  const great: number[] = []
  for (const town of index.greatest) {
    if (begins(town)) great.push(town)
    if (great.length === GREATEST) break
  }
  const around = near ? placesAround(index, near) : []
  return [...exact, ...great, ...around.filter(begins)]
}

/** Letters. Shorter beginnings would find every town on earth by one name or another; Chinese names are short. */
const ENOUGH = /^(.{4,}|.*\p{Script=Han}.*)$/u

/** Great towns by a name in another language, the shortest first, so that a name in full counts as one. */
function inOtherLanguages({ others }: { others: Keys }, words: string): { key: string; town: number }[] {
  if (!ENOUGH.test(words)) return []
  const [start, end] = beginningWith(others, words)
  return Array.from({ length: end - start }, (_, i) => ({
    key: keyAt(others, start + i),
    town: others.towns[start + i] ?? 0,
  }))
}

type Options = { limit: number; near?: LatLng | null; country?: string; loosely?: boolean }

/**
 * Towns by the beginning of their name, of one of its words, or of a postcode, best first; nothing for an empty
 * query. `near` prefers what is at hand, `country` (ISO 3166-1 alpha-2) leaves out the others. `loosely` reads addresses
 * and forgives a slip where nothing is found: for whoever sees the answer and can type again.
 */
export async function searchTowns(
  typed: string,
  { limit, near, country, loosely }: Options,
): Promise<Town[]> {
  const { words, postcode } = readQuery(typed)
  if (!words && !postcode) return []
  const district = loosely ? districtIn(typed) : null
  if (district && (!country || country === 'FR'))
    return [district, ...(await searchTowns(district.city, { limit: limit - 1, near, country }))].slice(
      0,
      limit,
    )
  const index = await lookup()
  const wanted = country ? countryCode(country) : null
  const found = new Map<number, number>()
  const weigh = (at: number, quality: 1 | 2 | 3) =>
    found.set(
      at,
      score(quality, index.population[at] ?? 0, near ? distance(near, positionOf(index, at)) : null),
    )
  const passed = (at: number) => found.has(at) || (wanted !== null && index.country[at] !== wanted)
  for (const at of candidates(index, words, postcode, near ?? null)) {
    if (passed(at)) continue
    if (words && postcode && !postcodesOf(index, at).some((code) => code.startsWith(postcode))) continue
    const quality = words
      ? match(nameOf(index, at), words)
      : postcodesOf(index, at).includes(postcode)
        ? 3
        : 2
    if (quality !== 0) weigh(at, quality)
  }
  for (const { key, town } of inOtherLanguages(index, postcode ? '' : words))
    if (!passed(town)) weigh(town, key === words ? 2 : 1)
  if (found.size === 0 && loosely) return townsInAddress(index, typed, { limit, near, country })
  return [...found]
    .sort(([, a], [, b]) => b - a)
    .slice(0, limit)
    .map(([at]) => townOf(index, at, postcode))
}

/** The town nearest to a position, within about 150 km; null at sea and in the desert. */
export const nearestTown = async (at: LatLng): Promise<Town | null> => (await townFinder())(at)

/** The towns of a French postcode, in no order; none where nobody knows it (CEDEX, abroad). */
export async function townsOfPostcode(postcode: string): Promise<Town[]> {
  const index = await lookup()
  return exactly(index.postcodes, postcode).map((town) => townOf(index, town, postcode))
}

/** Degrees. Smaller boxes are searched by square, greater ones from the greatest town down. */
const SMALL = 1

/** The most populous towns in a box that does not span the antimeridian: what a map without tiles is labelled with. */
export async function townsIn(bbox: BBox, limit: number): Promise<Town[]> {
  const index = await lookup()
  const { west, south, east, north } = bbox
  const small = east - west <= SMALL && north - south <= SMALL
  const centre = { lat: (south + north) / 2, lng: (west + east) / 2 }
  const people = (town: number) => index.population[town] ?? 0
  const order = small ? placesAround(index, centre).sort((a, b) => people(b) - people(a)) : index.greatest
  const inside: Town[] = []
  for (const town of order) {
    if (contains(bbox, positionOf(index, town))) inside.push(townOf(index, town))
    if (inside.length === limit) break
  }
  return inside
}
