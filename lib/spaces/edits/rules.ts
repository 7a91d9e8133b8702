import type { Internet, InternetFee, Noise, Sockets, SpaceKind, Wheelchair } from '@/lib/spaces/schema'
import {
  type Before,
  type Changes,
  type Column,
  changesSchema,
  type SpaceField,
  type SpaceForm,
} from './schema'

/** What is known of a space, as its form begins with it. Prices in cents, null unknown. */
export interface KnownSpace {
  name: string
  kind: SpaceKind
  description: string
  street: string
  postcode: string
  city: string
  country: string
  lat: number
  lng: number
  level: string | null
  website: string | null
  phone: string | null
  email: string | null
  openingHours: string | null
  hoursText: string | null
  internet: Internet | null
  internetFee: InternetFee | null
  internetSsid: string | null
  fee: boolean | null
  charge: string | null
  priceHour: number | null
  priceDay: number | null
  priceMonth: number | null
  currency: string
  payment: string[]
  callsAllowed: boolean | null
  phoneBooths: boolean | null
  meetingRooms: boolean | null
  coffee: boolean | null
  outdoor: boolean | null
  airConditioning: boolean | null
  bikeParking: boolean | null
  capacity: number | null
  operator: string | null
  wheelchair: Wheelchair | null
  toiletsWheelchair: Wheelchair | null
  languages: string[]
  sockets: Sockets | null
  noise: Noise | null
}

/** What a form shows, by field name: every value as its input holds it. */
export type FormValues = Partial<Record<SpaceField, string | string[]>>

const PRICES: readonly string[] = ['priceHour', 'priceDay', 'priceMonth']

/** A value as its input holds it: "yes", "3.50", "43.55130, 7.01280"; unknown is empty. */
export function shown(field: SpaceField, value: SpaceForm[SpaceField]): string | string[] {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'number')
    return PRICES.includes(field) ? (value / 100).toFixed(value % 100 === 0 ? 0 : 2) : String(value)
  if (Array.isArray(value)) return [...value].sort()
  if (typeof value === 'object') return `${value.lat.toFixed(5)}, ${value.lng.toFixed(5)}`
  // To whoever comes there, made for wheelchairs and fit for them is one.
  return value === 'designated' ? 'yes' : value.replace(/\r\n?/g, '\n').trim()
}

/** What the form of a known space begins with. */
export function formValues(space: KnownSpace): FormValues {
  const { lat, lng, openingHours, hoursText, ...rest } = space
  const said: SpaceForm = { ...rest, position: { lat, lng }, hours: openingHours ?? hoursText }
  return Object.fromEntries(FORM_FIELDS.map((field) => [field, shown(field, said[field])]))
}

/** Every field of the form, in its order. */
export const FORM_FIELDS: readonly SpaceField[] = [
  ...(['name', 'kind', 'hours', 'website', 'phone', 'email', 'description'] as const),
  ...(['street', 'postcode', 'city', 'country', 'position', 'level'] as const),
  ...(['fee', 'priceHour', 'priceDay', 'priceMonth', 'currency', 'charge', 'payment'] as const),
  ...(['internet', 'internetFee', 'internetSsid', 'sockets', 'noise', 'callsAllowed'] as const),
  ...(['phoneBooths', 'meetingRooms', 'coffee', 'outdoor', 'airConditioning', 'bikeParking'] as const),
  ...(['capacity', 'wheelchair', 'toiletsWheelchair', 'languages', 'operator'] as const),
]

/**
 * What somebody changed: the fields that say something else than what the form showed them, whatever became of the
 * space meanwhile.
 */
export function changedFields(seen: FormValues, form: SpaceForm): SpaceForm {
  const changed = FORM_FIELDS.filter(
    (field) => form[field] !== undefined && !alike(shown(field, form[field]), shownBefore(field, seen)),
  )
  return Object.fromEntries(changed.map((field) => [field, form[field]]))
}

/** What an input showed, as `shown` would say it. */
function shownBefore(field: SpaceField, seen: FormValues): string | string[] {
  const value = seen[field] ?? ''
  return Array.isArray(value) ? value.filter(Boolean).sort() : value.replace(/\r\n?/g, '\n').trim()
}

/** Of a list nothing is the same as an empty one. */
const alike = (a: string | string[], b: string | string[]) => [a].flat().join('\n') === [b].flat().join('\n')

/** Columns that mean something together only: they are applied and undone together. */
const TOGETHER: readonly (readonly Column[])[] = [
  ['lat', 'lng'],
  ['openingHours', 'hoursText'],
]

/** The columns that go with one. */
export const together = (column: Column): readonly Column[] =>
  TOGETHER.find((group) => group.includes(column)) ?? [column]

/** Do two values of a column say the same? On which day it closed matters to nobody. */
function sameValue(column: Column, a: unknown, b: unknown): boolean {
  if (column === 'closedOn') return (a ?? null) === null ? (b ?? null) === null : (b ?? null) !== null
  if (Array.isArray(a) && Array.isArray(b)) return [...a].sort().join('\n') === [...b].sort().join('\n')
  return (a ?? null) === (b ?? null)
}

/** The columns of which nothing is left to be done: the space says so already. */
export function alreadySo(current: Changes, changes: Changes): Column[] {
  return columnsOf(changes).filter((column) =>
    together(column).every((one) => !(one in changes) || sameValue(one, current[one], changes[one])),
  )
}

/** The columns that say something else by now than what `seen` holds of them. */
export function changedSince(current: Changes, seen: Changes, changes: Changes): Column[] {
  const moved = columnsOf(changes).filter(
    (column) => column in seen && !sameValue(column, current[column], seen[column]),
  )
  return columnsOf(changes).filter((column) => together(column).some((one) => moved.includes(one)))
}

export const columnsOf = (changes: Changes) => Object.keys(changes) as Column[]

/** Some of the changes. */
export function only(changes: Changes, columns: readonly Column[]): Changes {
  return Object.fromEntries(Object.entries(changes).filter(([name]) => columns.includes(name as Column)))
}

/**
 * The columns to put back as they were: those that still say what was applied. What somebody changed since is theirs,
 * and stays.
 */
export function undoable(current: Changes, changes: Changes, { values }: Before): Column[] {
  const standing = columnsOf(changes).filter((column) => sameValue(column, current[column], changes[column]))
  return columnsOf(changes).filter(
    (column) =>
      column in values && together(column).every((one) => !(one in changes) || standing.includes(one)),
  )
}

/** The day of a moment (UTC), "2026-05-04". */
export const dayOf = (at: Date) => at.toISOString().slice(0, 10)

/** Columns of a row of `spaces` by their names, days as they are written in JSON. */
export function writtenOf(space: object, names: readonly string[]): Before['values'] {
  const values = new Map(Object.entries(space))
  const written = (value: unknown) => (value instanceof Date ? dayOf(value) : value)
  return Object.fromEntries(names.map((name) => [name, written(values.get(name))]))
}

/** What a row of `spaces` says now, as changes would say it. */
export const currentOf = (space: object): Changes => writtenOf(space, Object.keys(changesSchema.shape))

/** Paths to come back to are no longer than this (see `returnToSchema`). */
const LONGEST_PATH = 500

/**
 * A form's own path with what was typed, for the way through signing in: by field name, several values of a list. Null
 * where it does not fit.
 */
export function pathWith(path: string, typed: Record<string, string | string[]>): string | null {
  const query = new URLSearchParams(
    Object.entries(typed).flatMap(([name, values]) => [values].flat().map((value) => [name, value])),
  )
  const whole = query.size > 0 ? `${path}?${query}` : path
  return whole.length <= LONGEST_PATH ? whole : null
}

/** What a URL says of a form's fields; several values of a list. */
export function typedInQuery(
  query: Record<string, string | string[] | undefined>,
  names: readonly string[],
): Record<string, string | string[]> {
  return Object.fromEntries(names.flatMap((name) => (query[name] === undefined ? [] : [[name, query[name]]])))
}
