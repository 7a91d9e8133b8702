import { z } from 'zod'
import { halfDaySchema, halfSchema } from '@/lib/presence/halfdays/schema'

const spaceId = z.uuid('place_unknown')
const personId = z.uuid('trial_gone')

/** The button of a half-day sends it whole: "2026-12-03 morning". */
const when = z
  .string('trial_when')
  .max(24, 'trial_when')
  .transform((typed) => ({ day: typed.slice(0, 10), half: typed.slice(11) }))
  .pipe(halfDaySchema.extend({ half: halfSchema }))

const box = z
  .string()
  .max(10)
  .optional()
  .transform((value) => value !== undefined)

/** "I'd like to try": when, and whether they may answer to one's own address. */
export const askTrialSchema = z.object({ spaceId, when, reachable: box })
export const trialSpaceSchema = z.object({ spaceId })

/** What an owner answers, with a tap. */
export const answerTrialSchema = z.object({ spaceId, personId, answer: z.enum(['yes', 'no'], 'invalid') })
export const otherTrialSchema = z.object({ spaceId, personId, when })

/** The trial day as an owner offers it. */
export const offerTrialSchema = z.object({
  spaceId,
  trialDay: box,
  trialNote: z.string().trim().max(500, 'note_long').default(''),
})
