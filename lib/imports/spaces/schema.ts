import { z } from 'zod'
import {
  type Internet,
  type InternetFee,
  internetFeeSchema,
  internetSchema,
  type SpaceKind,
  spaceKindSchema,
  type Wheelchair,
  wheelchairSchema,
} from '@/lib/spaces/schema'

export const NAME_MAX = 200

/** Why a row that is sound is left out. The words of the table at the end. */
export const REASONS = {
  broken: 'broken',
  other: 'not a place to work',
  no_internet: 'café or library without known internet',
  nameless: 'without a name',
  untagged: 'untagged, and nothing says its kind',
  repeated: 'repeated in these files',
  closed: 'said to be closed',
  unplaced: 'neither coordinates nor a known commune',
  no_place: 'a row of a list, not a place',
} as const

export type Reason = keyof typeof REASONS

/** Facts of a space as a source gives them. Null is unknown. */
export type SpaceFacts = {
  kind: SpaceKind
  name: string
  street: string
  postcode: string
  city: string
  country: string
  website: string | null
  phone: string | null
  email: string | null
  openingHours: string | null
  /** As its source words them, where they are not in OSM syntax. */
  hoursText: string | null
  internet: Internet | null
  internetFee: InternetFee | null
  internetSsid: string | null
  fee: boolean | null
  charge: string | null
  capacity: number | null
  wheelchair: Wheelchair | null
  toiletsWheelchair: Wheelchair | null
  airConditioning: boolean | null
  operator: string | null
  level: string | null
  siret: string | null
  payment: string[]
  confirmedOn: Date | null
  hoursConfirmedOn: Date | null
}

/** Of a space of which nothing is known but its name and kind. */
export const UNKNOWN: Omit<SpaceFacts, 'kind' | 'name'> = {
  ...{ street: '', postcode: '', city: '', country: '', website: null, phone: null, email: null },
  ...{ openingHours: null, hoursText: null, internet: null, internetFee: null, internetSsid: null },
  ...{ fee: null, charge: null, capacity: null, wheelchair: null, toiletsWheelchair: null },
  ...{ airConditioning: null, operator: null, level: null, siret: null, payment: [] },
  ...{ confirmedOn: null, hoursConfirmedOn: null },
}

/** `space_sources.facts`: what a source says of a space, days as "2026-05-04", and where it puts it. */
export type StoredFacts = Omit<SpaceFacts, 'confirmedOn' | 'hoursConfirmedOn'> & {
  lat: number
  lng: number
  timeZone: string
  approximate: boolean
  confirmedOn: string | null
  hoursConfirmedOn: string | null
}

const words = z.string().nullable().default(null)
const yesOrNo = z.boolean().nullable().default(null)
const part = z.string().default('')

/** As it was stored: what is unknown is left out. Fails on rows that are older than what is stored. */
export const storedFactsSchema = z.object({
  ...{ kind: spaceKindSchema, name: z.string(), street: part, postcode: part, city: part, country: part },
  ...{ website: words, phone: words, email: words, openingHours: words, hoursText: words },
  ...{ internet: internetSchema.nullable().default(null) },
  ...{ internetFee: internetFeeSchema.nullable().default(null), internetSsid: words, fee: yesOrNo },
  ...{ charge: words, capacity: z.int().nullable().default(null) },
  ...{ wheelchair: wheelchairSchema.nullable().default(null) },
  ...{ toiletsWheelchair: wheelchairSchema.nullable().default(null), airConditioning: yesOrNo },
  ...{ operator: words, level: words, siret: words, payment: z.array(z.string()).default([]) },
  ...{ confirmedOn: words, hoursConfirmedOn: words, lat: z.number(), lng: z.number() },
  ...{ timeZone: z.string(), approximate: z.boolean() },
}) satisfies z.ZodType<StoredFacts>

/** What is stored of facts: those that are known. Half of the volume of an import would be nothings. */
export function knownFacts(facts: StoredFacts): Partial<StoredFacts> {
  const known: Record<string, unknown> = {}
  for (const [field, value] of Object.entries(facts))
    if (value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)) known[field] = value
  return known
}

const textOf = (max: number) => z.string().trim().min(1).max(max).nullable().catch(null)
/** Made once: a million rows ask for a dozen texts each. */
const texts = new Map<number, ReturnType<typeof textOf>>()

/** Text of at most `max` characters; anything else is unknown, and never costs the row. */
export function text(max: number): ReturnType<typeof textOf> {
  const known = texts.get(max) ?? textOf(max)
  texts.set(max, known)
  return known
}

/** `text(max)` by hand, for a million rows of a dozen texts each. */
export function shortText(value: unknown, max: number): string | null {
  if (typeof value !== 'string') return null
  const trimmed = value.trim()
  return trimmed === '' || trimmed.length > max ? null : trimmed
}

/** What a schema reads of a value that is there; most are not. */
export const readBy = <T>(schema: z.ZodType<T>, value: string | undefined): T | null =>
  value === undefined ? null : schema.parse(value)

export const website = z
  .string()
  .max(500)
  .transform((typed) => (/^https?:\/\//i.test(typed) ? typed : `https://${typed}`))
  .pipe(z.url({ protocol: /^https?$/, hostname: z.regexes.domain }))
  .nullable()
  .catch(null)

export const email = z.email().max(254).nullable().catch(null)

export const flag = z
  .enum(['yes', 'no'])
  .transform((word) => word === 'yes')
  .nullable()
  .catch(null)

export const seats = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .pipe(z.int().min(1))
  .nullable()
  .catch(null)

export const siret = z
  .string()
  .transform((typed) => typed.replaceAll(/\s/g, ''))
  .pipe(z.string().regex(/^\d{14}$/))
  .nullable()
  .catch(null)

export const day = z.iso
  .date()
  .transform((typed) => new Date(`${typed}T00:00:00Z`))
  .nullable()
  .catch(null)

export const country = z
  .string()
  .transform((typed) => typed.toUpperCase())
  .pipe(z.string().regex(/^[A-Z]{2}$/))
  .catch('')
