import { contains } from '@/lib/geo/bbox'
import { distance } from '@/lib/geo/distance'
import type { BBox, LatLng } from '@/lib/geo/types'
import { districtIn } from '@/lib/towns/districts/rules'
import {
  beginningWith,
  exactly,
  firstFrom,
  type Index,
  type Key,
  lookup,
  square,
  toTown,
} from '@/lib/towns/lookup/queries'
import { townFinder } from '@/lib/towns/nearest/queries'
import { townsInAddress } from '@/lib/towns/within/queries'
import { match, readQuery, score, type Town } from './rules'

/** All of them. */
export const allTowns = async (): Promise<Town[]> => (await lookup()).towns

/** From so many on, only the best are weighed: a single letter begins tens of thousands of names. */
const MANY = 2000
const GREATEST = 50

/** The towns worth weighing: all that begin so; of too many, those of that very name, the greatest and the nearest. */
function candidates(index: Index, words: string, postcode: string, near: LatLng | null): number[] {
  const keys = words ? index.words : index.postcodes
  const [start, end] = beginningWith(keys, words || postcode)
  const townsOf = (from: number, to: number) => keys.slice(from, to).map(({ town }) => town)
  if (!words || postcode || end - start <= MANY) return townsOf(start, end)
  const exact = townsOf(start, firstFrom(keys, `${words}\0`))
  const begins = (town: number) => match(index.names[town] ?? '', words) > 0
  const great: number[] = []
  for (const town of index.greatest) {
    if (begins(town)) great.push(town)
    if (great.length === GREATEST) break
  }
  const around = near ? squaresAround(near).flatMap((square) => index.squares.get(square) ?? []) : []
  return [...exact, ...great, ...around.filter(begins)]
}

/** Letters. Shorter beginnings would find every town on earth by one name or another; Chinese names are short. */
const ENOUGH = /^(.{4,}|.*\p{Script=Han}.*)$/u

/** Great towns by a name in another language, the shortest first, so that a name in full counts as one. */
function inOtherLanguages({ others }: Index, words: string): Key[] {
  return ENOUGH.test(words) ? others.slice(...beginningWith(others, words)) : []
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
  const { towns, names } = index
  const found = new Map<number, number>()
  for (const at of candidates(index, words, postcode, near ?? null)) {
    const town = towns[at]
    if (!town || found.has(at) || (country && town.country !== country)) continue
    if (words && postcode && !town.postcodes.some((code) => code.startsWith(postcode))) continue
    const quality = words ? match(names[at] ?? '', words) : town.postcodes.includes(postcode) ? 3 : 2
    if (quality === 0) continue
    found.set(at, score(quality, town.population, near ? distance(near, town) : null))
  }
  for (const { key, town: at } of inOtherLanguages(index, postcode ? '' : words)) {
    const town = towns[at]
    if (!town || found.has(at) || (country && town.country !== country)) continue
    const quality = key === words ? 2 : 1
    found.set(at, score(quality, town.population, near ? distance(near, town) : null))
  }
  if (found.size === 0 && loosely) return townsInAddress(index, typed, { limit, near, country })
  return [...found]
    .sort(([, a], [, b]) => b - a)
    .slice(0, limit)
    .flatMap(([at]) => {
      const town = towns[at]
      return town ? [toTown(town, postcode)] : []
    })
}

/** The town nearest to a position, within about 150 km; null at sea and in the desert. */
export const nearestTown = async (at: LatLng): Promise<Town | null> => (await townFinder())(at)

/** The towns of a French postcode, in no order; none where nobody knows it (CEDEX, abroad). */
export async function townsOfPostcode(postcode: string): Promise<Town[]> {
  const { towns, postcodes } = await lookup()
  return exactly(postcodes, postcode).flatMap((town) => {
    const entry = towns[town]
    return entry ? [toTown(entry, postcode)] : []
  })
}

function squaresAround({ lat, lng }: LatLng): string[] {
  const steps = [-1, 0, 1]
  return steps.flatMap((north) => steps.map((east) => square(lat + north, lng + east)))
}

/** Degrees. Smaller boxes are searched by square, greater ones from the greatest town down. */
const SMALL = 1

/** The most populous towns in a box that does not span the antimeridian: what a map without tiles is labelled with. */
export async function townsIn(bbox: BBox, limit: number): Promise<Town[]> {
  const { towns, squares, greatest } = await lookup()
  const { west, south, east, north } = bbox
  const small = east - west <= SMALL && north - south <= SMALL
  const centre = { lat: (south + north) / 2, lng: (west + east) / 2 }
  const order = small
    ? squaresAround(centre)
        .flatMap((square) => squares.get(square) ?? [])
        .sort((a, b) => (towns[b]?.population ?? 0) - (towns[a]?.population ?? 0))
    : greatest
  const inside: Town[] = []
  for (const at of order) {
    const town = towns[at]
    if (town && contains(bbox, town)) inside.push(toTown(town, ''))
    if (inside.length === limit) break
  }
  return inside
}
