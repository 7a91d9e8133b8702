import { z } from 'zod'
import { manyLines } from '@/lib/text/schema'

/** The only thing a person says to come or to stop coming. */
export const eventRefSchema = z.object({ eventId: z.uuid('invalid') })

/** Most people one RSVP may stand for: the guest and five companions. */
export const MAX_PARTY = 6

/** What a guest says along with "I'm coming". `answers` by the question's id. */
export const rsvpDetailsSchema = z.object({
  /** Seats, the guest's own included. */
  partySize: z.int().min(1).max(MAX_PARTY).default(1),
  note: manyLines(500, 'note_long').default(''),
  answers: z.record(z.string().max(40), z.string().max(500)).default({}),
  firstTime: z.boolean().default(false),
  /** In no list of names but the hosts'. */
  unlisted: z.boolean().default(false),
})

export type RsvpDetails = z.output<typeof rsvpDetailsSchema>

const checkbox = z
  .string()
  .max(10)
  .optional()
  .transform((value) => value !== undefined)

/** The fields of a guest's form: one `answer_<id>` for each question. Strings, as a form sends them. */
export const rsvpFields = z
  .looseObject({
    partySize: z
      .string()
      .regex(/^[1-6]$/, 'invalid')
      .default('1')
      .transform(Number),
    note: manyLines(500, 'note_long').default(''),
    firstTime: checkbox,
    unlisted: checkbox,
  })
  .transform(({ partySize, note, firstTime, unlisted, ...rest }) => ({
    details: { partySize, note, firstTime, unlisted, answers: answersIn(rest) },
  }))

function answersIn(form: Record<string, unknown>): Record<string, string> {
  const answers: Record<string, string> = {}
  for (const [name, value] of Object.entries(form)) {
    const id = /^answer_([\w-]{1,40})$/.exec(name)?.[1]
    if (id && typeof value === 'string') answers[id] = value.slice(0, 500)
  }
  return answers
}

/** Coming, or changing what one said about it. */
export const rsvpFormSchema = z.intersection(eventRefSchema, rsvpFields)

export const answerSchema = z.object({
  ...eventRefSchema.shape,
  answer: z.enum(['maybe', 'declined'], 'invalid'),
})

/** The signed id of an RSVP, as it stands in a mail's link. */
export const rsvpTokenSchema = z.string().max(120)

/** Where somebody stands with an event. Seats are held by `held`, `going` and `offered`. */
export const RSVP_STATUSES = [
  'held',
  'asked',
  'going',
  'offered',
  'waitlisted',
  'maybe',
  'declined',
  'cancelled',
  'removed',
] as const

export type RsvpStatus = (typeof RSVP_STATUSES)[number]
