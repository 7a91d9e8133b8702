/** As many as are sent at once. */
export const MAX_ENTRIES = 100
