import { hash as sha } from 'node:crypto'
import { z } from 'zod'
import type { Tags } from '@/lib/imports/osm/schema'
import { internetFeeSchema, internetSchema, type SpaceKind, wheelchairSchema } from '@/lib/spaces/schema'
import type { Reason, SpaceFacts } from './schema'
import * as read from './schema'

/** Rises when the same tags give other facts or doors than before, so that a new import writes them again. */
const READING = 3

/** Keys that say what an object is. Without any of them it is untagged. */
const MAIN_KEYS = [
  'amenity',
  'office',
  'shop',
  'leisure',
  'tourism',
  'craft',
  'building',
  'highway',
  'place',
  'railway',
]

/** What a file's name says of its untagged rows. */
const NAME_HINTS: [RegExp, SpaceKind][] = [
  [/co-?work/i, 'coworking'],
  [/tiers[-_ ]?lieu|third[-_ ]?place/i, 'third_place'],
  [/librar|biblioth|m[eé]diath/i, 'library'],
  [/coffee|caf[eé]/i, 'cafe'],
]

export function kindFromName(fileName: string): SpaceKind | null {
  return NAME_HINTS.find(([pattern]) => pattern.test(fileName))?.[1] ?? null
}

/** Is this a place to work, and of which kind? `hint` is the kind of untagged rows. */
export function kindOf(tags: Tags, hint: SpaceKind | null): { kind: SpaceKind; hinted: boolean } | Reason {
  if (tags.amenity === 'coworking_space' || tags.office === 'coworking')
    return { kind: 'coworking', hinted: false }
  if (tags.amenity === 'cafe' || tags.amenity === 'library') {
    const online = tags.internet_access !== undefined && tags.internet_access !== 'no'
    return online ? { kind: tags.amenity, hinted: false } : 'no_internet'
  }
  if (MAIN_KEYS.some((key) => key in tags)) return 'other'
  return hint ? { kind: hint, hinted: true } : 'untagged'
}

/** The name people know it by; a chain's place may go by its brand alone. */
export function nameOf(tags: Tags): string | null {
  return tags.name ?? tags.brand ?? tags.operator ?? null
}

/** The facts that tags give. A value that makes no sense is unknown; it never costs the row. */
export function factsOf(kind: SpaceKind, name: string, tags: Tags): SpaceFacts {
  const word = <T>(schema: z.ZodType<T>, value: string | undefined) => firstOf(schema, value)
  return {
    kind,
    name: name.slice(0, read.NAME_MAX),
    street: street(tags),
    postcode: read.shortText(tags['addr:postcode'] ?? tags.postcode, 20) ?? '',
    city: read.shortText(tags['addr:city'] ?? tags.city, 100) ?? '',
    country: read.readBy(read.country, tags['addr:country']) ?? '',
    website: read.readBy(read.website, tags.website ?? tags['contact:website'] ?? tags.url),
    phone: read.shortText(tags.phone ?? tags['contact:phone'], 100),
    email: read.readBy(read.email, tags.email ?? tags['contact:email']),
    openingHours: read.shortText(tags.opening_hours, 1000),
    hoursText: null,
    internet: word(internetSchema, tags.internet_access?.replaceAll(/\bwi-?fi\b/gi, 'wlan')),
    internetFee: word(internetFeeSchema, tags['internet_access:fee']),
    internetSsid: read.shortText(tags['internet_access:ssid'], 100),
    fee: read.readBy(read.flag, tags.fee),
    charge: read.shortText(tags.charge, 200),
    capacity: read.readBy(read.seats, tags.capacity),
    wheelchair: word(wheelchairSchema, tags.wheelchair),
    toiletsWheelchair: word(wheelchairSchema, tags['toilets:wheelchair']),
    airConditioning: read.readBy(read.flag, tags.air_conditioning),
    operator: read.shortText(tags.operator, 200),
    level: read.shortText(tags.level, 20),
    siret: read.readBy(read.siret, tags['ref:FR:SIRET']),
    payment: payment(tags),
    confirmedOn: read.readBy(read.day, tags.check_date),
    hoursConfirmedOn: read.readBy(read.day, tags['check_date:opening_hours']),
  }
}

/** "wlan;wired" names several: the first that is known counts. */
function firstOf<T>(schema: z.ZodType<T>, value: string | undefined): T | null {
  for (const part of value?.split(';') ?? []) {
    const parsed = schema.safeParse(part.trim())
    if (parsed.success) return parsed.data
  }
  return null
}

function street(tags: Tags): string {
  const numbered = [tags['addr:housenumber'], tags['addr:street'] ?? tags['addr:place']]
    .filter(Boolean)
    .join(' ')
  const whole = tags['addr:street'] || tags['addr:place'] ? numbered : (tags['addr:full'] ?? tags.address)
  return read.shortText(whole, 200) ?? ''
}

function payment(tags: Tags): string[] {
  const means = Object.keys(tags).filter((key) => key.startsWith('payment:') && tags[key] === 'yes')
  return means.map((key) => key.slice('payment:'.length, 60)).slice(0, 30)
}

/** SHA-256 of what is imported of a row: equal when nothing changed. */
export function hashOf(lat: number, lng: number, kind: SpaceKind, tags: Tags): string {
  const sorted = Object.entries(tags).sort(([a], [b]) => (a < b ? -1 : 1))
  return sha('sha256', JSON.stringify([READING, kind, lat, lng, sorted]))
}

/** Facts of which nobody is named: they follow from others, or are about the row itself. */
const OWN = new Set(['timeZone', 'approximate', 'confirmedOn', 'hoursConfirmedOn'])

/** `spaces.provenance` of columns that a source gives: its name for each that it knows something of. */
export function toldBy(source: string, columns: Record<string, unknown>): Record<string, string> {
  const told: Record<string, string> = {}
  for (const field in columns) if (known(columns[field]) && !OWN.has(field)) told[field] = source
  return told
}

const known = (value: unknown) =>
  value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)

const provenanceSchema = z.record(z.string(), z.string()).catch({})

/** What of `spaces.provenance` no import may overwrite: what the owner, or people there, said. */
export function saidThere(provenance: unknown): Record<string, string> {
  const parsed = provenanceSchema.parse(provenance)
  return Object.fromEntries(Object.entries(parsed).filter(([, by]) => by === 'people' || by === 'owner'))
}

/** A point is one thing: whoever said one half of it said both. Whoever said the hours knew them on that day. */
export function withoutFields<T extends Record<string, unknown>>(columns: T, fields: string[]): Partial<T> {
  const kept = new Set(fields)
  if (kept.has('lat') || kept.has('lng'))
    for (const part of ['lat', 'lng', 'timeZone', 'approximate']) kept.add(part)
  if (kept.has('openingHours')) kept.add('hoursConfirmedOn')
  return Object.fromEntries(Object.entries(columns).filter(([field]) => !kept.has(field))) as Partial<T>
}
