import { z } from 'zod'

const line = z.object({
  name: z.string().trim().min(1).max(80),
  phone: z
    .string()
    .trim()
    .regex(/^\+?[\d ]{3,20}$/),
  /** When somebody answers, in words; what it costs. */
  hours: z.string().trim().max(80).default(''),
  url: z
    .url({ protocol: /^https$/ })
    .max(300)
    .optional(),
})

/** Where there is somebody to talk to. */
export const helpLinesSchema = z.array(line).min(1).max(6)

export type HelpLine = z.output<typeof line>
