import { z } from 'zod'
import { correctionSchema } from '@/lib/spaces/corrections/schema'
import { ownerFormSchema } from '@/lib/spaces/edits/schema'

/** The form of an owner: what they say, beside what it showed when it was opened. */
export const keepSpaceSchema = ownerFormSchema.extend({
  spaceId: z.uuid('place_unknown'),
  seen: correctionSchema.shape.seen,
})
export type KeepSpace = z.output<typeof keepSpaceSchema>
