import { z } from 'zod'
import { HALVES } from './terms'

export const halfSchema = z.enum(HALVES, 'invalid')

/** Half a day at a place, in its zone. */
export const halfDaySchema = z.object({
  /** YYYY-MM-DD. */
  day: z.iso.date('invalid').refine((day) => day > '2000' && day < '2200', 'invalid'),
  half: halfSchema,
})

export type HalfDay = z.output<typeof halfDaySchema>
