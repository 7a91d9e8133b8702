import { distance } from '@/lib/geo/distance'
import { fold, type Town } from '@/lib/towns/rules'

/** A commune, as @etalab/decoupage-administratif has it: no position. */
export type Commune = {
  code: string
  nom: string
  departement?: string
  codesPostaux?: string[]
  population?: number
}

/** A commune of former days that became part of another. `chefLieu` is the INSEE code of that one. */
export type Former = { nom: string; chefLieu: string }

/** What is known of communes beside the list of them. */
export type More = {
  /** The group of communes (EPCI) of each, by INSEE code. */
  circles: Map<string, string>
  former: Former[]
}

/** A populated place of GeoNames: https://download.geonames.org/export/dump/readme.txt */
export type Place = {
  id: string
  name: string
  lat: number
  lng: number
  country: string
  /** Number of the département and INSEE code of the commune, in France. */
  admin2: string
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
    admin2: '06',
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

/** A town, all of its postcodes, and its other names, folded. */
export type Entry = Town & { postcodes: string[]; others: string[] }

/**
 * Joins communes (which have postcodes and people) to places (which have positions), by INSEE code, else by name within
 * the département. A commune too small for GeoNames stands in the middle of those that share its postcode, or else of
 * its group of communes: good enough to open a map on. Places that are no commune (Sophia Antipolis) are kept, with the
 * postcode of the commune they lie in; so are the towns abroad. A commune is found by the names that it took in, too.
 */
export function reduce(
  communes: Commune[],
  departments: Map<string, string>,
  places: Place[],
  { circles, former }: More = { circles: new Map(), former: [] },
): Entry[] {
  const french = places.filter(({ country }) => FRENCH.has(country))
  const filed = seatsOf(french, communes)
  const seats = new Map([...filed, ...strays(french, communes, filed, standings(communes, filed, circles))])
  const standing = standings(communes, seats, circles)
  const towns: Entry[] = []
  for (const commune of communes) {
    const { code, nom, departement, codesPostaux = [], population = 0 } = commune
    const at = seats.get(code) ?? standing(commune)
    if (!at) continue
    const region = departments.get(departement ?? '') ?? ''
    towns.push(entry(`fr-${code}`, nom, codesPostaux, region, 'FR', at, population))
  }
  const used = new Set([...seats.values()].map(({ id }) => id))
  const postcodesOf = new Map(communes.map((commune) => [commune.code, commune]))
  const apart = new Set<string>()
  for (const place of [...places, ...ALSO]) {
    if (used.has(place.id)) continue
    const commune = FRENCH.has(place.country) ? postcodesOf.get(place.admin4) : undefined
    if (!commune && place.population < MIN_POPULATION_ABROAD) continue
    const postcodes = commune?.codesPostaux?.slice(0, 1) ?? []
    const region = departments.get(commune?.departement ?? '') ?? ''
    const country = commune ? 'FR' : place.country
    if (commune) apart.add(`${commune.code} ${fold(place.name)}`)
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
  const taken = Map.groupBy(
    former.filter(({ chefLieu, nom }) => !apart.has(`${chefLieu} ${fold(nom)}`)),
    ({ chefLieu }) => `fr-${chefLieu}`,
  )
  for (const town of towns)
    town.others.push(
      ...new Set(
        (taken.get(town.id) ?? []).map(({ nom }) => fold(nom)).filter((name) => name !== fold(town.name)),
      ),
    )
  return towns
}

function othersOf({ name, others, population }: Place): string[] {
  if (population < MIN_POPULATION_OTHERS) return []
  // In capitals: codes of airports.
  const names = others.filter((other) => !/^[A-Z]{3}$/.test(other)).map(fold)
  return [...new Set(names)].filter((other) => other !== '' && other !== fold(name))
}

/** The place that is the seat of each commune: its namesake, else that of the highest office, else the greatest. */
function seatsOf(places: Place[], communes: Commune[]): Map<string, Place> {
  const names = new Map(communes.map(({ code, nom }) => [code, fold(nom)]))
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

/** Metres from where its neighbours are, beyond which a place is not the commune, only called so (or badly located). */
const AMONG_NEIGHBOURS = 20_000

/** Seats filed under another commune, as all around Lyon: the only place of that name in the département, and nearby. */
function strays(
  places: Place[],
  communes: Commune[],
  seats: Map<string, Place>,
  standing: (commune: Commune) => Position | undefined,
): Map<string, Place> {
  const used = new Set(seats.values())
  const named = Map.groupBy(
    places.filter((place) => !used.has(place)),
    ({ name, admin2 }) => `${admin2} ${fold(name)}`,
  )
  const found = new Map<string, Place>()
  for (const commune of communes) {
    const { code, nom, departement } = commune
    const [only, another] = named.get(`${departement} ${fold(nom)}`) ?? []
    if (!only || another || fold(seats.get(code)?.name ?? '') === fold(nom)) continue
    const among = standing(commune)
    if (!among || distance(among, only) <= AMONG_NEIGHBOURS) found.set(code, only)
  }
  return found
}

type Position = { lat: number; lng: number }

/** Where a commune without a seat of its own stands: amid those of its postcode in its group, of its postcode, or of its group. */
function standings(communes: Commune[], seats: Map<string, Place>, circles: Map<string, string>) {
  const circleOf = (code: string) => circles.get(code) ?? ''
  const groups = Map.groupBy(
    communes.flatMap(({ code, codesPostaux = [] }) => {
      const seat = seats.get(code)
      if (!seat) return []
      const circle = circleOf(code)
      const keys = codesPostaux.flatMap((postcode) => [`${postcode} ${circle}`, postcode])
      return [...keys, ...(circle ? [circle] : [])].map((key) => ({ key, seat }))
    }),
    ({ key }) => key,
  )
  return ({ code, codesPostaux = [] }: Commune): Position | undefined => {
    const circle = circleOf(code)
    const keys = [...codesPostaux.map((postcode) => `${postcode} ${circle}`), ...codesPostaux, circle]
    const group = keys.map((key) => groups.get(key)).find(Boolean)
    return group && middleOf(group.map(({ seat }) => seat))
  }
}

const middleOf = (places: Position[]): Position => ({
  lat: places.reduce((sum, { lat }) => sum + lat, 0) / places.length,
  lng: places.reduce((sum, { lng }) => sum + lng, 0) / places.length,
})

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
