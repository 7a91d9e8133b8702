import { z } from 'zod'
import { HALF_DAYS } from '@/lib/coffees/halfdays/terms'
import { bits } from '@/lib/coffees/schema'
import { homeSchema } from '@/lib/freelancers/schema'
import { COFFEE_SIZES } from './terms'

/** How somebody takes part. All values are strings, as a form sends them. */
export const memberSchema = z.object({
  size: z.enum(COFFEE_SIZES, 'invalid'),
  reachKm: z
    .string('invalid')
    .regex(/^\d{1,2}$/, 'invalid')
    .transform(Number)
    .pipe(z.number().min(1, 'invalid').max(50, 'invalid')),
  /** Has a coffee with people who are new in town. */
  welcomes: z
    .string()
    .max(10)
    .optional()
    .transform((value) => value !== undefined),
  halfDays: bits(HALF_DAYS).refine((mask) => mask > 0, 'coffee_half_days'),
})

export type MemberInput = z.output<typeof memberSchema>

/** The same from somebody whose profile does not say yet where they live. */
export const newMemberSchema = memberSchema.extend(homeSchema.shape)
