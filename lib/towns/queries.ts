import { contains } from '@/lib/geo/bbox'
import { distance } from '@/lib/geo/distance'
import type { BBox, LatLng } from '@/lib/geo/types'
import { gazetteer } from '@/lib/towns/gazetteer/queries'
import type { Entry } from '@/lib/towns/gazetteer/rules'
import { fold, match, readQuery, score, type Town } from './rules'

type Index = {
  towns: Entry[]
  /** Folded names, each at the place of its town. */
  names: string[]
  /** Every beginning of a word, sorted, with the place of its town. */
  words: { key: string; town: number }[]
  postcodes: { key: string; town: number }[]
  /** Places of towns by square degree. */
  squares: Map<string, number[]>
}

let index: Promise<Index> | undefined

/** Read once per process (about 90,000 towns, 40 MB), by the first search. */
function loaded(): Promise<Index> {
  index ??= gazetteer().then(build)
  index.catch(() => {
    index = undefined
  })
  return index
}

function build(towns: Entry[]): Index {
  const names = towns.map(({ name }) => fold(name))
  const byKey = (a: { key: string }, b: { key: string }) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)
  const words = names.flatMap((name, town) => tails(name).map((key) => ({ key, town })))
  const postcodes = towns.flatMap(({ postcodes }, town) => postcodes.map((code) => ({ key: code, town })))
  return {
    towns,
    names,
    words: words.sort(byKey),
    postcodes: postcodes.sort(byKey),
    squares: squaresOf(towns),
  }
}

/** "aix en provence", "en provence", "provence": the name from each of its words on. */
function tails(name: string): string[] {
  const words = name.split(' ')
  return words.map((_, start) => words.slice(start).join(' '))
}

/** The entries whose key begins with `prefix`, by bisection. */
function* beginningWith(sorted: { key: string; town: number }[], prefix: string): Generator<number> {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle]?.key ?? '') < prefix) low = middle + 1
    else high = middle
  }
  for (let at = low; sorted[at]?.key.startsWith(prefix); at++) yield sorted[at]?.town ?? 0
}

/**
 * Towns by the beginning of their name, of one of its words, or of a postcode, best first; nothing for an empty
 * query. `near` prefers what is at hand, `country` (ISO 3166-1 alpha-2) leaves out the others.
 */
export async function searchTowns(
  typed: string,
  { limit, near, country }: { limit: number; near?: LatLng | null; country?: string },
): Promise<Town[]> {
  const { words, postcode } = readQuery(typed)
  if (!words && !postcode) return []
  const { towns, names, words: keys, postcodes } = await loaded()
  const candidates = words ? beginningWith(keys, words) : beginningWith(postcodes, postcode)
  const found = new Map<number, number>()
  for (const at of candidates) {
    const town = towns[at]
    if (!town || found.has(at) || (country && town.country !== country)) continue
    if (words && postcode && !town.postcodes.some((code) => code.startsWith(postcode))) continue
    const quality = words ? match(names[at] ?? '', words) : town.postcodes.includes(postcode) ? 3 : 2
    if (quality === 0) continue
    found.set(at, score(quality, town.population, near ? distance(near, town) : null))
  }
  return [...found]
    .sort(([, a], [, b]) => b - a)
    .slice(0, limit)
    .flatMap(([at]) => {
      const town = towns[at]
      return town ? [toTown(town, postcode)] : []
    })
}

/** The town nearest to a position, within about 150 km; null at sea and in the desert. */
export async function nearestTown(at: LatLng): Promise<Town | null> {
  const { towns, squares } = await loaded()
  let best: { town: Entry; metres: number } | null = null
  for (const town of around(at).flatMap((square) => squares.get(square) ?? [])) {
    const entry = towns[town]
    if (!entry) continue
    const metres = distance(at, entry)
    if (!best || metres < best.metres) best = { town: entry, metres }
  }
  return best && toTown(best.town, '')
}

/** The postcode shown is the one that was asked for, where the town has it. */
function toTown({ postcodes, ...town }: Entry, asked: string): Town {
  return { ...town, postcode: postcodes.find((code) => asked && code.startsWith(asked)) ?? town.postcode }
}

const square = (lat: number, lng: number) => `${Math.floor(lat)} ${(Math.floor(lng) + 360) % 360}`

function squaresOf(towns: Entry[]): Map<string, number[]> {
  const squares = new Map<string, number[]>()
  for (const [at, { lat, lng }] of towns.entries()) {
    const key = square(lat, lng)
    const known = squares.get(key)
    if (known) known.push(at)
    else squares.set(key, [at])
  }
  return squares
}

function around({ lat, lng }: LatLng): string[] {
  const steps = [-1, 0, 1]
  return steps.flatMap((north) => steps.map((east) => square(lat + north, lng + east)))
}

/** The most populous towns in a box that does not span the antimeridian: what a map without tiles is labelled with. */
export async function townsIn(bbox: BBox, limit: number): Promise<Town[]> {
  const { towns } = await loaded()
  const inside: Entry[] = []
  for (const town of towns) {
    if (contains(bbox, town)) inside.push(town)
  }
  return inside
    .sort((a, b) => b.population - a.population)
    .slice(0, limit)
    .map((town) => toTown(town, ''))
}
