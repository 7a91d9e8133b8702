import { boxes } from '@/lib/geo/bbox'
import type { BBox } from '@/lib/geo/types'

/** What is asked for beside coworking: only those that say that they have internet. */
export const ALSO = { cafes: 'cafe', libraries: 'library' } as const
export type Also = keyof typeof ALSO

/** Degrees of a side: about 110 km from south to north. */
const TILE = 1
/** Boxes with shorter sides are not halved again: about 2 km. */
const SMALLEST = 0.02
/** More is not asked of a server that others wait for: an extract of the whole country is the better source then. */
export const MOST_TILES = 400

const round = (degrees: number) => Number(degrees.toFixed(4))

/** The box as Overpass writes it, in degrees to some ten metres: south, west, north, east. */
export function written({ south, west, north, east }: BBox, between = ','): string {
  return [south, west, north, east].map(round).join(between)
}

/** "43.4,6.9,43.6,7.1" as `--bbox` takes it: south, west, north, east. Null for what is no box on earth. */
export function boxOf(typed: string): BBox | null {
  const parts = typed.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)))
  const [south = Number.NaN, west = Number.NaN, north = Number.NaN, east = Number.NaN] = parts
  const onEarth = south >= -90 && north <= 90 && Math.abs(west) <= 180 && Math.abs(east) <= 180
  return parts.length === 4 && onEarth && south < north && west !== east ? { west, south, east, north } : null
}

/** The area in boxes that a server can answer at once, row by row from the south-west. */
export function tilesOf(area: BBox): BBox[] {
  return boxes(area).flatMap(({ west, south, east, north }) => {
    const wide = Math.ceil((east - west) / TILE)
    const tall = Math.ceil((north - south) / TILE)
    const x = (step: number) => round(west + ((east - west) * step) / wide)
    const y = (step: number) => round(south + ((north - south) * step) / tall)
    return Array.from({ length: wide * tall }, (_, at) => {
      const [column, row] = [at % wide, Math.floor(at / wide)]
      return { west: x(column), south: y(row), east: x(column + 1), north: y(row + 1) }
    })
  })
}

/** Two boxes in place of one, apart along its longer side; null when it is too small for that. */
export function halvesOf(box: BBox): [BBox, BBox] | null {
  const [width, height] = [box.east - box.west, box.north - box.south]
  if (Math.max(width, height) < SMALLEST) return null
  if (width > height) {
    const middle = round(box.west + width / 2)
    return [
      { ...box, east: middle },
      { ...box, west: middle },
    ]
  }
  const middle = round(box.south + height / 2)
  return [
    { ...box, north: middle },
    { ...box, south: middle },
  ]
}

/**
 * The question in Overpass QL. `center` gives ways and relations a position, and leaves nodes theirs.
 * Source: https://wiki.openstreetmap.org/wiki/Overpass_API/Overpass_QL
 */
export function queryOf(box: BBox, also: readonly Also[], seconds: number): string {
  const online = also
    .toSorted()
    .map((one) => `nwr[amenity=${ALSO[one]}][internet_access][internet_access!=no];`)
  const all = ['nwr[amenity=coworking_space];', 'nwr[office=coworking];', ...online].join('')
  return `[out:json][timeout:${seconds}][bbox:${written(box)}];(${all});out center tags;`
}

/** What a server answered. */
export type Answer = { status: number; retryAfter: string | null; text: string }

/** What to make of it. `why` ends a sentence that begins with the server's name. */
export type Verdict =
  | { is: 'places'; count: number }
  /** Ask again, after so many milliseconds where the server says so. */
  | { is: 'busy'; why: string; wait: number | null }
  /** The box holds more than the server can give. */
  | { is: 'too_much'; why: string }
  | { is: 'refused'; why: string }

/** Statuses that pass: too many requests, and servers that are in trouble. */
const PASSING = new Set([408, 429, 500, 502, 503, 504])

/** The server found no time to begin; no smaller box would have helped. */
const TOO_BUSY = /Dispatcher_Client|too busy|rate_limited/

export function verdictOn({ status, retryAfter, text }: Answer, now: Date): Verdict {
  if (status !== 200) {
    const words = wordsOf(text)
    const why = `answered ${status}${words ? ` ("${words}")` : ''}`
    return PASSING.has(status)
      ? { is: 'busy', why, wait: waitAsked(retryAfter, now) }
      : { is: 'refused', why }
  }
  let answer: unknown
  try {
    answer = JSON.parse(text)
  } catch {
    const why = /^\s*</.test(text)
      ? `answered with a web page ("${wordsOf(text)}")`
      : 'broke off in the middle'
    return { is: 'busy', why, wait: null }
  }
  const { elements, remark } = Object(answer) as { elements?: unknown; remark?: unknown }
  if (!Array.isArray(elements)) return { is: 'refused', why: 'answers JSON, but not as Overpass does' }
  // It comes with status 200, and the elements that were found until then.
  if (typeof remark === 'string' && /runtime error/i.test(remark)) {
    const why = `says "${remark.replaceAll(/\s+/g, ' ').slice(0, 200)}"`
    return TOO_BUSY.test(remark) ? { is: 'busy', why, wait: null } : { is: 'too_much', why }
  }
  return { is: 'places', count: elements.length }
}

/** The words of a server's own error page, as far as they fit a line. */
function wordsOf(page: string): string {
  return page
    .slice(0, 20_000)
    .replaceAll(/<(head|style|script)\b[\s\S]*?<\/\1>/gi, ' ')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/&(quot|#39|apos);/g, "'")
    .replaceAll(/&\w+;/g, ' ')
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, 200)
}

/** `Retry-After` in milliseconds: seconds, or a date (RFC 9110 §10.2.3); null when it says nothing. */
export function waitAsked(header: string | null, now: Date): number | null {
  const text = header?.trim() ?? ''
  if (/^\d{1,6}$/.test(text)) return Number(text) * 1_000
  const date = / GMT$/.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(date) ? null : Math.max(0, date - now.getTime())
}

/** Milliseconds: the first wait, the longest of our own, and the longest that a server may ask for. */
const FIRST_WAIT = 10_000
const LONGEST_WAIT = 300_000
const LONGEST_ASKED = 1_800_000

/** Milliseconds to wait after so many answers in vain (from 1); null where the server asks for more than we have. */
export function waitAfter(failures: number, asked: number | null): number | null {
  if (asked !== null) return asked <= LONGEST_ASKED ? Math.max(asked, 1_000) : null
  return Math.min(FIRST_WAIT * 2 ** (failures - 1), LONGEST_WAIT)
}
