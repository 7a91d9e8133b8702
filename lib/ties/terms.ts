/** Characters of the line by which one may be reached. */
export const WAY_LENGTH = 120
