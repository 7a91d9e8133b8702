import { z } from 'zod'
import { LONGEST_LOOK } from './terms'

/** What the browser tells when a look at the app ends: visible seconds. */
export const lookSchema = z.object({ seconds: z.int().min(1).max(LONGEST_LOOK) })
