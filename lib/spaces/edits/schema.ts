import { z } from 'zod'
import { languageSchema } from '@/lib/freelancers/schema'
import { countryNamed } from '@/lib/imports/countries/rules'
import {
  internetFeeSchema,
  internetSchema,
  noiseSchema,
  socketsSchema,
  spaceKindSchema,
  wheelchairSchema,
} from '@/lib/spaces/schema'
import { manyLines, oneLine } from '@/lib/text/schema'

/** Fields of several values: `parseForm` has to hear of them. */
export const LISTS = ['payment', 'languages']

/** Cents; the database holds no more. */
const DEAREST = 10_000_000

/** Nothing typed is unknown. */
const orUnknown = (text: z.ZodType<string, string>) => text.transform((typed) => typed || null)

/** One of a few words, or nothing: nobody knows. */
const word = <T extends string>(one: z.ZodType<T>) =>
  z.union([z.literal('').transform(() => null), one], 'invalid')

const yesOrNo = word(z.enum(['yes', 'no'], 'invalid')).transform((said) => said && said === 'yes')

/** "18", "3,50", "3.5 €": cents. */
const price = z
  .string()
  .trim()
  .max(20, 'space_price_invalid')
  .regex(/^(\d{1,6}([.,]\d{1,2})?)?\s*\p{Sc}?$/u, 'space_price_invalid')
  .transform((typed) => typed.replace(/[^\d.,]/g, '').replace(',', '.'))
  .transform((digits) => (digits === '' ? null : Math.round(Number(digits) * 100)))
  .pipe(z.int().max(DEAREST, 'space_price_invalid').nullable())

/** "43.5513, 7.0128" as map apps copy it; decimal commas with a space or a semicolon between. Degrees, WGS 84. */
const position = z
  .string()
  .trim()
  .max(60, 'position_invalid')
  .transform((typed, context) => {
    if (typed === '') return null
    const [, lat = '', lng = ''] =
      typed.match(/^(-?\d{1,2}(?:[.,]\d+)?)(?:\s*[;,]\s+|\s*;\s*|\s+)(-?\d{1,3}(?:[.,]\d+)?)$/) ??
      typed.match(/^(-?\d{1,2}(?:\.\d+)?)\s*,\s*(-?\d{1,3}(?:\.\d+)?)$/) ??
      []
    const at = { lat: Number(lat.replace(',', '.')), lng: Number(lng.replace(',', '.')) }
    if (lat !== '' && Math.abs(at.lat) <= 90 && Math.abs(at.lng) <= 180) return at
    context.addIssue('position_invalid')
    return z.NEVER
  })

const website = z
  .string()
  .trim()
  .max(500, 'space_website_invalid')
  .transform((typed) => (typed === '' || /^https?:\/\//i.test(typed) ? typed : `https://${typed}`))
  .pipe(
    z.union(
      [
        z.literal(''),
        z.url({ protocol: /^https?$/, hostname: z.regexes.domain, error: 'space_website_invalid' }),
      ],
      'space_website_invalid',
    ),
  )

const country = oneLine(60, 'country_unknown').transform((typed, context) => {
  const code = countryNamed(typed)
  if (typed === '' || code !== '') return code
  context.addIssue('country_unknown')
  return z.NEVER
})

const capacity = z
  .string()
  .trim()
  .max(5, 'space_capacity_invalid')
  .regex(/^\d*$/, 'space_capacity_invalid')
  .transform((digits) => (digits === '' ? null : Number(digits)))
  .pipe(z.int().min(1, 'space_capacity_invalid').nullable())

const currency = z
  .string()
  .max(3, 'invalid')
  .regex(/^[A-Z]{3}$/, 'invalid')

/** An empty list is one that a form with its boxes sent, all unticked; none at all is no word on the matter. */
const listOf = (one: z.ZodType<string, string>) =>
  z
    .array(z.string().max(60, 'invalid'))
    .max(60, 'invalid')
    .transform((said) => (said.length === 0 ? undefined : [...new Set(said.filter(Boolean))].sort()))
    .pipe(z.array(one).max(60, 'invalid').optional())
    .optional()

/**
 * Every fact of a space that people may change, as a form sends it. A field that is not sent says nothing; one that is
 * sent empty is unknown. `hours` are words or OSM syntax, `position` is degrees, prices come out in cents.
 */
export const spaceFormSchema = z
  .object({
    name: oneLine(200, 'space_name_long').min(1, 'space_name_required'),
    kind: z.enum(spaceKindSchema.options, 'space_kind_required'),
    description: manyLines(2000, 'space_description_long'),
    street: oneLine(200, 'address_long'),
    postcode: oneLine(20, 'postcode_long'),
    city: oneLine(100, 'city_long'),
    country,
    position,
    level: orUnknown(oneLine(20, 'level_long')),
    website: orUnknown(website),
    phone: orUnknown(oneLine(100, 'phone_long')),
    email: orUnknown(
      z
        .string()
        .trim()
        .max(254, 'email_invalid')
        .pipe(z.union([z.literal(''), z.email('email_invalid')], 'email_invalid')),
    ),
    hours: orUnknown(manyLines(1000, 'hours_long')),
    internet: word(internetSchema),
    internetFee: word(internetFeeSchema),
    internetSsid: orUnknown(oneLine(100, 'ssid_long')),
    fee: yesOrNo,
    charge: orUnknown(oneLine(200, 'charge_long')),
    ...{ priceHour: price, priceDay: price, priceMonth: price, currency },
    ...{ callsAllowed: yesOrNo, phoneBooths: yesOrNo, meetingRooms: yesOrNo, coffee: yesOrNo },
    ...{ outdoor: yesOrNo, airConditioning: yesOrNo, bikeParking: yesOrNo },
    ...{ wheelchair: word(wheelchairSchema), toiletsWheelchair: word(wheelchairSchema) },
    capacity,
    operator: orUnknown(oneLine(200, 'operator_long')),
    payment: listOf(z.string().regex(/^[\w:-]+$/, 'invalid')),
    languages: listOf(languageSchema),
  })
  .partial()

/** The same, and what owners may say outright; people say it with a tap (lib/spaces/observations). */
export const ownerFormSchema = spaceFormSchema.extend({
  sockets: word(socketsSchema).optional(),
  noise: word(noiseSchema).optional(),
})

/** What a form says; what is not there was not said, null is unknown. */
export type SpaceForm = z.output<typeof ownerFormSchema>
export type SpaceField = keyof SpaceForm

const words = z.string().max(2000)
const day = z.iso.date()

/** `space_corrections.changes`: columns of `spaces` and the values they should have; days as "2026-05-04". */
export const changesSchema = z
  .object({
    ...{ name: words.min(1), kind: spaceKindSchema, description: words },
    ...{ street: words, postcode: words, city: words, country: z.string().max(2) },
    ...{ lat: z.number().min(-90).max(90), lng: z.number().min(-180).max(180), level: words.nullable() },
    ...{ website: words.nullable(), phone: words.nullable(), email: words.nullable() },
    ...{ openingHours: words.nullable(), hoursText: words.nullable() },
    ...{ internet: internetSchema.nullable(), internetFee: internetFeeSchema.nullable() },
    ...{ internetSsid: words.nullable(), fee: z.boolean().nullable(), charge: words.nullable() },
    ...{ priceHour: z.int().nullable(), priceDay: z.int().nullable(), priceMonth: z.int().nullable() },
    ...{ currency: z.string().length(3), payment: z.array(words).max(60) },
    ...{ callsAllowed: z.boolean().nullable(), phoneBooths: z.boolean().nullable() },
    ...{ meetingRooms: z.boolean().nullable(), coffee: z.boolean().nullable() },
    ...{ outdoor: z.boolean().nullable(), airConditioning: z.boolean().nullable() },
    ...{ bikeParking: z.boolean().nullable(), capacity: z.int().nullable(), operator: words.nullable() },
    ...{ wheelchair: wheelchairSchema.nullable(), toiletsWheelchair: wheelchairSchema.nullable() },
    ...{
      languages: z.array(words).max(60),
      sockets: socketsSchema.nullable(),
      noise: noiseSchema.nullable(),
    },
    /** Closed for good on that day; null: open. */
    closedOn: day.nullable(),
  })
  .partial()

/** Columns of a space and the values they should have. */
export type Changes = z.output<typeof changesSchema>
export type Column = keyof Changes

/** What follows from others, and goes and comes back with them. */
const companions = z
  .object({ timeZone: z.string().max(60), approximate: z.boolean(), hoursConfirmedOn: day.nullable() })
  .partial()

/** `space_corrections.before`: how columns were, and who had said so (null: nobody is named). */
export const beforeSchema = z.object({
  values: changesSchema.extend(companions.shape),
  provenance: z.record(z.string().max(60), z.string().max(60).nullable()),
})
export type Before = z.output<typeof beforeSchema>
