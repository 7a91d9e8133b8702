import { z } from 'zod'
import { questionFields } from '@/lib/events/questions/schema'
import { LIST_VISIBILITIES } from './terms'

const checkbox = z
  .string()
  .max(10)
  .optional()
  .transform((value) => value !== undefined)

const plain = z.object({
  /** How many people each guest may bring. */
  maxCompanions: z
    .string()
    .regex(/^[0-5]$/, 'companions_invalid')
    .default('0')
    .transform(Number),
  /** Hosts let each guest in. */
  approval: checkbox,
  /** The exact place is told to those who have a seat; everybody else sees the town. */
  hideAddress: checkbox,
  listVisibility: z.enum(LIST_VISIBILITIES, 'invalid').default('members'),
})

/** What a host decides about guests; strings, as a form sends them. */
export const guestSettingsSchema = z.intersection(
  plain,
  questionFields.transform((questions) => ({ questions })),
)

export type GuestSettings = z.output<typeof guestSettingsSchema>
