export const COFFEE_SIZES = ['pair', 'trio'] as const
export type CoffeeSize = (typeof COFFEE_SIZES)[number]

/** Kilometres to choose from. */
export const REACHES = [2, 5, 10, 20, 40] as const
