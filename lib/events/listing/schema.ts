import { z } from 'zod'

/** Where an outing shows, beside its own page; strings, as a form sends them. */
export const listingSchema = z.object({
  /** The group in whose name it is held. */
  groupId: z
    .union([z.literal('').transform(() => null), z.uuid('group_unknown')])
    .nullable()
    .default(null),
  /** On no map, in no list or feed: for those who have its link. */
  unlisted: z
    .string()
    .max(10)
    .optional()
    .transform((value) => value !== undefined),
})
