import { gazetteer } from '@/lib/towns/gazetteer/queries'
import type { Entry } from '@/lib/towns/gazetteer/rules'
import { fold, type Town } from '@/lib/towns/rules'

/** What a town is found by, and the place of the town. */
export type Key = { key: string; town: number }

export type Index = {
  towns: Entry[]
  /** Folded names, each at the place of its town. */
  names: string[]
  /** Every beginning of a word, sorted, with the place of its town. */
  words: Key[]
  /** Names in other languages and former ones, sorted. */
  others: Key[]
  postcodes: Key[]
  /** Places of towns by the first letter of their name. */
  initials: Map<string, number[]>
  /** Places of towns by square degree. */
  squares: Map<string, number[]>
  /** Places of towns, the greatest first. */
  greatest: number[]
  /** Folded names of départements. */
  regions: Set<string>
}

let index: Promise<Index> | undefined

/** Read once per process (about 87,000 towns, 60 MB), by the first search. */
export function lookup(): Promise<Index> {
  index ??= gazetteer().then(build)
  index.catch(() => {
    index = undefined
  })
  return index
}

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
    initials: Map.groupBy(names.keys(), (town) => names[town]?.[0] ?? ''),
    squares: squaresOf(towns),
    greatest: towns
      .map((_, town) => town)
      .sort((a, b) => (towns[b]?.population ?? 0) - (towns[a]?.population ?? 0)),
    regions: new Set(towns.flatMap(({ region }) => (region ? fold(region) : []))),
  }
}

/** "aix en provence", "en provence", "provence": the name from each of its words on. */
function tails(name: string): string[] {
  const words = name.split(' ')
  return words.map((_, start) => words.slice(start).join(' '))
}

/** Where the keys that begin with `prefix` start and end, by bisection. */
export function beginningWith(sorted: Key[], prefix: string): [number, number] {
  // No letter comes after the last one of Unicode's first plane.
  return [firstFrom(sorted, prefix), firstFrom(sorted, `${prefix}\uffff`)]
}

export function firstFrom(sorted: Key[], key: string): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle]?.key ?? '') < key) low = middle + 1
    else high = middle
  }
  return low
}

/** Places of the towns that have this very key. */
export const exactly = (sorted: Key[], key: string): number[] =>
  sorted.slice(firstFrom(sorted, key), firstFrom(sorted, `${key}\0`)).map(({ town }) => town)

/** The postcode shown is the one that was asked for, where the town has it. */
export function toTown({ postcodes, others: _, ...town }: Entry, asked: string): Town {
  return { ...town, postcode: postcodes.find((code) => asked && code.startsWith(asked)) ?? town.postcode }
}

/** The square degree that a position lies in. */
export const square = (lat: number, lng: number) => `${Math.floor(lat)} ${(Math.floor(lng) + 360) % 360}`

function squaresOf(towns: Entry[]): Map<string, number[]> {
  return Map.groupBy(towns.keys(), (town) => {
    const { lat, lng } = towns[town] ?? { lat: 0, lng: 0 }
    return square(lat, lng)
  })
}
