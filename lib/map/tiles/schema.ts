import { z } from 'zod'
import { EVENT_KINDS } from '@/lib/events/kinds/schema'
import { isTile, MAX_ZOOM } from '@/lib/geo/tiles'
import { SPACE_KINDS } from '@/lib/spaces/terms'

const whole = z
  .string()
  .regex(/^\d{1,7}$/, 'z, x and y are whole numbers.')
  .transform(Number)

/** The tile in a route's parameters. */
export const tileSchema = z
  .object({ z: whole, x: whole, y: whole })
  .refine(isTile, `There is no such tile: z is 0 to ${MAX_ZOOM}, x and y are below 2^z.`)

const lat = z.number().min(-90).max(90)
const lng = z.number().min(-180).max(180)
const count = z.int().min(1)

/** Several things that are too close together to be drawn apart, at their mean position. */
export const clusterSchema = z.object({
  lat,
  lng,
  count,
  mix: z.object({ spaces: z.int().min(0), events: z.int().min(0), people: z.int().min(0) }),
})

const point = { id: z.uuid(), lat, lng, title: z.string(), slug: z.string() }

/** A space, or an event with its instant (ISO 8601, UTC) and the zone of its place. */
export const pointSchema = z.discriminatedUnion('type', [
  z.object({
    ...point,
    type: z.literal('space'),
    kind: z.enum(SPACE_KINDS),
    /** How many said that they work there in the next half-day in which anybody does. */
    working: z.int().min(0).default(0),
    /** A first day on the house. */
    trial: z.boolean().default(false),
    /** Nobody confirmed it for two years. */
    stale: z.boolean().default(false),
  }),
  z.object({
    ...point,
    type: z.literal('event'),
    kind: z.enum(EVENT_KINDS),
    startsAt: z.iso.datetime(),
    endsAt: z.iso.datetime(),
    timeZone: z.string(),
  }),
])

/** How many freelancers let themselves be seen in a cell of about 1 km; nobody in particular. */
export const areaSchema = z.object({ lat, lng, count, area: z.string() })

/** How many people would come in a cell of about 5 km; nobody in particular. */
export const wishedSchema = z.object({ lat, lng, count })

/** What the map draws in one tile. The same for everybody. */
export const mapTileSchema = z.object({
  version: z.literal(2),
  clusters: z.array(clusterSchema),
  points: z.array(pointSchema),
  areas: z.array(areaSchema),
  wishes: z.array(wishedSchema),
})

export type Cluster = z.infer<typeof clusterSchema>
export type Point = z.infer<typeof pointSchema>
export type Area = z.infer<typeof areaSchema>
export type Wished = z.infer<typeof wishedSchema>
export type MapTile = z.infer<typeof mapTileSchema>
