/** The same names as the database's `half_day`. */
export const HALVES = ['morning', 'afternoon'] as const
export type Half = (typeof HALVES)[number]

/** What a half-day that is spoken of is called: it is always one of these. */
export const SLOTS = ['this_morning', 'this_afternoon', 'tomorrow_morning', 'tomorrow_afternoon'] as const
export type Slot = (typeof SLOTS)[number]
