import { readAddress } from '@/lib/imports/addresses/rules'
import { ASTRAY, type Place } from '@/lib/imports/doubles/rules'
import { fold } from '@/lib/towns/rules'

/** `space_sources.door_city` and `door_postcode`: null where the number, or the town, is not told. */
export type Doors = { city: number | null; postcode: number | null }

/** Rows of squares along a degree: about 5.5 km. */
const ROWS = 20
const METRES_PER_DEGREE = 111_195

/** Names of towns remembered: a file holds few, and each of them often. */
const TOWNS = 20_000
const folded = new Map<string, string>()

/** A town's name as it is compared. */
export function foldedTown(name: string): string {
  const known = folded.get(name)
  if (known !== undefined) return known
  if (folded.size === TOWNS) folded.clear()
  const made = fold(name)
  folded.set(name, made)
  return made
}

/** The house number of a place; empty if there is none. */
export const numberOf = ({ number, street, city }: Place): string => number ?? houseNumber(street, city)

/** The house number in a street's address; empty if there is none. */
export function houseNumber(street: string, city: string): string {
  return /\p{N}/u.test(street) ? readAddress(street, city).number : ''
}

/**
 * What a place is found by when its point is some way off: its house number, its town and the square that it is in, in 32
 * bits. Two places that differ may have the same; who looks compares them.
 */
export function doorsOf(place: Place): Doors {
  const [city, postcode] = keysOf(place)
  if (city === null && postcode === null) return { city, postcode }
  const { lat, lng } = place.point
  const row = Math.floor(lat * ROWS)
  const column = Math.floor(lng * columnsOf(row))
  return {
    city: city === null ? null : inSquare(city, row, column),
    postcode: postcode === null ? null : inSquare(postcode, row, column),
  }
}

/** The doors that a place of the same number and town within `ASTRAY` may have: those of the squares around. */
export function doorsAround(place: Place): { city: number[]; postcode: number[] } {
  const found = { city: [] as number[], postcode: [] as number[] }
  const [city, postcode] = keysOf(place)
  if (city === null && postcode === null) return found
  const { lat, lng } = place.point
  const tall = ASTRAY / METRES_PER_DEGREE
  const wide = tall / Math.max(0.01, Math.cos(((Math.abs(lat) + tall) * Math.PI) / 180))
  for (let row = Math.floor((lat - tall) * ROWS); row <= Math.floor((lat + tall) * ROWS); row++) {
    const columns = columnsOf(row)
    const last = Math.floor((lng + wide) * columns)
    for (let column = Math.floor((lng - wide) * columns); column <= last; column++) {
      if (city !== null) found.city.push(inSquare(city, row, column))
      if (postcode !== null) found.postcode.push(inSquare(postcode, row, column))
    }
  }
  return found
}

/** Its number in its town, and in its postcode; null where either is not told. */
function keysOf(place: Place): [city: number | null, postcode: number | null] {
  const number = numberOf(place)
  if (number === '') return [null, null]
  const city = foldedTown(place.city)
  return [
    city === '' ? null : hashOf(`${number} ${city}`),
    place.postcode === '' ? null : hashOf(`${number} ${place.postcode}`),
  ]
}

/** Squares are about as wide as tall: fewer to a degree towards the poles. */
function columnsOf(row: number): number {
  return Math.max(1, Math.floor(ROWS * Math.cos((((row + 0.5) / ROWS) * Math.PI) / 180)))
}

/** FNV-1a over UTF-16 units: http://www.isthe.com/chongo/tech/comp/fnv/ */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = mixed(hash, text.charCodeAt(i))
  return hash
}

/** A signed number of 32 bits. */
function inSquare(key: number, row: number, column: number): number {
  const hash = mixed(mixed(key, row), column)
  return hash ^ (hash >>> 15)
}

const mixed = (hash: number, part: number) => Math.imul(hash ^ part, 0x01000193)
