import type { Entry } from '@/lib/towns/gazetteer/rules'
import { type Keys, keysOf, runOf, sortedKeys } from '@/lib/towns/keys/rules'
import { SIZES } from '@/lib/towns/nearest/rules'
import { countryCode, type Packed } from '@/lib/towns/packed/rules'
import { fold } from '@/lib/towns/rules'
import { slugsOf } from '@/lib/towns/slugs/rules'
import { squaresOf } from '@/lib/towns/squares/rules'

/** The towns, and all that they are found by. Takes about a second for the whole gazetteer: done once per build. */
export function pack(towns: readonly Entry[]): Packed {
  const lines = runOf(towns.map(lineOf))
  const names = runOf(towns.map(({ name }) => fold(name)))
  const populations = towns.map(({ population }) => population)
  const points = {
    lat: Float64Array.from(towns, ({ lat }) => lat),
    lng: Float64Array.from(towns, ({ lng }) => lng),
  }
  const slugs = slugsIn(towns)
  const slugOf = new Uint32Array(towns.length)
  for (const [place, town] of slugs.towns.entries()) slugOf[town] = place
  return {
    ...points,
    lines: lines.text,
    lineEnds: lines.to,
    population: Uint32Array.from(populations),
    country: Uint32Array.from(towns, ({ country }) => countryCode(country)),
    names: names.text,
    nameEnds: names.to,
    greatest: Uint32Array.from(towns.keys()).sort(
      (a, b) => (populations[b] ?? 0) - (populations[a] ?? 0) || a - b,
    ),
    regions: runOf([[...new Set(towns.flatMap(({ region }) => (region ? fold(region) : [])))].join('\n')])
      .text,
    words: wordsOf(names),
    others: keysOf(towns.flatMap(({ others }, town) => others.map((key) => [key, town] as const))),
    postcodes: keysOf(towns.flatMap(({ postcodes }, town) => postcodes.map((code) => [code, town] as const))),
    ids: keysOf(towns.map(({ id }, town) => [id, town] as const)),
    slugs,
    slugOf,
    squares: SIZES.map((perDegree) => squaresOf(points, perDegree)),
  }
}

const lineOf = ({ id, name, postcodes, region, country }: Entry): string =>
  [id, name.replaceAll('\t', ' '), postcodes.join(' '), region, country].join('\t')

const SPACE = 32

/** A key for every word of a name, which ends where the name ends. */
function wordsOf({ text, from, to }: Pick<Keys, 'text' | 'from' | 'to'>): Keys {
  const begins: number[] = []
  const ends: number[] = []
  const towns: number[] = []
  for (const [town, end] of to.entries())
    for (let at = from[town] ?? 0; at < end || at === from[town]; at++) {
      if (at !== from[town] && text[at - 1] !== SPACE) continue
      begins.push(at)
      ends.push(end)
      towns.push(town)
    }
  const words = { from: Uint32Array.from(begins), to: Uint32Array.from(ends), towns: Uint32Array.from(towns) }
  return sortedKeys({ text, ...words })
}

function slugsIn(towns: readonly Entry[]): Keys {
  const places = new Map(towns.map(({ id }, place) => [id, place]))
  return keysOf([...slugsOf([...towns])].map(([slug, { id }]) => [slug, places.get(id) ?? 0] as const))
}
