import { z } from 'zod'
import { bbox, collectionOf, cursor, kinds, limit, nullable, pointSchema } from '@/lib/api/schema'
import { isLocalTime } from '@/lib/map/address/rules'
import { distanceCursorSchema } from '@/lib/map/cursor/schema'
import {
  internetFeeSchema,
  internetSchema,
  noiseSchema,
  socketsSchema,
  spaceKindSchema,
  wheelchairSchema,
} from '@/lib/spaces/schema'
import { SPACE_KINDS } from '@/lib/spaces/terms'

const yes = (description: string) =>
  z
    .enum(['1'], 'must be 1, or left out.')
    .optional()
    .meta({ description: `\`1\`: ${description}` })

/** Parameters of GET /api/v1/spaces. What is unknown of a place is no yes. */
export const spacesQuerySchema = z.object({
  bbox,
  kind: kinds(SPACE_KINDS),
  open: yes('only what is open now.'),
  openAt: z
    .string()
    .max(40)
    .refine(isLocalTime, 'must be a local time such as 2026-11-28T14:00.')
    .optional()
    .meta({ description: 'Only what is open at that time on the clock of the place: 2026-11-28T14:00.' }),
  late: yes('only what is open at 20:00, today or on the day of `openAt`.'),
  free: yes('only where it costs nothing to sit.'),
  maxPrice: z
    .string()
    .regex(/^[1-9]\d{0,3}$/, 'must be a whole number from 1 to 9999.')
    .transform(Number)
    .optional()
    .meta({ description: 'Only where a day costs at most that, in the currency of the place, or nothing.' }),
  wifi: yes('only with wifi.'),
  sockets: yes('only with power sockets.'),
  quiet: yes('only where people found it quiet.'),
  calls: yes('only where one may call, or has a booth for it.'),
  accessible: yes('only what is step-free.'),
  trial: yes('only where a trial day is offered.'),
  limit,
  cursor: cursor(distanceCursorSchema),
})

export type SpacesQuery = z.output<typeof spacesQuerySchema>

const cents = (unit: string) =>
  nullable(z.int(), `Price of ${unit}, in cents of \`currency\`; null is unknown.`)
const known = (what: string) => nullable(z.boolean(), `${what} Null is unknown.`)

const spaceCard = {
  kind: spaceKindSchema,
  name: z.string(),
  street: z.string(),
  city: z.string(),
  timeZone: z.string().meta({ description: 'IANA zone.' }),
  open: nullable(z.boolean(), 'Open at this moment; null is unknown.'),
  internet: nullable(internetSchema, 'OSM internet_access; null is unknown.'),
  internetFee: nullable(internetFeeSchema, 'OSM internet_access:fee; null is unknown.'),
  wifiMbps: nullable(
    z.int(),
    'Download in Mbit/s, the median of what people measured there; null is unknown.',
  ),
  sockets: nullable(socketsSchema, 'As people found it; null is unknown.'),
  noise: nullable(noiseSchema, 'As people found it; null is unknown.'),
  callsAllowed: known('May one call there?'),
  fee: nullable(z.boolean(), 'Does it cost anything to sit there? Null is unknown.'),
  priceHour: cents('an hour'),
  priceDay: cents('a day'),
  priceMonth: cents('a month'),
  currency: z.string().meta({ description: 'ISO 4217.' }),
  trialDay: z.boolean().meta({ description: 'A first day on the house.' }),
  wheelchair: nullable(wheelchairSchema, 'OSM wheelchair; null is unknown.'),
  approximate: z.boolean().meta({ description: 'Placed at the middle of its town.' }),
  stale: z.boolean().meta({ description: 'Nobody confirmed it for two years.' }),
  demo: z.boolean().meta({ description: 'Invented.' }),
  url: z.url(),
}

export const spaceSchema = z.object({
  type: z.literal('Feature'),
  id: z.uuid(),
  geometry: pointSchema,
  properties: z.object(spaceCard),
})

const sourceSchema = z.object({
  source: z.string(),
  publisher: z.string().meta({ description: 'To be named where the data is shown.' }),
  externalId: z.string(),
  licence: z.string(),
})

export const spaceDetailSchema = spaceSchema.extend({
  properties: z.object({
    ...spaceCard,
    description: z.string(),
    postcode: z.string(),
    country: z.string().meta({ description: 'ISO 3166-1 alpha-2; empty when unknown.' }),
    website: z.string().nullable(),
    phone: z.string().nullable(),
    openingHours: nullable(z.string(), 'OSM opening_hours syntax.'),
    hoursText: nullable(z.string(), 'Hours in words, where they could not be read.'),
    charge: nullable(z.string(), 'Price in words.'),
    payment: z.array(z.string()).meta({ description: 'Suffixes of OSM payment:* keys.' }),
    trialNote: z.string(),
    capacity: z.int().nullable(),
    phoneBooths: known('Booths to call from.'),
    meetingRooms: known('Rooms to meet in.'),
    coffee: known('Coffee on site.'),
    outdoor: known('Tables outside.'),
    airConditioning: known('Air conditioning.'),
    bikeParking: known('Parking for bikes.'),
    toiletsWheelchair: nullable(wheelchairSchema, 'OSM toilets:wheelchair; null is unknown.'),
    languages: z.array(z.string()).meta({ description: 'ISO 639-1, spoken there.' }),
    closedOn: nullable(z.iso.date(), 'Closed for good on that day.'),
    confirmedOn: nullable(z.iso.date(), 'Last time somebody checked it on the ground.'),
    sources: z.array(sourceSchema),
    calendar: z.url().meta({ description: 'What takes place there, as iCalendar.' }),
  }),
})

export const spacesSchema = collectionOf(spaceSchema)

export type SpaceFeature = z.output<typeof spaceSchema>
export type SpaceDetail = z.output<typeof spaceDetailSchema>
