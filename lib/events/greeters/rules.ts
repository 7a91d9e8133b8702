/** A greeter stands there this long before the start. Milliseconds. */
export const EARLY = 10 * 60_000

/** When somebody who comes for the first time is awaited. */
export const awaitedAt = (startsAt: Date) => new Date(startsAt.getTime() - EARLY)
