export const PACES = ['twice_weekly', 'weekly', 'fortnightly', 'monthly'] as const
export type Pace = (typeof PACES)[number]

/** Hours of the day at which one may be written to. */
export const HOURS = Array.from({ length: 15 }, (_, i) => i + 7)
