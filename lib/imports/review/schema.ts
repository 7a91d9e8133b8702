import { z } from 'zod'

/** Two spaces, the kept one first. */
export const pairSchema = z.object({ keep: z.uuid(), other: z.uuid() })
