/** A page that was forgotten open is not time spent: one look lasts no longer. Seconds. */
export const LONGEST_LOOK = 600
