import { createHash } from 'node:crypto'
import { z } from 'zod'
import { centreOf, centreOfBox, flawOf, type Point } from '@/lib/imports/geometry/rules'
import {
  type Element,
  elementSchema,
  type Feature,
  featureSchema,
  plainElement,
  type Tags,
  tagsOf,
} from './schema'

const anything = z.record(z.string(), z.unknown())
const elementType = elementSchema.pick({ type: true })

/** One object of OpenStreetMap, from whichever format. `id` is null when the export did not keep it. */
export type OsmObject = { id: string | null; point: Point; tags: Tags }

export type Reading = { ok: true; object: OsmObject } | { ok: false; flaw: string }

const LETTERS: Record<string, string> = { n: 'node', w: 'way', r: 'relation' }

/** Reads one row of text. What is wrong with it comes back in words, to follow "row 12: ". */
export function readRow(text: string): Reading {
  let row: unknown
  try {
    row = JSON.parse(text)
  } catch {
    return { ok: false, flaw: 'it is not valid JSON' }
  }
  const plain = typeof row === 'object' && row !== null ? plainElement(row) : null
  if (plain) return placed(fromElement(plain))
  const isFeature = typeof row === 'object' && row !== null && 'type' in row && row.type === 'Feature'
  const isElement = elementType.safeParse(row).success
  if (isFeature) return read(featureSchema.safeParse(row), fromFeature)
  if (isElement) return read(elementSchema.safeParse(row), fromElement)
  return { ok: false, flaw: 'it is neither a GeoJSON Feature nor an element of OpenStreetMap' }
}

function read<T>(
  parsed: z.ZodSafeParseResult<T>,
  build: (row: T) => Omit<OsmObject, 'point'> & { point: Point | null },
): Reading {
  return parsed.success ? placed(build(parsed.data)) : { ok: false as const, flaw: sentence(parsed.error) }
}

function placed({ point, id, tags }: Omit<OsmObject, 'point'> & { point: Point | null }): Reading {
  if (!point) return { ok: false as const, flaw: 'it has no coordinates' }
  const flaw = flawOf(point)
  return flaw ? { ok: false as const, flaw } : { ok: true as const, object: { id, point, tags } }
}

function sentence(error: z.ZodError): string {
  const issue = error.issues[0]
  const where = issue?.path.join('.')
  return where ? `its ${where} is wrong: ${issue?.message}` : (issue?.message ?? 'it is malformed')
}

function fromFeature({ id, geometry, properties }: Feature) {
  const all = properties ?? {}
  // osmtogeojson's older form keeps the tags in an object of their own.
  const inner = anything.safeParse(all.tags)
  const tags = tagsOf(inner.success ? inner.data : all)
  return { id: osmId(id, tagsOf(all)), point: centreOf(geometry), tags: withoutExporterKeys(tags) }
}

function fromElement({ type, id, lat, lon, center, bounds, tags }: Element) {
  const at = center ?? (lat !== undefined && lon !== undefined ? { lat, lon } : null)
  const box = bounds && {
    west: bounds.minlon,
    south: bounds.minlat,
    east: bounds.maxlon,
    north: bounds.maxlat,
  }
  const point = at ? { lat: at.lat, lng: at.lon } : box ? centreOfBox(box) : null
  return { id: `${type}/${id}`, point, tags: tagsOf(tags ?? {}) }
}

/** Exporters write the identity their own way: overpass-turbo, osmtogeojson, QuickOSM, osmium. */
function osmId(id: Feature['id'], tags: Tags): string | null {
  for (const text of [String(id ?? ''), tags['@id'], tags.id, tags.full_id]) {
    const long = text?.match(/^(node|way|relation)\/(\d+)$/)
    if (long) return long[0]
    const short = text?.match(/^([nwr])(\d+)$/)
    if (short) return `${LETTERS[short[1] ?? '']}/${short[2]}`
    const area = text?.match(/^a(\d+)$/)
    // osmium numbers areas: twice the way, or twice the relation plus one.
    if (area)
      return Number(area[1]) % 2 === 0
        ? `way/${Number(area[1]) / 2}`
        : `relation/${(Number(area[1]) - 1) / 2}`
  }
  const type = tags.osm_type ?? tags['@type'] ?? tags.type
  const number = tags.osm_id ?? tags['@id'] ?? tags.id
  const known = type !== undefined && Object.values(LETTERS).includes(type)
  return known && number !== undefined && /^\d+$/.test(number) ? `${type}/${number}` : null
}

const EXPORTER_KEYS = new Set(['id', 'full_id', 'osm_id', 'osm_type', 'osm_version', 'osm_timestamp'])

function withoutExporterKeys(tags: Tags): Tags {
  return Object.fromEntries(
    Object.entries(tags).filter(([key]) => !key.startsWith('@') && !EXPORTER_KEYS.has(key)),
  )
}

/** Identity of an object whose number was lost: its name and its place, to about a metre. */
export function identityOf({ id, point, tags }: OsmObject): string {
  if (id) return id
  const place = `${tags.name ?? ''}|${point.lat.toFixed(5)}|${point.lng.toFixed(5)}`
  return `hash/${createHash('sha256').update(place).digest('hex').slice(0, 32)}`
}
