import { z } from 'zod'

/** What people say with a tap of a place they were at. The same names as the database's `space_topic`. */
export const TOPICS = ['wifi', 'sockets', 'noise'] as const
export type ObservedTopic = (typeof TOPICS)[number]

/** Mbit/s: more is no measure of a café's wifi. */
const FASTEST = 10_000

/** "42", "42.5" or "42,5" Mbit/s; kept as whole ones, at least one. */
const speed = z
  .string()
  .trim()
  .max(20, 'speed_invalid')
  .transform((typed) => Number(typed.replace(',', '.')))
  .pipe(z.number('speed_invalid').positive('speed_invalid').max(FASTEST, 'speed_invalid'))
  .transform((mbps) => Math.max(1, Math.round(mbps)))

/** The place of the answer in SOCKETS or NOISE (lib/spaces/schema). */
const choice = z.enum(['0', '1', '2'], 'invalid').transform(Number)

const spaceId = z.uuid()

export const observeSchema = z.discriminatedUnion('topic', [
  z.object({ spaceId, topic: z.literal('wifi'), value: speed }),
  z.object({ spaceId, topic: z.enum(['sockets', 'noise']), value: choice }),
])
export type Observation = z.output<typeof observeSchema>

export const unobserveSchema = z.object({ spaceId, topic: z.enum(TOPICS) })
