import { z } from 'zod'
import type { EventKind } from '@/lib/events/kinds/terms'
import { isTile, MAX_ZOOM } from '@/lib/geo/tiles'
import type { LatLng } from '@/lib/geo/types'
import type { SpaceKind } from '@/lib/spaces/terms'

const whole = z
  .string()
  .regex(/^\d{1,7}$/, 'z, x and y are whole numbers.')
  .transform(Number)

/** The tile in a route's parameters. */
export const tileSchema = z
  .object({ z: whole, x: whole, y: whole })
  .refine(isTile, `There is no such tile: z is 0 to ${MAX_ZOOM}, x and y are below 2^z.`)

/** Several things that are too close together to be drawn apart, at their mean position. */
export type Cluster = LatLng & { count: number; mix: { spaces: number; events: number; people: number } }

type Named = LatLng & { id: string; title: string }

/** A space, or an event with its instant (ISO 8601, UTC) and the zone of its place. */
export type Point =
  | (Named & {
      type: 'space'
      kind: SpaceKind
      /** How many said that they work there in the next half-day in which anybody does. */
      working: number
      /** A first day on the house. */
      trial: boolean
      /** Nobody confirmed it for two years. */
      stale: boolean
    })
  | (Named & { type: 'event'; kind: EventKind; startsAt: string; timeZone: string })

/** How many freelancers let themselves be seen in a cell of about 1 km; nobody in particular. */
export type Area = LatLng & { count: number; area: string }

/** How many people would come in a cell of about 5 km; nobody in particular. */
export type Wished = LatLng & { count: number }

/** What the map draws in one tile. The same for everybody. */
export type MapTile = { clusters: Cluster[]; points: Point[]; areas: Area[]; wishes: Wished[] }
