import { z } from 'zod'
import { EVENT_KINDS } from '@/lib/events/kinds/schema'
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

const one = (value: unknown) => (Array.isArray(value) ? value[0] : value)
const many = (value: unknown) =>
  (Array.isArray(value) ? value : [value]).flatMap((item) =>
    typeof item === 'string' ? item.split(',') : [],
  )

const degrees = (limit: number) =>
  z.preprocess(
    one,
    z
      .string()
      .max(24)
      .regex(/^-?\d+(\.\d+)?$/)
      .transform(Number)
      .pipe(z.number().min(-limit).max(limit)),
  )

/** The view in a query string (`lat`, `lng`, `z`), or null when there is none or it makes no sense. */
export const viewSchema = z
  .object({
    // Web Mercator ends at 85.05°.
    lat: degrees(85),
    lng: degrees(180),
    z: z.preprocess((value) => Number(one(value)), z.int().min(2).max(19)).catch(13),
  })
  .transform(({ lat, lng, z: zoom }): View => ({ lat, lng, zoom }))
  .nullable()
  .catch(null)

/** The view of the last visit, as the browser keeps it: `lat_lng_zoom`. */
export const rememberedViewSchema = z
  .string()
  .max(40)
  .transform((text) => text.split('_'))
  .transform(([lat, lng, z]) => viewSchema.parse({ lat, lng, z }))
  .nullable()
  .catch(null)

/** The members of `all` that the value names, each once, in the order of `all`; others are ignored. */
const someOf = <T extends string>(all: readonly T[]) =>
  z.preprocess(
    many,
    z.array(z.string()).transform((named) => all.filter((item) => named.includes(item))),
  )

const flag = z.preprocess((value) => one(value) === '1', z.boolean())
const factFlags = Object.fromEntries(FACTS.map((fact) => [fact, flag])) as Record<Fact, typeof flag>
// PostgreSQL has no year 0, and nobody looks for what is a century away.
const daySchema = z.iso.date().refine((day) => day > '2000' && day < '2100')
const whenSchema = z.preprocess(one, z.union([z.enum(NAMED_WHENS), daySchema])).catch('any')

/** A time on the clock of some place, as a field of date and time sends it: YYYY-MM-DDTHH:MM. */
export const localTimeSchema = z.iso
  .datetime({ local: true, precision: -1 })
  .max(16)
  .refine((at) => daySchema.safeParse(at.slice(0, 10)).success)

const openAtSchema = z.preprocess(one, localTimeSchema).nullable().catch(null)

const maxPriceSchema = z
  .preprocess(
    one,
    z
      .string()
      .regex(/^\d{1,4}$/)
      .transform(Number)
      .pipe(z.number().min(1)),
  )
  .nullable()
  .catch(null)

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

/**
 * The filters in a query string. A value that makes no sense counts as not given: a link never fails.
 * The filter form sends a picked day apart, as `date`; `when` wins over it when it names a stretch of time.
 */
export const filtersSchema = z
  .object({
    show: someOf(LAYERS),
    kind: someOf(KINDS),
    when: whenSchema,
    date: whenSchema,
    openAt: openAtSchema,
    maxPrice: maxPriceSchema,
    ...factFlags,
  })
  .transform(
    ({ show, kind, when, date, ...rest }): Filters => ({
      show: show.length > 0 ? show : layersOf({ kinds: kind, ...rest }),
      kinds: kind,
      when: when === 'any' ? date : when,
      ...rest,
    }),
  )

/** What goes with the view on the page of the map: searched words, next page, selected card. */
export const explorePageSchema = z.object({
  q: z.preprocess(one, z.string().trim().max(80)).catch(''),
  cursor: z.preprocess(one, z.string().max(200)).nullable().catch(null),
  at: z
    .preprocess(one, z.string().regex(/^(event|space):[0-9a-f-]{36}$/))
    .nullable()
    .catch(null),
  /** The centre is where the person is: they asked for it, and have not moved the map since. */
  me: flag,
})
