import { z } from 'zod'
import { timeZoneSchema } from '@/lib/settings/schema'
import { PACES } from './terms'

const numeral = z
  .string('invalid')
  .regex(/^\d{1,2}$/, 'invalid')
  .transform(Number)

/** How often, and when to be written to. All values are strings, as a form sends them; no digest is empty. */
export const rhythmSchema = z.object({
  pace: z.enum(PACES, 'pace_required'),
  hour: numeral.pipe(z.number().min(7, 'invalid').max(21, 'invalid')),
  digestDay: z.union([
    z.literal('').transform(() => null),
    numeral.pipe(z.number().min(1, 'invalid').max(7, 'invalid')),
  ]),
  timeZone: timeZoneSchema.optional().catch(undefined),
})

export type RhythmInput = z.output<typeof rhythmSchema>
