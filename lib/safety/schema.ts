import { z } from 'zod'
import { emailSchema, nameSchema } from '@/lib/accounts/schema'
import { eventIdSchema } from '@/lib/events/schema'
import { TELLINGS } from './terms'

const checkbox = z
  .string()
  .max(10)
  .optional()
  .transform((value) => value !== undefined)

export const outingRefSchema = z.object({ eventId: eventIdSchema })

/** Whom somebody trusts, and what that person may know; strings, as a form sends them. */
export const trustedSchema = outingRefSchema.extend({
  name: nameSchema,
  email: emailSchema,
  telling: z.enum(TELLINGS, 'invalid'),
  tellWhere: checkbox,
  tellUntil: checkbox,
  grace: z.enum(['30', '60', '90'], 'invalid').transform(Number),
})

export type TrustedInput = z.output<typeof trustedSchema>

/** The signed id of a mail's link. */
export const safetyTokenSchema = z.string().max(120)
