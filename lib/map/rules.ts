import { Temporal } from 'temporal-polyfill'
import { mercatorY } from '@/lib/geo/bbox'
import {
  FACTS,
  type Fact,
  type Filters,
  LAYERS,
  layersOf,
  NAMED_WHENS,
  type SearchParams,
  type View,
  type When,
} from './schema'

/** Where the map opens when no place is known: the Croisette in Cannes, wide enough for Grasse, Antibes and Nice. */
export const DEFAULT_VIEW: View = { lat: 43.5513, lng: 7.0128, zoom: 11 }

const same = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((x, i) => x === b[i])

/** At most five decimals: one metre. */
const rounded = (degrees: number) => String(Math.round(degrees * 1e5) / 1e5)

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

/** Search parameters in the shape Next gives to pages, so that one schema reads both. */
export function paramsOf(search: URLSearchParams): SearchParams {
  return Object.fromEntries([...new Set(search.keys())].map((key) => [key, search.getAll(key)]))
}

/** No filter at all. */
export const NO_FILTERS: Filters = {
  show: [...LAYERS],
  kinds: [],
  when: 'any',
  openAt: null,
  maxPrice: null,
  ...(Object.fromEntries(FACTS.map((fact) => [fact, false])) as Record<Fact, false>),
}

/** How many choices narrow the list: the number beside "Filters". */
export function activeFilters(filters: Filters): number {
  const shown = same(filters.show, layersOf(filters)) ? 0 : 1
  const when = filters.when === 'any' ? 0 : 1
  const set = [filters.openAt, filters.maxPrice].filter((value) => value !== null).length
  return shown + filters.kinds.length + when + set + FACTS.filter((fact) => filters[fact]).length
}

/** The same centre, two zooms out: four times as far each way. Null when the whole world is in view already. */
export function widened(view: View): View | null {
  return view.zoom <= 3 ? null : { ...view, zoom: Math.max(3, view.zoom - 2) }
}

/** Has the map left what the list shows: by a zoom, or by more than some pixels either way? */
export function hasMoved(listed: View, view: View, pixels = 60): boolean {
  if (listed.zoom !== view.zoom) return true
  const world = 256 * 2 ** view.zoom
  const east = (Math.abs(view.lng - listed.lng) / 360) * world
  const south = Math.abs(mercatorY(view.lat) - mercatorY(listed.lat)) * world
  return Math.max(east, south) > pixels
}

/** Hour of the evening that is late for a place to work. */
const LATE = 20

/**
 * The moments at which a place has to be open, or an outing to be going on: now, a picked time, and late on its day or
 * today, on the clock of `timeZone` (IANA).
 */
export function momentsOf(
  { open, openAt, late }: Pick<Filters, 'open' | 'openAt' | 'late'>,
  now: Date,
  timeZone: string,
): Date[] {
  const picked = openAt === null ? null : Temporal.PlainDateTime.from(openAt)
  const today = () => Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone)
  const evening = late && (picked ?? today()).toPlainDate().toPlainDateTime({ hour: LATE })
  const instant = (wall: Temporal.PlainDateTime) => new Date(wall.toZonedDateTime(timeZone).epochMilliseconds)
  return [
    ...(open ? [now] : []),
    ...(picked ? [instant(picked)] : []),
    ...(evening ? [instant(evening)] : []),
  ]
}

/** A picked day, as opposed to a named stretch of time. */
export function isDay(when: When): boolean {
  return !(NAMED_WHENS as readonly string[]).includes(when)
}

/**
 * The stretch of time meant by `when`, told at `now` in `timeZone` (IANA): `from` inclusive, `to` exclusive, never
 * before now. A week runs from Monday to Sunday (ISO 8601), a weekend is its Saturday and Sunday; days have 23 to
 * 25 hours. "any" is the year to come. A day gone by gives an empty stretch (`to` <= `from`).
 */
export function whenRange(when: When, now: Date, timeZone: string): { from: Date; to: Date } {
  const zoned = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone)
  const today = zoned.toPlainDate()
  const midnight = (day: Temporal.PlainDate) => new Date(day.toZonedDateTime(timeZone).epochMilliseconds)
  const between = (first: Temporal.PlainDate, days: number) => {
    const from = midnight(first)
    return { from: from > now ? from : now, to: midnight(first.add({ days })) }
  }
  switch (when) {
    case 'any':
      return between(today, 366)
    case 'today':
      return between(today, 1)
    case 'week':
      return between(today, 8 - today.dayOfWeek)
    case 'weekend':
      return between(today.subtract({ days: today.dayOfWeek - 1 }).add({ days: 5 }), 2)
    default:
      return between(Temporal.PlainDate.from(when), 1)
  }
}
