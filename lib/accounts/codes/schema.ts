import { z } from 'zod'
import { emailSchema, nameSchema, returnToSchema } from '@/lib/accounts/schema'
import { type RsvpDetails, rsvpFields } from '@/lib/rsvps/schema'

const localeSchema = z.enum(['fr', 'en'])
/** The code that was sent to an address typed wrong. */
const replacesSchema = z.uuid('invalid').optional()

/** Asking for a seat without being signed in: the name is how the host will know them. */
export const seatRequestSchema = z.intersection(
  z.object({
    name: nameSchema,
    email: emailSchema,
    eventId: z.uuid('invalid'),
    returnTo: returnToSchema,
    locale: localeSchema,
    replaces: replacesSchema,
  }),
  rsvpFields,
)

/** Signing in for its own sake. The name matters on a first visit only. */
export const signInSchema = z.object({
  name: z.union([z.literal(''), nameSchema]).default(''),
  email: emailSchema,
  returnTo: returnToSchema,
  locale: localeSchema,
  replaces: replacesSchema,
})

/** Six digits, however they were pasted: "123 456", "123-456". */
export const codeSchema = z.object({
  id: z.uuid('invalid'),
  code: z
    .string('code_shape')
    .max(20, 'code_shape')
    .transform((text) => text.replaceAll(/[\s.-]/g, ''))
    .pipe(z.string().regex(/^\d{6}$/, 'code_shape')),
})

export const codeIdSchema = z.object({ id: z.uuid('invalid') })

export const linkTokenSchema = z.string().regex(/^[\w-]{43}$/)

export type CodeRequest = z.output<typeof signInSchema> & { eventId?: string; details?: RsvpDetails }
