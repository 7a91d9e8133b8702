import { z } from 'zod'

/** The same names as the database's `half_day`. */
export const HALVES = ['morning', 'afternoon'] as const
export type Half = (typeof HALVES)[number]
export const halfSchema = z.enum(HALVES, 'invalid')

/** Half a day at a place, in its zone. */
export const halfDaySchema = z.object({
  /** YYYY-MM-DD. */
  day: z.iso.date('invalid').refine((day) => day > '2000' && day < '2200', 'invalid'),
  half: halfSchema,
})

export type HalfDay = z.output<typeof halfDaySchema>

/** What a half-day that is spoken of is called: it is always one of these. */
export const SLOTS = ['this_morning', 'this_afternoon', 'tomorrow_morning', 'tomorrow_afternoon'] as const
export type Slot = (typeof SLOTS)[number]
