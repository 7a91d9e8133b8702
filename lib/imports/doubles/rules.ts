import { distance, EARTH_RADIUS } from '@/lib/geo/distance'
import type { LatLng } from '@/lib/geo/types'
import { type AddressRelation, readAddress, relate } from '@/lib/imports/addresses/rules'
import { fold, held, type ReadName, readName, shared } from '@/lib/imports/names/rules'
import type { SpaceKind } from '@/lib/spaces/schema'

/** A place as a source gives it. Empty strings are unknown; `approximate`: the point is that of its commune. */
export type Place = {
  source: string
  externalId: string
  kind: SpaceKind
  name: string
  point: LatLng
  street: string
  postcode: string
  city: string
  approximate: boolean
  /** Its house number, where that was read already. */
  number?: string
}

/** same: merged without asking. doubtful: a person decides. `score`, 0 to 1: from 0.85 same, from 0.5 doubtful. */
export type Comparison = { verdict: 'same' | 'doubtful' | 'different'; score: number }

/** Metres between two pins of one place, as sources set them. */
export const NEAR = 150
/** Metres that a geocoder is off when it misses the street: only for one and the same written address. */
export const MISPLACED = 1000
/** Metres of a wrong geocoding within a commune: a person must look. */
export const ASTRAY = 3000
/** Metres across a building: further apart, two written addresses are two places. */
const BUILDING = 60
/** Metres within which one name without a second address is one place, chains included. */
const DOORSTEP = 40

const APART: Comparison = { verdict: 'different', score: 0 }

type Likeness = 'equal' | 'alike' | 'close' | 'sort' | 'faint' | 'none'

/** Are two rows one place? Symmetric, and blind to the order of words, case, accents and abbreviations. */
export function compare(a: Place, b: Place): Comparison {
  if (a.source === b.source && a.externalId === b.externalId) return { verdict: 'same', score: 1 }
  if ((a.kind === 'home_table') !== (b.kind === 'home_table')) return APART
  const metres = distance(a.point, b.point)
  if (metres > ASTRAY) return APART
  const town = `${a.city} ${b.city}`
  const [here, there] = [readAddress(a.street, town), readAddress(b.street, town)]
  const address = inOneTown(a, b, metres) ? relate(here, there) : 'other'
  const loose = a.approximate && b.approximate
  if (metres > NEAR && address !== 'exact' && !loose) return APART
  const names: [ReadName, ReadName] = [readName(a.name, town), readName(b.name, town)]
  const likeness = likenessOf(...names, new Set([...here.street, ...there.street]))
  const generic = names.every(({ telling }) => telling.length === 0)
  const verdict = verdictOf({ metres, address, likeness, generic, loose, oneSource: a.source === b.source })
  return { verdict, score: scoreOf(verdict, { metres, address, names }) }
}

function inOneTown(a: Place, b: Place, metres: number): boolean {
  if (metres <= NEAR) return true
  return (a.postcode !== '' && a.postcode === b.postcode) || (a.city !== '' && fold(a.city) === fold(b.city))
}

/**
 * How much two names say the same. "alike": one says all the other says, and a little more. "close": much more, as a
 * part would, or with a slip of the pen. "sort": the same institution and nothing against it. "faint": half of it.
 * `street` holds the words of their streets, which say where and not who.
 */
export function likenessOf(a: ReadName, b: ReadName, street: ReadonlySet<string> = new Set()): Likeness {
  if (a.words.length + b.words.length > 0 && sameSet(a.parts, b.parts))
    if (shared(a.words, b.words) === 1 || a.words.join('') === b.words.join('')) return 'equal'
  const sorts = [...a.institutions].filter((sort) => b.institutions.has(sort)).length
  if (sorts === 0 && a.institutions.size > 0 && b.institutions.size > 0) return 'none'
  const own = (name: ReadName) => name.telling.filter((word) => !street.has(word))
  const half = held(own(a), own(b)) >= 0.5
  if (!sameSet(a.parts, b.parts))
    return !(a.parts.size > 0 && b.parts.size > 0) && (half || sorts > 0) ? 'faint' : 'none'
  const oneSort = a.institutions.size === b.institutions.size
  if (within(a.telling, b.telling)) return oneSort || sorts > 0 ? 'alike' : 'faint'
  if (held(a.telling, b.telling) === 1 && (oneSort || sorts > 0)) return 'close'
  if (a.telling.length === 0 && b.telling.length === 0) return sorts > 0 ? 'alike' : 'none'
  if (sorts > 0 && (a.telling.length === 0 || b.telling.length === 0)) return 'sort'
  return half ? 'faint' : 'none'
}

type Evidence = {
  metres: number
  address: AddressRelation
  likeness: Likeness
  /** Neither name says which place it is: "Library", "Mairie". Only one door makes those one place. */
  generic: boolean
  loose: boolean
  oneSource: boolean
}

function verdictOf({
  metres,
  address,
  likeness,
  generic,
  loose,
  oneSource,
}: Evidence): Comparison['verdict'] {
  const sure = likeness === 'equal' || likeness === 'alike'
  const alike = sure || likeness === 'close'
  if (likeness === 'none') return 'different'
  if (address === 'exact') {
    if (sure && metres <= NEAR) return 'same'
    if (likeness === 'equal' && !generic && metres <= MISPLACED) return 'same'
    return metres <= (alike || likeness === 'sort' ? ASTRAY : NEAR) ? 'doubtful' : 'different'
  }
  if (!alike || metres > (loose ? ASTRAY : NEAR)) return 'different'
  // A source that lists two numbers of a street means two doors; between two sources it may be a corner.
  if (address === 'doors' && oneSource) return 'different'
  if (address === 'doors' || address === 'other')
    return metres <= BUILDING && !loose ? 'doubtful' : 'different'
  return likeness === 'equal' && !generic && metres <= DOORSTEP && !loose ? 'same' : 'doubtful'
}

const BANDS = { same: [0.85, 1], doubtful: [0.5, 0.84], different: [0, 0.49] } as const
const ADDRESS_WORTH: Record<AddressRelation, number> = {
  exact: 1,
  street: 0.7,
  unknown: 0.4,
  doors: 0.2,
  other: 0,
}

/** Orders pairs of one verdict: names count half, the address three tenths, nearness the rest. */
function scoreOf(
  verdict: Comparison['verdict'],
  {
    metres,
    address,
    names: [a, b],
  }: { metres: number; address: AddressRelation; names: [ReadName, ReadName] },
): number {
  const near = Math.max(0, 1 - metres / NEAR)
  const worth = 0.5 * shared(a.words, b.words) + 0.3 * ADDRESS_WORTH[address] + 0.2 * near
  const [low, high] = BANDS[verdict]
  return Math.round((low + (high - low) * worth) * 1000) / 1000
}

/** Letter by letter: "Honesto" is not "Honest Burger". */
function within(a: string[], b: string[]): boolean {
  const [short, long] = a.length <= b.length ? [new Set(a), new Set(b)] : [new Set(b), new Set(a)]
  return short.size > 0 && long.size <= 2 * short.size && [...short].every((word) => long.has(word))
}

const sameSet = (a: Set<string>, b: Set<string>) => a.size === b.size && [...a].every((word) => b.has(word))

/**
 * The pairs of places at most `metres` apart, each once, the earlier place first. Places are put into cubes of that
 * edge in space, where neither the poles nor the date line are special: only neighbouring cubes are looked through. Of
 * pairs whose later place is not `wanted` nothing is looked at.
 */
export function candidatePairs<T extends { point: LatLng }>(
  places: readonly T[],
  metres: number,
  wanted: (later: T) => boolean = () => true,
): [T, T][] {
  if (!(metres > 0)) throw new RangeError('metres must be positive')
  const cubes = new Map<number, Cube<T>>()
  const pairs: [T, T][] = []
  for (const place of places) {
    const [x, y, z] = cubeOf(place.point, metres)
    for (let dx = wanted(place) ? -1 : 2; dx <= 1; dx++)
      for (let dy = -1; dy <= 1; dy++)
        for (let dz = -1; dz <= 1; dz++)
          for (const other of found(cubes, x + dx, y + dy, z + dz)?.places ?? [])
            if (distance(other.point, place.point) <= metres) pairs.push([other, place])
    const cube = found(cubes, x, y, z)
    if (cube) cube.places.push(place)
    else cubes.set(keyOf(x, y, z), { x, y, z, places: [place], next: cubes.get(keyOf(x, y, z)) })
  }
  return pairs
}

/** Cubes of one key hang on each other. */
type Cube<T> = { x: number; y: number; z: number; places: T[]; next: Cube<T> | undefined }

const keyOf = (x: number, y: number, z: number) =>
  Math.imul(x, 73_856_093) ^ Math.imul(y, 19_349_663) ^ Math.imul(z, 83_492_791)

function found<T>(cubes: Map<number, Cube<T>>, x: number, y: number, z: number): Cube<T> | undefined {
  let cube = cubes.get(keyOf(x, y, z))
  while (cube && (cube.x !== x || cube.y !== y || cube.z !== z)) cube = cube.next
  return cube
}

function cubeOf({ lat, lng }: LatLng, edge: number): [number, number, number] {
  const [phi, lambda] = [(lat * Math.PI) / 180, (lng * Math.PI) / 180]
  const cell = (unit: number) => Math.floor((unit * EARTH_RADIUS) / edge)
  return [cell(Math.cos(phi) * Math.cos(lambda)), cell(Math.cos(phi) * Math.sin(lambda)), cell(Math.sin(phi))]
}
