/** Longest of what is said of a greeter, characters. */
export const WORDS = 120
