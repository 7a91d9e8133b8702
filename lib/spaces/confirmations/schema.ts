import { z } from 'zod'

export const confirmSchema = z.object({ spaceId: z.uuid() })
