import { z } from 'zod'
import { halfDaySchema } from '@/lib/presence/halfdays/schema'
import type { SpaceKind } from '@/lib/spaces/schema'

/** Where one may say that one works: places open to all, never a table at somebody's home. */
export const WORK_PLACES = ['coworking', 'third_place', 'cafe', 'library'] as const satisfies SpaceKind[]

/** "I work here": a place, and a half-day of its zone. Strings, as a form sends them. */
export const workHereSchema = halfDaySchema.extend({ spaceId: z.uuid('place_unknown') })

export type WorkHereInput = z.output<typeof workHereSchema>
