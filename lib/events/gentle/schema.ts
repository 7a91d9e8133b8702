import { z } from 'zod'

/** Most seats of a gentle outing. */
export const GENTLE_SEATS = 8

/** What makes an outing gentle, beside its few seats. */
export const GENTLE_FACTS = ['quietPlace', 'leaveWhenever', 'noIntroductions'] as const

export type GentleFact = (typeof GENTLE_FACTS)[number]

/** What hosts may say of an outing for whoever comes alone. */
export const WELCOMES = [...GENTLE_FACTS, 'goodForNewcomers'] as const

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
