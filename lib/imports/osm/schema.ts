import { z } from 'zod'

/** Longest value that OpenStreetMap's database takes is 255; exports of others may join several. */
const MAX_VALUE = 2_000
const MAX_TAGS = 500

/** What a tag may be. */
export const scalar = z.union([z.string().max(MAX_VALUE), z.number(), z.boolean()])

/** Properties of any kind; what is no plain value is no tag and left out. */
const properties = z
  .record(z.string().max(255), z.unknown())
  .refine((all) => Object.keys(all).length <= MAX_TAGS, 'it has too many properties')

const id = z.union([z.string().max(100), z.number()]).nullish()

/** A feature of a GeoJSON file (RFC 7946 §3.2). The geometry is judged by `centreOf`. */
export const featureSchema = z.object({
  type: z.literal('Feature', 'it is not a GeoJSON Feature'),
  id,
  geometry: z.unknown(),
  properties: properties.nullish(),
})

/** An element of an Overpass answer: https://wiki.openstreetmap.org/wiki/OSM_JSON */
export const elementSchema = z.object({
  type: z.enum(['node', 'way', 'relation']),
  id: z.number('it has no id').int(),
  lat: z.number().optional(),
  lon: z.number().optional(),
  center: z.object({ lat: z.number(), lon: z.number() }).optional(),
  bounds: z
    .object({ minlat: z.number(), minlon: z.number(), maxlat: z.number(), maxlon: z.number() })
    .optional(),
  tags: properties.optional(),
})

export type Feature = z.output<typeof featureSchema>
export type Element = z.output<typeof elementSchema>

/** Keys and values as OpenStreetMap has them. */
export type Tags = Record<string, string>

/**
 * The plain values of properties, as text, without the empty ones: what `scalar` takes, asked by hand, as a million rows
 * have ten million of them. PostgreSQL takes neither NUL nor half a character: they are left out.
 */
export function tagsOf(all: Record<string, unknown>): Tags {
  const tags: Tags = {}
  for (const key of Object.keys(all)) {
    // zod leaves this one out as well: an assignment would set the prototype.
    if (key === '__proto__') continue
    const text = textOf(all[key])
    if (text !== '') tags[key] = text
  }
  return tags
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value.length > MAX_VALUE ? '' : sound(value).trim()
  return (typeof value === 'number' && Number.isFinite(value)) || typeof value === 'boolean'
    ? String(value)
    : ''
}

const sound = (text: string) => {
  const whole = text.isWellFormed() ? text : text.toWellFormed()
  return whole.includes('\0') ? whole.replaceAll('\0', '') : whole
}

/** An element with a point of its own and few tags, which most are, by hand; null is for `elementSchema` to judge. */
export function plainElement(row: object): Element | null {
  const { type, id, lat, lon, tags, center, bounds } = row as Record<keyof Element, unknown>
  if (type !== 'node' || !Number.isSafeInteger(id) || center !== undefined || bounds !== undefined)
    return null
  if (!Number.isFinite(lat) || !Number.isFinite(lon)) return null
  if (typeof tags !== 'object' || tags === null || Array.isArray(tags)) return null
  const keys = Object.keys(tags)
  return keys.length <= MAX_TAGS && keys.every((key) => key.length <= 255) ? (row as Element) : null
}
