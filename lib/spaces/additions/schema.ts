import { z } from 'zod'
import { spaceFormSchema } from '@/lib/spaces/edits/schema'
import { oneLine } from '@/lib/text/schema'

const { name, kind } = spaceFormSchema.shape

/**
 * A place that is not on the map yet. `different`: ids of spaces that its author was
 * shown and says are others.
 */
export const additionSchema = spaceFormSchema.extend({
  name: name.unwrap(),
  kind: kind.unwrap(),
  different: z
    .string()
    .max(1000)
    .default('')
    .transform((ids) => ids.split(' ').filter(Boolean)),
})
export type AdditionInput = z.output<typeof additionSchema>

const optional = (max: number) => oneLine(max, 'invalid').catch('').default('')
const degrees = (limit: number) => z.coerce.number().min(-limit).max(limit).optional().catch(undefined)

/** What is typed so far: `?name=bulle&city=Cannes&lat=43.55&lng=7.01`. */
export const typedPlaceSchema = z.object({
  name: oneLine(200, 'invalid').min(2),
  kind: spaceFormSchema.shape.kind.catch(undefined),
  ...{ street: optional(200), postcode: optional(20), city: optional(100) },
  ...{ lat: degrees(90), lng: degrees(180) },
})
export type TypedPlace = z.output<typeof typedPlaceSchema>
