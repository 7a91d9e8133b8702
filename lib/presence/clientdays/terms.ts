/** Client days of one person. */
export const MOST_DAYS = 5

/** ISO: Monday is 1. */
export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const
