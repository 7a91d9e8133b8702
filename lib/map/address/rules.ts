import { layersOf } from '@/lib/map/rules'
import {
  FACTS,
  type Fact,
  type Filters,
  KINDS,
  LAYERS,
  NAMED_WHENS,
  type SearchParams,
  type View,
  type When,
} from '@/lib/map/terms'

/**
 * The address of the map's page, read and written in one place for browser and server. By hand and not by a schema,
 * which every visitor's phone would load: docs/decisions/0030-what-the-map-weighs.md.
 */

/** At most five decimals: one metre. */
const rounded = (degrees: number) => String(Math.round(degrees * 1e5) / 1e5)

const same = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((x, i) => x === b[i])

/**
 * The query string (without "?") of a view with its filters; what is as by default is left out, so that a place
 * and a choice have one address. `extra` goes last, empty values left out.
 */
export function toSearch(
  view: View | null,
  filters: Filters,
  extra: Partial<Record<'q' | 'cursor' | 'at' | 'me', string | null>> = {},
): string {
  const search = new URLSearchParams()
  if (view) {
    search.set('lat', rounded(view.lat))
    search.set('lng', rounded(view.lng))
    search.set('z', String(view.zoom))
  }
  if (!same(filters.show, layersOf(filters))) search.set('show', filters.show.join())
  if (filters.kinds.length > 0) search.set('kind', filters.kinds.join())
  if (filters.when !== 'any') search.set('when', filters.when)
  for (const fact of FACTS) if (filters[fact]) search.set(fact, '1')
  if (filters.openAt) search.set('openAt', filters.openAt)
  if (filters.maxPrice !== null) search.set('maxPrice', String(filters.maxPrice))
  for (const [key, value] of Object.entries(extra)) if (value) search.set(key, value)
  // Commas and colons may stand in a query as they are: the address stays readable.
  return search.toString().replaceAll('%2C', ',').replaceAll('%3A', ':')
}

/** Search parameters in the shape Next gives to pages, so that both are read alike. */
export function paramsOf(search: URLSearchParams): SearchParams {
  return Object.fromEntries([...new Set(search.keys())].map((key) => [key, search.getAll(key)]))
}

/** Whatever came in: pages have strings and lists of them, and nothing is taken for granted. */
type Params = Readonly<Record<string, unknown>>

/** The first of a parameter that is given several times; null for none, and for what is no string of that length. */
function textOf(value: unknown, most: number): string | null {
  const first = Array.isArray(value) ? value[0] : value
  return typeof first === 'string' && first.length <= most ? first : null
}

/** The members of `all` that the value names, each once, in the order of `all`; others are ignored. */
function someOf<T extends string>(all: readonly T[], value: unknown): T[] {
  const named = [value].flat().flatMap((item) => (typeof item === 'string' ? item.split(',') : []))
  return all.filter((item) => named.includes(item))
}

const isFlagged = (value: unknown) => textOf(value, 1) === '1'

function degreesOf(value: unknown, limit: number): number | null {
  const text = textOf(value, 24)
  if (text === null || !/^-?\d+(\.\d+)?$/.test(text)) return null
  return Math.abs(Number(text)) <= limit ? Number(text) : null
}

/** The view in a query string (`lat`, `lng`, `z`), or null when there is none or it makes no sense. */
export function readView({ lat, lng, z }: Params): View | null {
  // Web Mercator ends at 85.05°.
  const at = { lat: degreesOf(lat, 85), lng: degreesOf(lng, 180) }
  if (at.lat === null || at.lng === null) return null
  const zoom = Number(textOf(z, 24))
  return { lat: at.lat, lng: at.lng, zoom: Number.isInteger(zoom) && zoom >= 2 && zoom <= 19 ? zoom : 13 }
}

/** The view of the last visit, as the browser keeps it (`lat_lng_zoom`), or null. */
export function readRememberedView(text: string | undefined): View | null {
  if (text === undefined || text.length > 40) return null
  const [lat, lng, z] = text.split('_')
  return readView({ lat, lng, z })
}

/** A day of the calendar, YYYY-MM-DD. PostgreSQL has no year 0, and nobody looks for what is a century away. */
function isCalendarDay(text: string): boolean {
  if (!/^20\d\d-\d\d-\d\d$/.test(text)) return false
  const midnight = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(text)
}

/** Is it a time on the clock of some place, as a field of date and time sends it: YYYY-MM-DDTHH:MM? */
export function isLocalTime(text: string): boolean {
  return /^.{10}T([01]\d|2[0-3]):[0-5]\d$/.test(text) && isCalendarDay(text.slice(0, 10))
}

function whenOf(value: unknown): When {
  const text = textOf(value, 10) ?? 'any'
  return (NAMED_WHENS as readonly string[]).includes(text) || isCalendarDay(text) ? text : 'any'
}

/**
 * The filters in a query string. A value that makes no sense counts as not given: a link never fails.
 * The filter form sends a picked day apart, as `date`; `when` wins over it when it names a stretch of time.
 */
export function readFilters(params: Params): Filters {
  const facts = Object.fromEntries(FACTS.map((fact) => [fact, isFlagged(params[fact])])) as Record<
    Fact,
    boolean
  >
  const kinds = someOf(KINDS, params.kind)
  const show = someOf(LAYERS, params.show)
  const when = whenOf(params.when)
  const openAt = textOf(params.openAt, 16)
  const maxPrice = textOf(params.maxPrice, 4)
  return {
    ...facts,
    kinds,
    show: show.length > 0 ? show : layersOf({ kinds, ...facts }),
    when: when === 'any' ? whenOf(params.date) : when,
    openAt: openAt !== null && isLocalTime(openAt) ? openAt : null,
    maxPrice: maxPrice !== null && /^\d+$/.test(maxPrice) && Number(maxPrice) > 0 ? Number(maxPrice) : null,
  }
}

const SEARCHED = 80

/** What goes with the view on the page of the map: searched words, next page, selected card. */
export type Page = {
  q: string
  cursor: string | null
  at: string | null
  /** The centre is where the person is: they asked for it, and have not moved the map since. */
  me: boolean
}

export function readPage({ q, cursor, at, me }: Params): Page {
  const words = textOf(q, Number.POSITIVE_INFINITY)?.trim() ?? ''
  const selected = textOf(at, 42)
  return {
    q: words.length <= SEARCHED ? words : '',
    cursor: textOf(cursor, 200),
    at: selected !== null && /^(event|space):[0-9a-f-]{36}$/.test(selected) ? selected : null,
    me: isFlagged(me),
  }
}
