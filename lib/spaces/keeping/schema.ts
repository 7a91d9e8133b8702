import { z } from 'zod'
import { ownerFormSchema } from '@/lib/spaces/edits/schema'

/** What the form showed when it was opened: only what the owner changed is written, whatever became of the rest meanwhile. */
const seen = z
  .string('invalid')
  .max(20_000, 'invalid')
  .transform((json, context) => {
    try {
      return JSON.parse(json) as unknown
    } catch {
      context.addIssue('invalid')
      return z.NEVER
    }
  })
  .pipe(z.record(z.string().max(40), z.union([z.string().max(5000), z.array(z.string().max(60)).max(60)])))

export const keepSpaceSchema = ownerFormSchema.extend({ spaceId: z.uuid('place_unknown'), seen })
export type KeepSpace = z.output<typeof keepSpaceSchema>
