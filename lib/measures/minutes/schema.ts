import { z } from 'zod'

/** A page that was forgotten open is not time spent: one look lasts no longer. Seconds. */
export const LONGEST_LOOK = 600

/** What the browser tells when a look at the app ends: visible seconds. */
export const lookSchema = z.object({ seconds: z.int().min(1).max(LONGEST_LOOK) })
