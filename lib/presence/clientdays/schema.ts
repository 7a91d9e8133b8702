import { z } from 'zod'
import { homeSchema } from '@/lib/freelancers/schema'
import { halfSchema } from '@/lib/presence/halfdays/schema'

/** Which half-day of the week. Strings, as a form sends them. */
export const clientDayRefSchema = z.object({
  weekday: z
    .string()
    .regex(/^[1-7]$/, 'invalid')
    .transform(Number),
  half: halfSchema,
})

/** "Thursdays in Sophia Antipolis". */
export const clientDaySchema = clientDayRefSchema.extend({
  area: z.string().trim().min(1, 'area_unknown').max(100, 'area_unknown'),
  /** Where the town is that was chosen among those of its name, as "lat,lng" in degrees. */
  near: homeSchema.shape.cell,
})

export type ClientDayRef = z.output<typeof clientDayRefSchema>
export type ClientDayInput = z.output<typeof clientDaySchema>
