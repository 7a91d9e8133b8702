import { z } from 'zod'
import type { Locale } from '@/lib/i18n/routing'

/** Who is doing something: a person with a proven e-mail address. The id is both the user's and the freelancer's. */
export type Actor = { id: string; name: string; email: string; locale: Locale }

// One @, a dotted ASCII domain, and none of the characters that turn one address into two (commas, spaces, quotes, brackets).
const shape =
  /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])$/

/** An e-mail address, normalised: trimmed, lower case, ASCII (RFC 5321 lengths; quoted local parts refused). */
export const emailSchema = z
  .string('email_required')
  .trim()
  .toLowerCase()
  .min(1, 'email_required')
  .max(254, 'email_invalid')
  .regex(shape, 'email_invalid')
  .refine(
    (email) => !email.includes('..') && !email.startsWith('.') && !email.includes('.@'),
    'email_invalid',
  )

/** The name others read: 1 to 60 characters, one line. */
export const nameSchema = z
  .string('name_required')
  .trim()
  .min(1, 'name_required')
  .max(60, 'name_long')
  .regex(/^[^\p{Cc}\p{Zl}\p{Zp}<>]*$/u, 'name_invalid')

/** A path of this site to go to afterwards; anything else becomes `/`. */
export const returnToSchema = z
  .string()
  .max(500)
  .regex(/^\/(?![/\\])[^\\\p{Cc}]*$/u)
  .catch('/')
