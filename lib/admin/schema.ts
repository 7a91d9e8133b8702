import { z } from 'zod'

/** Which given-up job, or all of them. */
export const deadJobSchema = z.object({ job: z.union([z.uuid(), z.literal('all')]) })
