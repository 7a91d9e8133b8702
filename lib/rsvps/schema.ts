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
