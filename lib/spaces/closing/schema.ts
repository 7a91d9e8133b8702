import { z } from 'zod'

/** Closed for good, or open after all. */
export const closingSchema = z.object({ spaceId: z.uuid(), is: z.enum(['closed', 'open']) })
export type ClosingInput = z.output<typeof closingSchema>

/** One's own word, on the page of its space. */
export const withdrawHereSchema = z.object({ spaceId: z.uuid(), id: z.uuid() })
