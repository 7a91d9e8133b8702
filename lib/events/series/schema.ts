import { z } from 'zod'
import { EVENT_KINDS } from '@/lib/events/kinds/terms'
import { hiddenPlaceSchema } from '@/lib/events/place/schema'
import { questionsSchema } from '@/lib/events/questions/schema'
import { LIST_VISIBILITIES } from '@/lib/events/settings/terms'
import { EXCEPTION_SLOTS, REPEAT_ENDS, REPEATS, type Repeat, SCOPES } from './terms'

const optionalDay = z.union([z.literal(''), z.iso.date('day_invalid')]).default('')

/** What a form says of coming back; strings. Without `repeat` an event is held once. */
export const repeatSchema = z
  .object({
    repeat: z.enum(REPEATS, 'invalid').default('none'),
    repeatEnd: z.enum(REPEAT_ENDS, 'invalid').default('never'),
    repeatUntil: optionalDay,
    repeatCount: z.string().max(5).default(''),
    except1: optionalDay,
    except2: optionalDay,
    except3: optionalDay,
    except4: optionalDay,
  })
  .transform(({ repeat, repeatEnd, repeatUntil, repeatCount, ...slots }, context) => {
    const exceptions = [...new Set(EXCEPTION_SLOTS.map((slot) => slots[slot]).filter(Boolean))].sort()
    const refuse = (field: string, message: string) => {
      context.addIssue({ code: 'custom', path: [field], message })
      return z.NEVER
    }
    if (repeat === 'none') return { repetition: null }
    if (repeatEnd === 'until') {
      if (!repeatUntil) return refuse('repeatUntil', 'until_required')
      return { repetition: { repeat, exceptions, until: repeatUntil, count: null } }
    }
    if (repeatEnd === 'count') {
      const count = /^\d{1,3}$/.test(repeatCount.trim()) ? Number(repeatCount) : 0
      if (count < 2 || count > 260) return refuse('repeatCount', 'count_invalid')
      return { repetition: { repeat, exceptions, until: null, count } }
    }
    return { repetition: { repeat, exceptions, until: null, count: null } }
  })

/** How an outing comes back, and until when: a day (inclusive), so many times, or neither. */
export interface Repetition {
  repeat: Exclude<Repeat, 'none'>
  /** ISO days left out. */
  exceptions: string[]
  until: string | null
  count: number | null
}

/** What a form says of the scope of a change. */
export const scopeFields = z.object({
  scope: z.enum(SCOPES).catch('this').default('this'),
  /** Overwrite occurrences that were changed by themselves, too? */
  includeChanged: z
    .string()
    .max(10)
    .optional()
    .transform((value) => value !== undefined),
})

export type ScopeChoice = z.output<typeof scopeFields>

/** What every new occurrence of a series begins with, as stored. */
export const seriesValuesSchema = z.object({
  kind: z.enum(EVENT_KINDS),
  title: z.string().max(200),
  welcome: z.string().max(5000),
  language: z.string().max(10),
  spaceId: z.uuid().nullable(),
  placeName: z.string().max(200),
  address: z.string().max(300),
  city: z.string().max(200),
  lat: z.number().nullable(),
  lng: z.number().nullable(),
  hiddenPlace: hiddenPlaceSchema.nullable(),
  onlineUrl: z.string().max(500).nullable(),
  price: z.string().max(100).nullable(),
  capacity: z.int().nullable(),
  maxCompanions: z.int(),
  approval: z.boolean(),
  listVisibility: z.enum(LIST_VISIBILITIES),
  questions: questionsSchema,
  unlisted: z.boolean().default(false),
  quietPlace: z.boolean().default(false),
  leaveWhenever: z.boolean().default(false),
  noIntroductions: z.boolean().default(false),
  gentle: z.boolean().default(false),
  goodForNewcomers: z.boolean().default(false),
})

export type SeriesValues = z.output<typeof seriesValuesSchema>

export const seriesIdSchema = z.uuid('series_unknown')

export const seriesRefSchema = z.object({ seriesId: seriesIdSchema })
