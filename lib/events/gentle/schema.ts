import { z } from 'zod'

const ticked = z
  .string()
  .max(10)
  .optional()
  .transform((value) => value !== undefined)

/** As a form sends them: a box that is not ticked sends nothing. */
export const gentleSchema = z.object({
  quietPlace: ticked,
  leaveWhenever: ticked,
  noIntroductions: ticked,
  /** Whoever knows nobody yet is at the right place. */
  goodForNewcomers: ticked,
})

export type GentleSettings = z.output<typeof gentleSchema>
