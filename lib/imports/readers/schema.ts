import type { Point } from '@/lib/imports/geometry/rules'
import type { SpaceFacts } from '@/lib/imports/spaces/schema'
import type { SpaceKind } from '@/lib/spaces/schema'

/** One row of a table by its columns; nested objects of JSON have theirs after a dot ("geo.lat"). */
export type Row = Record<string, unknown>

/** Why a sound row of a table is no space here. */
export type Left = 'other' | 'nameless' | 'closed' | 'no_place'

/** What a column says, once found: its name, or how it is read. */
export type Column = string | ((row: Row) => unknown)

/** What a reader may know of a row, each from a column. Values are read leniently: nonsense is unknown. */
export const TARGETS = [
  'id',
  'name',
  'kind',
  'lat',
  'lng',
  'number',
  'street',
  'postcode',
  'city',
  'country',
  'website',
  'phone',
  'email',
  'hours',
  'hoursText',
  'wheelchair',
  'internet',
  'charge',
  'siret',
  'checked',
] as const

export type Target = (typeof TARGETS)[number]

/** How the tables of one source are read. */
export type Reader = {
  /** Its name in `space_sources`, and in lib/spaces/sources. */
  source: string
  licence: string
  /** Columns that its tables have and others have not; all of them must be there. */
  columns: readonly string[]
  map: Partial<Record<Target, Column>>
  /** Coordinates that are not two columns of degrees. */
  point?: (row: Row) => Point | null
  /** Whoever looked the address up was not sure of it. */
  doubtful?: (row: Row) => boolean
  /** What its rows are; a reason leaves one out. Without it, what the name says, else `third_place`. */
  kind?: (row: Row) => SpaceKind | Left
  /** ISO 3166-1 alpha-2, of rows that name no country. */
  country?: string
}

/** A place as a source gives it. `hash` of its own identity stands in `externalId` where it has none. */
export type Draft = {
  externalId: string
  point: Point | null
  doubtful: boolean
  facts: SpaceFacts
  /** The source's own columns and values, without the empty ones. */
  fields: Record<string, string>
}
