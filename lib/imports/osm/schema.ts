import { z } from 'zod'

/** Longest value that OpenStreetMap's database takes is 255; exports of others may join several. */
const MAX_VALUE = 2_000
const MAX_TAGS = 500

const scalar = z.union([z.string().max(MAX_VALUE), z.number(), z.boolean()])

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

/** The plain values of properties, as text, without the empty ones. */
export function tagsOf(all: Record<string, unknown>): Tags {
  const entries = Object.entries(all).flatMap(([key, value]) => {
    const plain = scalar.safeParse(value)
    const text = plain.success ? String(plain.data).trim() : ''
    return text === '' ? [] : [[key, text] as const]
  })
  return Object.fromEntries(entries)
}
