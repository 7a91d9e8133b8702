import { z } from 'zod'

export const COFFEE_KINDS = ['coffee', 'lunch', 'online'] as const
export type CoffeeKind = (typeof COFFEE_KINDS)[number]

export const COFFEE_STATUSES = ['proposed', 'agreed', 'lapsed', 'cancelled'] as const
export type CoffeeStatus = (typeof COFFEE_STATUSES)[number]

export const COFFEE_ANSWERS = ['yes', 'no', 'never'] as const
export type CoffeeAnswer = (typeof COFFEE_ANSWERS)[number]

/** Minutes that each kind lasts. */
export const LASTS: Record<CoffeeKind, number> = { coffee: 45, lunch: 60, online: 15 }

export const coffeeIdSchema = z.uuid('coffee_unknown')

export const coffeeRefSchema = z.object({ coffeeId: coffeeIdSchema })

/** Bits of the numbers that were ticked, each below `count`. */
export const bits = (count: number) =>
  z
    .array(z.string().regex(/^\d{1,2}$/))
    .max(count)
    .transform((ticked) => ticked.map(Number))
    .refine((ticked) => ticked.every((bit) => bit < count))
    .transform((ticked) => [...new Set(ticked)].reduce((mask, bit) => mask + 2 ** bit, 0))

/** Yes at these times, or no. Times are numbers of the coffee's options. */
export const answerSchema = coffeeRefSchema
  .extend({ answer: z.enum(COFFEE_ANSWERS, 'invalid'), times: bits(3).default(0) })
  .refine(({ answer, times }) => answer !== 'yes' || times > 0, { path: ['times'], error: 'coffee_times' })

export type AnswerInput = z.output<typeof answerSchema>

/** What became of it: it took place, or these people were not there. */
export const reportSchema = coffeeRefSchema.extend({
  met: z.enum(['yes', 'no'], 'invalid').transform((met) => met === 'yes'),
  missing: z.array(z.uuid('person_unknown')).max(3).default([]),
})

export type ReportInput = z.output<typeof reportSchema>

/** A coffee to be proposed. */
export interface Proposal {
  kind: CoffeeKind
  freelancerIds: string[]
  /** Monday of its week, YYYY-MM-DD. */
  week: string
  spaceId: string | null
  timeZone: string
  /** Soonest first. */
  options: Date[]
  decideBy: Date
  onlineUrl?: string
  /** Who asked is new in town. */
  welcome?: boolean
  /** Who asked for it has said yes to all of the times. */
  askedBy?: string
}
