import { z } from 'zod'
import type { EventKind } from '@/lib/events/kinds/terms'
import type { SpaceKind } from '@/lib/spaces/schema'

/** What one types may mean: somewhere to look (`town`, `address`), or something to open (`space`, `event`). */
export type Hit =
  | { type: 'town' | 'address'; id: string; title: string; note: string; lat: number; lng: number }
  | {
      type: 'space'
      id: string
      title: string
      note: string
      lat: number
      lng: number
      kind: SpaceKind
      /** A path without the language. */
      href: string
    }
  | {
      type: 'event'
      id: string
      title: string
      note: string
      /** Null when it is online only. */
      lat: number | null
      lng: number | null
      kind: EventKind
      href: string
      /** ISO 8601, and the IANA zone of the place. */
      startsAt: string
      endsAt: string
      timeZone: string
    }

export type HitType = Hit['type']

export type Results = {
  /** Of each kind that anything was found of, the likeliest kind first, its best hits first. */
  groups: { type: HitType; hits: Hit[] }[]
  /** We do not know it well: a geocoder may. */
  ask: boolean
  /** Who is to be named for the addresses; null where there are none of a geocoder. */
  attribution: string | null
}

/** A position as a query string has it: "43.55,7.01". */
const nearSchema = z
  .string()
  .max(40)
  .regex(/^-?\d{1,2}(\.\d+)?,-?\d{1,3}(\.\d+)?$/, 'must be a latitude and a longitude, such as 43.55,7.01')
  .transform((text) => text.split(',').map(Number))
  .transform(([lat = 0, lng = 0]) => ({ lat, lng }))
  .refine(({ lat, lng }) => Math.abs(lat) <= 90 && Math.abs(lng) <= 180, 'must be a place on earth')

/** What suggestions take. `addresses=1` asks a geocoder, too, for what we do not know ourselves. */
export const searchQuerySchema = z.object({
  q: z
    .string('is missing')
    .trim()
    .min(2, 'must have 2 characters')
    .max(100, 'must have at most 100 characters'),
  near: nearSchema.optional(),
  lang: z.enum(['fr', 'en'], 'must be fr or en').default('fr'),
  addresses: z.enum(['0', '1'], 'must be 1 or 0').default('0'),
})
