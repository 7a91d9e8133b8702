import { z } from 'zod'
import { oneLine } from '@/lib/text/schema'
import { WAY_LENGTH } from './terms'

export const personRefSchema = z.object({ personId: z.uuid('person_unknown') })

/** A phone number, an address, a handle: whatever one likes to be reached by. Empty takes it back. */
export const waySchema = personRefSchema.extend({ way: oneLine(WAY_LENGTH, 'way_long').default('') })

export type WayInput = z.output<typeof waySchema>
