import { z } from 'zod'
import { isPushEndpoint } from './rules'

const base64url = (characters: number) =>
  z
    .string()
    .max(characters)
    .regex(new RegExp(`^[\\w-]{${characters}}$`), 'must be base64url')

/** What a browser's PushSubscription says of itself as JSON: an uncompressed P-256 point and 16 secret bytes (RFC 8291). */
export const subscriptionSchema = z.object({
  endpoint: z.string().max(1000).refine(isPushEndpoint, 'must be the address of a push service of a browser'),
  keys: z.object({ p256dh: base64url(87).startsWith('B'), auth: base64url(22) }),
})

/** Jobs whose news also rings: a mail says the same at more length. */
export const PUSHED_JOBS = [
  'rsvp_promoted',
  'rsvp_offered',
  'guest_removed',
  'guest_told_change',
  'guest_told_cancellation',
] as const

export type PushedJob = (typeof PUSHED_JOBS)[number]

export type Subscription = z.output<typeof subscriptionSchema>
