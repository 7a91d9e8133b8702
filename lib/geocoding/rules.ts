import type { z } from 'zod'
import { fold } from '@/lib/towns/rules'
import {
  banFeatureSchema,
  type Found,
  nominatimPlaceSchema,
  photonFeatureSchema,
  type Question,
  type Service,
} from './schema'

/** Answers asked for. */
const LIMIT = 5

/** How one service is asked and read, and how often at the most. */
export type Adapter = {
  /** Where the public one is. */
  url: string
  /** Milliseconds between two questions, of all people and all instances together. */
  gap: number
  /** May be asked while somebody types. */
  typing: boolean
  /** Who is to be named beside its answers. */
  attribution: string
  query(question: Question): Record<string, string>
  /** What the parsed answer says; null when it is not of this service. Single places that make no sense are left out. */
  read(json: unknown): Found[] | null
}

/** Milliseconds between two questions to a server that the operator chose: its limits are the operator's. */
export const OWN_GAP = 20

export const ADAPTERS: Record<Service, Adapter> = {
  // 50 questions a second and address, 10 for suggestions: we keep to the smaller figure for both.
  ban: {
    url: 'https://data.geopf.fr/geocodage/search',
    gap: 100,
    typing: true,
    attribution: 'Base Adresse Nationale, Géoplateforme',
    query: ({ text, near, typing }) => ({
      // It refuses what does not begin with a letter or digit, and more than 200 characters.
      q: text.replace(/^[^\p{L}\p{N}]+/u, '').slice(0, 200),
      limit: String(LIMIT),
      autocomplete: typing ? '1' : '0',
      ...(near && { lat: String(near.lat), lon: String(near.lng) }),
    }),
    read: (json) => readAll(featuresOf(json), banFeatureSchema, fromBan),
  },
  // "Be fair" is all it says of limits: one question a second is what we call fair.
  photon: {
    url: 'https://photon.komoot.io/api',
    gap: 1000,
    typing: true,
    attribution: '© OpenStreetMap contributors, Photon',
    query: ({ text, language, near }) => ({
      q: text,
      limit: String(LIMIT),
      lang: language,
      ...(near && { lat: String(near.lat), lon: String(near.lng) }),
    }),
    read: (json) => readAll(featuresOf(json), photonFeatureSchema, fromPhoton),
  },
  // One a second for the whole application, and never while somebody types.
  nominatim: {
    url: 'https://nominatim.openstreetmap.org/search',
    gap: 1100,
    typing: false,
    attribution: '© OpenStreetMap contributors, Nominatim',
    query: ({ text, language }) => ({
      q: text,
      format: 'jsonv2',
      limit: String(LIMIT),
      'accept-language': language,
    }),
    read: (json) => (Array.isArray(json) ? readAll(json, nominatimPlaceSchema, fromNominatim) : null),
  },
}

/** The address of a question; what `server` asks for already stays. */
export function addressOf(service: Service, server: string, question: Question): URL {
  const url = new URL(server)
  for (const [name, value] of Object.entries(ADAPTERS[service].query(question)))
    url.searchParams.set(name, value)
  return url
}

function featuresOf(json: unknown): unknown[] | null {
  const features = typeof json === 'object' && json !== null && 'features' in json ? json.features : null
  return Array.isArray(features) ? features : null
}

function readAll<T>(
  items: unknown[] | null,
  schema: z.ZodType<T>,
  toFound: (item: T) => Found | null,
): Found[] | null {
  if (!items) return null
  const found = items.slice(0, 2 * LIMIT).flatMap((item) => {
    const parsed = schema.safeParse(item)
    const one = parsed.success ? toFound(parsed.data) : null
    return one ? [one] : []
  })
  // A town of several postcodes comes once for each.
  const places = Map.groupBy(found, ({ label, lat, lng }) => `${label} ${lat.toFixed(3)} ${lng.toFixed(3)}`)
  return [...places.values()].flatMap(([first]) => first ?? []).slice(0, LIMIT)
}

/** BAN always answers something: below, it is a guess. */
const MIN_SCORE = 0.5

const BAN_KINDS: Record<string, Found['kind']> = {
  housenumber: 'house',
  street: 'street',
  municipality: 'town',
}

function fromBan({ geometry, properties }: z.output<typeof banFeatureSchema>): Found | null {
  const { label, context, type, score } = properties
  if (score < MIN_SCORE) return null
  const [lng, lat] = geometry.coordinates
  return { label, context, kind: BAN_KINDS[type] ?? 'place', lat, lng }
}

const TOWNS = new Set(['city', 'town', 'village', 'hamlet', 'district', 'county', 'state', 'municipality'])

function fromPhoton({ geometry, properties }: z.output<typeof photonFeatureSchema>): Found | null {
  const { name, housenumber, street, postcode, city, state, country, osm_key: key, type } = properties
  const road = street && [housenumber, street].filter(Boolean).join(' ')
  const label = [name, road, [postcode, city].filter(Boolean).join(' ')].filter(Boolean).join(', ')
  if (!label) return null
  const [lng, lat] = geometry.coordinates
  const kind = TOWNS.has(type ?? '') ? 'town' : name ? (key === 'highway' ? 'street' : 'place') : 'house'
  return { label, context: [state, country].filter(Boolean).join(', '), kind, lat, lng }
}

/** Parts of a display name that are shown as the label; the rest is context. */
const LABEL_PARTS = 3

function fromNominatim(place: z.output<typeof nominatimPlaceSchema>): Found {
  const parts = place.display_name.split(',').map((part) => part.trim())
  const key = place.category ?? place.class
  const kind = TOWNS.has(place.addresstype ?? place.type)
    ? 'town'
    : key === 'highway'
      ? 'street'
      : place.type === 'house'
        ? 'house'
        : 'place'
  const { lat, lon: lng } = place
  return {
    label: parts.slice(0, LABEL_PARTS).join(', '),
    context: parts.slice(LABEL_PARTS).join(', '),
    kind,
    lat,
    lng,
  }
}

/** What came back over the wire. */
export type Answer = { status: number; retryAfter: string | null; text: string }

/**
 * What an answer is worth: places (perhaps none); `misread`, which the same question would meet again; or `tired`: over
 * its limit, out of order, or a page for people where data should be. Nothing here throws.
 */
export type Verdict =
  | { is: 'found'; places: Found[] }
  | { is: 'misread' }
  | { is: 'tired'; wait: number | null; why: string }

/** Statuses that say nothing of the question: over the limit, blocked, or out of order. */
const TIRED = new Set([401, 403, 408, 425, 429])

export function verdictOn(service: Service, { status, retryAfter, text }: Answer): Verdict {
  const wait = Number(retryAfter) > 0 ? Number(retryAfter) * 1000 : null
  if (TIRED.has(status) || status >= 500 || (status >= 300 && status < 400))
    return { is: 'tired', wait, why: `answered ${status}` }
  if (status >= 400) return { is: 'misread' }
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return { is: 'tired', wait, why: 'answered with something that is no data' }
  }
  const places = ADAPTERS[service].read(json)
  return places ? { is: 'found', places } : { is: 'misread' }
}

const SHORTEST_REST = 30_000
const LONGEST_REST = 3_600_000
const DAY = 24 * 3_600_000

/** Milliseconds for which a service is left alone after so many failures in a row: doubled up to an hour, or what it asks for. */
export const restAfter = (failures: number, asked: number | null): number =>
  Math.min(DAY, Math.max(asked ?? 0, Math.min(LONGEST_REST, SHORTEST_REST * 2 ** (failures - 1))))

/** Milliseconds for which an answer is good; one that knew nothing, for less. */
export const keptFor = (places: readonly unknown[]): number => (places.length > 0 ? 30 : 1) * DAY

/** Answers that are kept; the oldest go first. */
export const MOST_KEPT = 20_000

/** Degrees to which a question says where one looks: about 10 km, enough to rank and too little to follow somebody. */
const COARSE = 0.1

/** A question as it is asked and remembered: spaces and capitals aside, and from about where. */
export function asAsked({ text, near, ...rest }: Question): Question {
  const coarse = (degrees: number) => Number((Math.round(degrees / COARSE) * COARSE).toFixed(1))
  return {
    ...rest,
    text: text.trim().replaceAll(/\s+/g, ' '),
    near: near && { lat: coarse(near.lat), lng: coarse(near.lng) },
  }
}

/** What says that two questions to one server are the same. */
export const keyOf = (server: string, { text, language, near, typing }: Question): string =>
  [server, fold(text), language, near ? `${near.lat} ${near.lng}` : '', typing ? 1 : 0].join('\n')
