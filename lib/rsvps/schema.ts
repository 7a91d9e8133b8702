import { z } from 'zod'

/** The only thing a person says to come or to stop coming. */
export const eventRefSchema = z.object({ eventId: z.uuid('invalid') })

/** The signed id of an RSVP, as it stands in a mail's link. */
export const rsvpTokenSchema = z.string().max(120)
