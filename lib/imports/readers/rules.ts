import { createHash } from 'node:crypto'
import { pointOf } from '@/lib/imports/coordinates/rules'
import { centreOf } from '@/lib/imports/geometry/rules'
import { hoursFromFrench } from '@/lib/imports/hours/rules'
import { tagsOf } from '@/lib/imports/osm/schema'
import * as read from '@/lib/imports/spaces/schema'
import { internetSchema, type SpaceKind, wheelchairSchema } from '@/lib/spaces/schema'
import type { Column, Draft, Left, Reader, Row, Target } from './schema'

/** The reader whose columns are all there; the most particular one, if there are several. */
export function readerFor(columns: readonly string[], readers: readonly Reader[]): Reader | null {
  const there = new Set(columns)
  const fitting = readers.filter((reader) => reader.columns.every((column) => there.has(column)))
  return fitting.toSorted((a, b) => b.columns.length - a.columns.length)[0] ?? null
}

/**
 * A row by its columns. Objects inside it have theirs after a dot; a feature's properties are columns, and the centre
 * of its geometry "lat" and "lng" where it has none of that name. Null for what is no object.
 */
export function rowOf(value: unknown): Row | null {
  if (!isObject(value)) return null
  if (value.type === 'Feature') {
    const centre = centreOf(value.geometry)
    return { id: value.id, ...centre, ...(isObject(value.properties) ? flat(value.properties) : {}) }
  }
  return flat(value)
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function flat(object: Record<string, unknown>, prefix = ''): Row {
  return Object.fromEntries(
    Object.entries(object).flatMap(([key, value]) =>
      isObject(value) ? Object.entries(flat(value, `${prefix}${key}.`)) : [[`${prefix}${key}`, value]],
    ),
  )
}

/** The columns of rows of JSON, in the order in which they come; rows that cannot be read have none. */
export function columnsOf(texts: readonly string[]): string[] {
  const columns = texts.flatMap((text) => {
    try {
      return Object.keys(rowOf(JSON.parse(text)) ?? {})
    } catch {
      return []
    }
  })
  return [...new Set(columns)]
}

/** What spreadsheets leave where nothing is. */
const BLANK = /^(-+|#n\/?[ad]|n\/?a|null|none|nan)?$/i

/** The text of a cell, on one line; empty for what stands for nothing. */
export function textOf(value: unknown): string {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return ''
  const text = String(value).replaceAll(/\s+/g, ' ').trim()
  return BLANK.test(text) ? '' : text
}

/** Reads a row; a reason where it is no place to work. */
export function draftOf(reader: Reader, row: Row): Draft | Left {
  const cell = (target: Target) => textOf(valueIn(reader.map[target], row))
  const name = cell('name')
  const kind = reader.kind?.(row) ?? kindOfName(name) ?? 'third_place'
  if (kind === 'other' || kind === 'closed' || kind === 'no_place') return kind
  if (name === '' || kind === 'nameless') return 'nameless'
  const facts = factsOf(reader, cell, kind, name)
  const point = reader.point
    ? reader.point(row)
    : pointOf(valueIn(reader.map.lat, row), valueIn(reader.map.lng, row))
  return {
    externalId: cell('id') || identityOf(facts),
    point,
    doubtful: reader.doubtful?.(row) ?? false,
    facts,
    fields: tagsOf(row),
  }
}

const valueIn = (column: Column | undefined, row: Row): unknown =>
  typeof column === 'function' ? column(row) : column === undefined ? undefined : row[column]

/** Identity of a row that its source does not number: who and where, as it writes them. */
function identityOf({ name, street, postcode, city }: read.SpaceFacts): string {
  const who = [name, street, postcode, city].map((part) => part.toLowerCase()).join('|')
  return `hash/${createHash('sha256').update(who).digest('hex').slice(0, 32)}`
}

function factsOf(
  reader: Reader,
  cell: (target: Target) => string,
  kind: SpaceKind,
  name: string,
): read.SpaceFacts {
  const some = (target: Target) => cell(target) || null
  const words = some('hoursText')
  const hours = some('hours') ?? (words && reader.country === 'FR' ? hoursFromFrench(words) : null)
  return {
    ...read.UNKNOWN,
    kind,
    name: name.slice(0, read.NAME_MAX),
    street: read.text(200).parse([cell('number'), cell('street')].filter(Boolean).join(' ')) ?? '',
    postcode: postcodeOf(cell('postcode'), reader.country),
    city: read.text(100).parse(some('city')) ?? '',
    country: read.country.parse(some('country')) || (reader.country ?? ''),
    website: read.website.parse(some('website')),
    phone: read.text(100).parse(some('phone')),
    email: read.email.parse(some('email')),
    openingHours: read.text(1000).parse(hours),
    hoursText: hours ? null : read.text(1000).parse(words),
    internet: internetSchema.nullable().catch(null).parse(some('internet')),
    charge: read.text(200).parse(some('charge')),
    wheelchair: wheelchairSchema.nullable().catch(null).parse(some('wheelchair')),
    siret: read.siret.parse(some('siret')),
    confirmedOn: read.day.parse(some('checked')),
  }
}

/** Spreadsheets take the leading zero of a French postcode for nothing. */
function postcodeOf(text: string, country: string | undefined): string {
  const code = country === 'FR' && /^\d{4}$/.test(text) ? `0${text}` : text
  return read.text(20).parse(code) ?? ''
}

/** "31/12/2021", "2021/12/31 14:16:50" and ISO 8601, as an ISO date; empty for anything else. */
export function dateOf(value: unknown): string {
  const text = textOf(value)
  const french = text.match(/^(\d{2})\/(\d{2})\/(\d{4})$/)
  if (french) return `${french[3]}-${french[2]}-${french[1]}`
  const year = text.match(/^(\d{4})[-/](\d{2})[-/](\d{2})/)
  return year ? `${year[1]}-${year[2]}-${year[3]}` : ''
}

/** What a name gives away, in French and English. */
const NAMED: [RegExp, SpaceKind][] = [
  [/co-?work|t[ée]l[ée]centre|espace de t[ée]l[ée]travail/i, 'coworking'],
  [/biblioth[eè]que|m[eé]diath[eè]que|\blibrary\b/i, 'library'],
]

export function kindOfName(name: string): SpaceKind | null {
  return NAMED.find(([pattern]) => pattern.test(name))?.[1] ?? null
}

/** "8 rue de la Boétie - 33000 Bordeaux": an address in one cell, in its parts; all of it is street where there is no postcode. */
export function partsOf(address: unknown): { street: string; postcode: string; city: string } {
  const text = textOf(address)
  const match = text.match(/^(.*?)[\s,–-]*\b(\d{5})\b[\s,–-]*(.*)$/)
  return match
    ? { street: match[1] ?? '', postcode: match[2] ?? '', city: match[3] ?? '' }
    : { street: text, postcode: '', city: '' }
}
