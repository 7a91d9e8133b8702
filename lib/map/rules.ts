import { EVENT_KINDS } from '@/lib/events/kinds/terms'
import { mercatorY } from '@/lib/geo/bbox'
import { SPACE_KINDS } from '@/lib/spaces/terms'
import {
  FACTS,
  type Fact,
  type Filters,
  type Kind,
  LAYERS,
  type Layer,
  NAMED_WHENS,
  type View,
  type When,
} from './terms'

/** Where the map opens when no place is known: the Croisette in Cannes, wide enough for Grasse, Antibes and Nice. */
export const DEFAULT_VIEW: View = { lat: 43.5513, lng: 7.0128, zoom: 11 }

const same = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((x, i) => x === b[i])

/** What is shown when nobody said: all; what can be gentle, or offers a trial day; what has one of the chosen kinds. */
export function layersOf({ kinds, gentle, trial }: Pick<Filters, 'kinds' | 'gentle' | 'trial'>): Layer[] {
  if (gentle) return ['events']
  if (trial) return ['spaces']
  if (kinds.length === 0) return [...LAYERS]
  const has = (own: readonly Kind[]) => kinds.some((kind) => own.includes(kind))
  return LAYERS.filter(
    (layer) => (layer === 'events' && has(EVENT_KINDS)) || (layer === 'spaces' && has(SPACE_KINDS)),
  )
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

/** A picked day, as opposed to a named stretch of time. */
export function isDay(when: When): boolean {
  return !(NAMED_WHENS as readonly string[]).includes(when)
}
