import { z } from 'zod'

export const blockSchema = z.object({ personId: z.uuid('person_unknown') })
