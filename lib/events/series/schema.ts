import { z } from 'zod'

/** How an outing may come back. */
export const REPEATS = ['none', 'weekly', 'biweekly', 'monthly_date', 'monthly_weekday'] as const

export type Repeat = (typeof REPEATS)[number]

export const REPEAT_ENDS = ['never', 'until', 'count'] as const

/** Days that are left out, as many as the form has fields for. */
export const EXCEPTION_SLOTS = ['except1', 'except2', 'except3', 'except4'] as const

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

/** Which occurrences a change is about. */
export const SCOPES = ['this', 'following', 'all'] as const

export type Scope = (typeof SCOPES)[number]

export const scopeSchema = z.enum(SCOPES).catch('this').default('this')

export const seriesIdSchema = z.uuid('series_unknown')
