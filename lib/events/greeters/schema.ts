import { z } from 'zod'
import { oneLine } from '@/lib/text/schema'
import { WORDS } from './terms'

/** More would be a committee. */
export const MOST_GREETERS = 3

const eventId = z.uuid('event_unknown')
const freelancerId = z.uuid('greeter_required')

/** Who greets, how to know them, and where they stand ten minutes before. */
export const greeterSchema = z.object({
  eventId,
  freelancerId,
  recognise: oneLine(WORDS, 'greeter_words_long').pipe(z.string().min(1, 'recognise_required')),
  meetAt: oneLine(WORDS, 'greeter_words_long').pipe(z.string().min(1, 'meet_at_required')),
  /** At every date of a series, those to be made too. */
  everyDate: z
    .string()
    .max(10)
    .optional()
    .transform((value) => value !== undefined),
})

export type GreeterInput = z.output<typeof greeterSchema>

export const greeterRefSchema = z.object({ eventId, freelancerId })

export type GreeterRef = z.output<typeof greeterRefSchema>

/** What somebody who was asked to greet answers; "no" later on is stepping down. */
export const greetingAnswerSchema = z.object({ eventId, answer: z.enum(['yes', 'no'], 'invalid') })

export type GreetingAnswer = z.output<typeof greetingAnswerSchema>

/** "I'm a bit shy", or no longer. */
export const shySchema = z.object({
  eventId,
  shy: z.enum(['yes', 'no'], 'invalid').transform((word) => word === 'yes'),
})

export type ShyInput = z.output<typeof shySchema>
