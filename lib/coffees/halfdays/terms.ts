/** Half-days of a week, Monday morning first: the bits of a mask. */
export const HALF_DAYS = 14

/** Every morning and afternoon from Monday to Friday. */
export const WORKING_DAYS = 2 ** 10 - 1
