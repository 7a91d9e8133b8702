import { contains } from '@/lib/geo/bbox'
import { distance } from '@/lib/geo/distance'
import type { BBox, LatLng } from '@/lib/geo/types'
import { gazetteer } from '@/lib/towns/gazetteer/queries'
import type { Entry } from '@/lib/towns/gazetteer/rules'
import { distanceUpTo, likelihood, runsOf, slips } from '@/lib/towns/within/rules'
import { fold, match, readQuery, score, type Town } from './rules'

/** What a town is found by, and the place of the town. */
type Key = { key: string; town: number }

type Index = {
  towns: Entry[]
  /** Folded names, each at the place of its town. */
  names: string[]
  /** Every beginning of a word, sorted, with the place of its town. */
  words: Key[]
  /** Names in other languages, sorted. */
  others: Key[]
  postcodes: Key[]
  /** Places of towns by square degree, and by its hundredth. */
  squares: Map<string, number[]>
  small: Map<string, number[]>
  /** Places of towns, the greatest first. */
  greatest: number[]
}

let index: Promise<Index> | undefined

/** Read once per process (about 85,000 towns, 60 MB), by the first search. */
function loaded(): Promise<Index> {
  index ??= gazetteer().then(build)
  index.catch(() => {
    index = undefined
  })
  return index
}

/** All of them. */
export const allTowns = async (): Promise<Town[]> => (await loaded()).towns

function build(towns: Entry[]): Index {
  const names = towns.map(({ name }) => fold(name))
  const byKey = (a: Key, b: Key) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)
  const words = names.flatMap((name, town) => tails(name).map((key) => ({ key, town })))
  const postcodes = towns.flatMap(({ postcodes }, town) => postcodes.map((code) => ({ key: code, town })))
  return {
    towns,
    names,
    words: words.sort(byKey),
    others: towns.flatMap(({ others }, town) => others.map((key) => ({ key, town }))).sort(byKey),
    postcodes: postcodes.sort(byKey),
    squares: squaresOf(towns, 1),
    small: squaresOf(towns, FINE),
    greatest: towns
      .map((_, town) => town)
      .sort((a, b) => (towns[b]?.population ?? 0) - (towns[a]?.population ?? 0)),
  }
}

/** "aix en provence", "en provence", "provence": the name from each of its words on. */
function tails(name: string): string[] {
  const words = name.split(' ')
  return words.map((_, start) => words.slice(start).join(' '))
}

/** Where the keys that begin with `prefix` start and end, by bisection. */
function beginningWith(sorted: Key[], prefix: string): [number, number] {
  // No letter comes after the last one of Unicode's first plane.
  return [firstFrom(sorted, prefix), firstFrom(sorted, `${prefix}\uffff`)]
}

function firstFrom(sorted: Key[], key: string): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle]?.key ?? '') < key) low = middle + 1
    else high = middle
  }
  return low
}

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
  const around = near ? squaresAround(near, 1).flatMap((square) => index.squares.get(square) ?? []) : []
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
  const index = await loaded()
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
  if (found.size === 0 && loosely) return inAddress(index, typed, { limit, country })
  return [...found]
    .sort(([, a], [, b]) => b - a)
    .slice(0, limit)
    .flatMap(([at]) => {
      const town = towns[at]
      return town ? [toTown(town, postcode)] : []
    })
}

/** Towns that an address names, by its postcode or the likeliest run of its words; misspelt ones where none is spelt so. */
function inAddress(
  index: Index,
  typed: string,
  { limit, country }: { limit: number; country?: string },
): Town[] {
  const words = fold(typed.replaceAll(GLUED, ' $& ')).split(' ').filter(Boolean)
  const postcode =
    words.find((word) => FRENCH_POSTCODE.test(word) && exactly(index.postcodes, word).length > 0) ?? ''
  const there = postcode ? new Set(exactly(index.postcodes, postcode)) : null
  const allowed = (at: number) =>
    (!country || index.towns[at]?.country === country) && (!there || there.has(at))
  const population = (at: number) => index.towns[at]?.population ?? 0
  const scores = new Map<number, number>()
  const add = (at: number, value: number) => scores.set(at, Math.max(value, scores.get(at) ?? 0))
  const runs = runsOf(words)
  for (const run of runs)
    for (const at of exactly(index.words, run.name))
      if (allowed(at) && index.names[at] === run.name) add(at, likelihood(run, population(at)))
  for (const at of there ?? []) if (allowed(at)) add(at, Math.log10(population(at) + 10))
  if (scores.size === 0)
    for (const run of runs.filter(({ at, words }) => at !== 'middle' && words <= 4)) {
      const most = slips(run.name.length)
      if (most === 0) continue
      for (const [at, name] of index.names.entries()) {
        if (name[0] !== run.name[0] || !allowed(at)) continue
        const wrong = distanceUpTo(name, run.name, most)
        if (wrong <= most) add(at, likelihood(run, population(at)) - 2 * wrong)
      }
    }
  return [...scores]
    .sort(([, a], [, b]) => b - a)
    .slice(0, limit)
    .flatMap(([at]) => {
      const town = index.towns[at]
      return town ? [toTown(town, postcode)] : []
    })
}

const FRENCH_POSTCODE = /^\d{5}$/
/** "26000valence", "Servandoni75006". */
const GLUED = /(?<!\d)\d{5}(?=\p{L})|(?<=\p{L})\d{5}(?!\d)/gu

/** Places of the towns that have this very key. */
const exactly = (sorted: Key[], key: string): number[] =>
  sorted.slice(firstFrom(sorted, key), firstFrom(sorted, `${key}\0`)).map(({ town }) => town)

/** Small squares along a degree. */
const FINE = 10
const METRES_PER_DEGREE = 111_195

/** The town nearest to a position, within about 150 km; null at sea and in the desert. */
export async function nearestTown(at: LatLng): Promise<Town | null> {
  const { towns, squares, small } = await loaded()
  const near = nearestOf(at, towns, small, FINE)
  // Beyond the nine small squares nothing is nearer than the edge of one, which is shorter towards the poles.
  const edge = (METRES_PER_DEGREE / FINE) * Math.cos(((Math.abs(at.lat) + 2 / FINE) * Math.PI) / 180)
  const best = near && near.metres <= edge ? near : nearestOf(at, towns, squares, 1)
  return best && toTown(best.town, '')
}

function nearestOf(at: LatLng, towns: Entry[], squares: Map<string, number[]>, perDegree: number) {
  let best: { town: Entry; metres: number } | null = null
  for (const square of squaresAround(at, perDegree))
    for (const place of squares.get(square) ?? []) {
      const town = towns[place]
      if (!town) continue
      const metres = distance(at, town)
      if (!best || metres < best.metres) best = { town, metres }
    }
  return best
}

/** The postcode shown is the one that was asked for, where the town has it. */
function toTown({ postcodes, others: _, ...town }: Entry, asked: string): Town {
  return { ...town, postcode: postcodes.find((code) => asked && code.startsWith(asked)) ?? town.postcode }
}

/** The towns of a French postcode, in no order; none where nobody knows it (CEDEX, abroad). */
export async function townsOfPostcode(postcode: string): Promise<Town[]> {
  const { towns, postcodes } = await loaded()
  const [start, end] = [firstFrom(postcodes, postcode), firstFrom(postcodes, `${postcode}\0`)]
  return postcodes.slice(start, end).flatMap(({ town }) => {
    const entry = towns[town]
    return entry ? [toTown(entry, postcode)] : []
  })
}

const square = (lat: number, lng: number, perDegree: number) => {
  const around = 360 * perDegree
  return `${Math.floor(lat * perDegree)} ${(Math.floor(lng * perDegree) + around) % around}`
}

function squaresOf(towns: Entry[], perDegree: number): Map<string, number[]> {
  const squares = new Map<string, number[]>()
  for (const [at, { lat, lng }] of towns.entries()) {
    const key = square(lat, lng, perDegree)
    const known = squares.get(key)
    if (known) known.push(at)
    else squares.set(key, [at])
  }
  return squares
}

function squaresAround({ lat, lng }: LatLng, perDegree: number): string[] {
  const steps = [-1, 0, 1]
  return steps.flatMap((north) =>
    steps.map((east) => square(lat + north / perDegree, lng + east / perDegree, perDegree)),
  )
}

/** Degrees. Smaller boxes are searched by square, greater ones from the greatest town down. */
const SMALL = 1

/** The most populous towns in a box that does not span the antimeridian: what a map without tiles is labelled with. */
export async function townsIn(bbox: BBox, limit: number): Promise<Town[]> {
  const { towns, squares, greatest } = await loaded()
  const { west, south, east, north } = bbox
  const small = east - west <= SMALL && north - south <= SMALL
  const centre = { lat: (south + north) / 2, lng: (west + east) / 2 }
  const order = small
    ? squaresAround(centre, 1)
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
