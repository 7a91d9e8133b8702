import { EVENT_KINDS } from '@/lib/events/kinds/terms'
import { SPACE_KINDS } from '@/lib/spaces/terms'

/** What a map may show, in the order of the list. */
export const LAYERS = ['events', 'spaces', 'people'] as const
export type Layer = (typeof LAYERS)[number]

/** Centre in degrees (WGS 84) and slippy-map zoom. */
export type View = { lat: number; lng: number; zoom: number }

/** A table at a home is one kind to whoever looks for it, whether it is an outing or a place. */
export const KINDS = [...new Set([...EVENT_KINDS, ...SPACE_KINDS])]
export type Kind = (typeof KINDS)[number]

/** A named stretch of time, or a day as YYYY-MM-DD in the time zone of the place. */
export type When = string
export const NAMED_WHENS = ['any', 'today', 'week', 'weekend'] as const

/**
 * What is asked for by a yes, in the order of the form. `late` is open at 20:00 of the day meant, `accessible` is
 * step-free, `trial` offers a first day.
 */
export const FACTS = [
  'open',
  'late',
  'free',
  'wifi',
  'sockets',
  'quiet',
  'calls',
  'accessible',
  'trial',
  'gentle',
] as const
export type Fact = (typeof FACTS)[number]

export type Filters = Record<Fact, boolean> & {
  show: Layer[]
  kinds: Kind[]
  when: When
  /** Open at that time on the clock of the place: YYYY-MM-DDTHH:MM. */
  openAt: string | null
  /** The most that a day there may cost, in the whole units of its own currency. */
  maxPrice: number | null
}

/** A query string as Next hands it to a page. */
export type SearchParams = Record<string, string | string[] | undefined>
