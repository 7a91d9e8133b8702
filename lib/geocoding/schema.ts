import { z } from 'zod'

export const SERVICES = ['ban', 'photon', 'nominatim'] as const
export type Service = (typeof SERVICES)[number]

/** What a geocoder knows of an address or a name. */
export type Found = {
  /** One line for people: "13 Rue Yves Toudic 75010 Paris". */
  label: string
  /** What helps to tell it from another: département, region, country. */
  context: string
  kind: 'house' | 'street' | 'town' | 'place'
  lat: number
  lng: number
}

/** A question. `near` is where one looks, rounded by whoever asks; `typing` when more letters may follow. */
export type Question = {
  text: string
  language: string
  near: { lat: number; lng: number } | null
  typing: boolean
}

const words = z.string().max(500)
const degrees = (limit: number) => z.coerce.number().min(-limit).max(limit)
/** GeoJSON writes the longitude first. */
const position = z.object({ coordinates: z.tuple([degrees(180), degrees(90)]).rest(z.unknown()) })

/** A feature of BAN and the Géoplateforme: https://geoservices.ign.fr/documentation/services/services-geoplateforme/geocodage */
export const banFeatureSchema = z.object({
  geometry: position,
  properties: z.object({
    label: words.min(1),
    context: words.default(''),
    type: words.default(''),
    /** 0 to 1. Old answers and new ones have it alike. */
    score: z.coerce.number().default(1),
  }),
})

/** A feature of Photon: https://github.com/komoot/photon#search */
export const photonFeatureSchema = z.object({
  geometry: position,
  properties: z.object({
    name: words.optional(),
    housenumber: words.optional(),
    street: words.optional(),
    postcode: words.optional(),
    city: words.optional(),
    state: words.optional(),
    country: words.optional(),
    osm_key: words.optional(),
    type: words.optional(),
  }),
})

/** A place of Nominatim, its numbers written as strings: https://nominatim.org/release-docs/latest/api/Output/ */
export const nominatimPlaceSchema = z.object({
  lat: degrees(90),
  lon: degrees(180),
  display_name: words.min(1),
  /** Of the key: `class` in the oldest format, `category` in jsonv2. */
  class: words.optional(),
  category: words.optional(),
  addresstype: words.optional(),
  type: words.default(''),
})

/** What the cache holds. */
export const foundSchema = z
  .array(
    z.object({
      label: z.string().max(500),
      context: z.string().max(500),
      kind: z.enum(['house', 'street', 'town', 'place']),
      lat: z.number(),
      lng: z.number(),
    }),
  )
  .max(20)
