import type { EventKind } from '@/lib/events/kinds/terms'

/** What one may wish for. */
export const WISH_KINDS = [
  'open_coffee',
  'lunch',
  'afterwork',
  'coworking_day',
] as const satisfies EventKind[]

export type WishKind = (typeof WISH_KINDS)[number]

/** Half-days of a week, from Monday morning (0) to Sunday afternoon (13). */
export const HALF_DAYS = 14

/** Monday to Friday, mornings and afternoons: what suits somebody who ticks nothing. */
export const WORKING_WEEK = 2 ** 10 - 1
