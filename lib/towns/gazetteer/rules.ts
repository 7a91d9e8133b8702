import { fold, type Town } from '@/lib/towns/rules'

/** A commune, as @etalab/decoupage-administratif has it: no position. */
export type Commune = {
  code: string
  nom: string
  departement?: string
  codesPostaux?: string[]
  population?: number
}

/** A populated place of GeoNames: https://download.geonames.org/export/dump/readme.txt */
export type Place = {
  id: string
  name: string
  lat: number
  lng: number
  country: string
  /** INSEE code of the commune, in France. */
  admin4: string
  /** "PPLA2", … the more A and the lower the number, the greater its office. */
  feature: string
  population: number
  /** Its names in other languages. */
  others: string[]
}

/** Where people work and no commune is: the gazetteers leave it out. INSEE code of the commune it mostly lies in. */
const ALSO: Place[] = [
  {
    id: 'sophia-antipolis',
    name: 'Sophia Antipolis',
    lat: 43.6163,
    lng: 7.0551,
    country: 'FR',
    admin4: '06152',
    feature: 'PPL',
    population: 9000,
    others: [],
  },
]

/** Smaller places outside France are left out: the file would double for what nobody types. */
export const MIN_POPULATION_ABROAD = 5000

/** Greater towns abroad are known by their names in other languages, too: "Londres", "München". */
export const MIN_POPULATION_OTHERS = 100_000

/** GeoNames files the French overseas under countries of their own. */
const FRENCH = new Set(['FR', 'GP', 'MQ', 'GF', 'RE', 'YT', 'PM', 'BL', 'MF'])

/** One line of the reduced file: a town, all of its postcodes, and its other names, folded. */
export type Entry = Town & { postcodes: string[]; others: string[] }

/**
 * Joins communes (which have postcodes and people) to places (which have positions), by INSEE code. A commune too
 * small for GeoNames stands where those that share its postcode stand: good enough to open a map on. Places that are
 * no commune (Sophia Antipolis) are kept, with the postcode of the commune they lie in; so are the towns abroad.
 */
export function reduce(communes: Commune[], departments: Map<string, string>, places: Place[]): Entry[] {
  const french = places.filter(({ country }) => FRENCH.has(country))
  const seats = seatsOf(french, new Map(communes.map(({ code, nom }) => [code, fold(nom)])))
  const byPostcode = meanPositions(communes, seats)
  const towns: Entry[] = []
  for (const { code, nom, departement, codesPostaux = [], population = 0 } of communes) {
    const at = seats.get(code) ?? firstOf(codesPostaux, byPostcode)
    if (!at) continue
    const region = departments.get(departement ?? '') ?? ''
    towns.push(entry(`fr-${code}`, nom, codesPostaux, region, 'FR', at, population))
  }
  const used = new Set([...seats.values()].map(({ id }) => id))
  const postcodesOf = new Map(communes.map((commune) => [commune.code, commune]))
  for (const place of [...places, ...ALSO]) {
    if (used.has(place.id)) continue
    const commune = FRENCH.has(place.country) ? postcodesOf.get(place.admin4) : undefined
    if (!commune && place.population < MIN_POPULATION_ABROAD) continue
    const postcodes = commune?.codesPostaux?.slice(0, 1) ?? []
    const region = departments.get(commune?.departement ?? '') ?? ''
    const country = commune ? 'FR' : place.country
    const town = entry(
      `geonames-${place.id}`,
      place.name,
      postcodes,
      region,
      country,
      place,
      place.population,
    )
    towns.push({ ...town, others: othersOf(place) })
  }
  return towns
}

function othersOf({ name, others, population }: Place): string[] {
  if (population < MIN_POPULATION_OTHERS) return []
  // In capitals: codes of airports.
  const names = others.filter((other) => !/^[A-Z]{3}$/.test(other)).map(fold)
  return [...new Set(names)].filter((other) => other !== '' && other !== fold(name))
}

/** The place that is the seat of each commune: its namesake, else that of the highest office, else the greatest. */
function seatsOf(places: Place[], names: Map<string, string>): Map<string, Place> {
  const seats = new Map<string, Place>()
  const rank = (place: Place) =>
    (fold(place.name) === names.get(place.admin4) ? 1e9 : 0) +
    (place.feature.startsWith('PPLA') || place.feature === 'PPLC' ? 1e8 : 0) +
    place.population
  for (const place of places) {
    if (!names.has(place.admin4)) continue
    const known = seats.get(place.admin4)
    if (!known || rank(place) > rank(known)) seats.set(place.admin4, place)
  }
  return seats
}

type Position = { lat: number; lng: number }

function meanPositions(communes: Commune[], seats: Map<string, Place>): Map<string, Position> {
  const groups = Map.groupBy(
    communes.flatMap(({ code, codesPostaux = [] }) => {
      const seat = seats.get(code)
      return seat ? codesPostaux.map((postcode) => ({ postcode, seat })) : []
    }),
    ({ postcode }) => postcode,
  )
  return new Map(
    [...groups].map(([postcode, group]) => [
      postcode,
      {
        lat: group.reduce((sum, { seat }) => sum + seat.lat, 0) / group.length,
        lng: group.reduce((sum, { seat }) => sum + seat.lng, 0) / group.length,
      },
    ]),
  )
}

function firstOf(postcodes: string[], positions: Map<string, Position>): Position | undefined {
  for (const postcode of postcodes) {
    const at = positions.get(postcode)
    if (at) return at
  }
  return undefined
}

/** The main one first: of "06150 06400", the one that ends in more noughts is the town's own. */
function mainFirst(postcodes: string[]): string[] {
  const noughts = (code: string) => /0*$/.exec(code)?.[0].length ?? 0
  return postcodes.toSorted((a, b) => noughts(b) - noughts(a))
}

function entry(
  id: string,
  name: string,
  codes: string[],
  region: string,
  country: string,
  { lat, lng }: Position,
  population: number,
): Entry {
  const rounded = (degrees: number) => Math.round(degrees * 1e4) / 1e4
  const postcodes = mainFirst(codes)
  return {
    id,
    name,
    postcode: postcodes[0] ?? null,
    postcodes,
    region,
    country,
    lat: rounded(lat),
    lng: rounded(lng),
    population,
    others: [],
  }
}

/** The reduced file: one town a line, its fields apart by tabs. */
export function write(entries: Entry[]): string {
  return entries
    .map((town) =>
      [
        town.id,
        town.name.replaceAll('\t', ' '),
        town.postcodes.join(' '),
        town.region,
        town.country,
        town.lat,
        town.lng,
        town.population,
        town.others.join(','),
      ].join('\t'),
    )
    .join('\n')
}

/** The inverse of `write`. */
export function parse(text: string): Entry[] {
  return text.split('\n').map((line) => {
    const [id = '', name = '', codes = '', region = '', country = '', lat, lng, population, others = ''] =
      line.split('\t')
    const postcodes = codes === '' ? [] : codes.split(' ')
    return {
      id,
      name,
      postcode: postcodes[0] ?? null,
      postcodes,
      region,
      country,
      lat: Number(lat),
      lng: Number(lng),
      population: Number(population),
      others: others === '' ? [] : others.split(','),
    }
  })
}
