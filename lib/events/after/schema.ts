import { z } from 'zod'

/** Which event to do again. */
export const againSchema = z.object({ eventId: z.uuid() })
