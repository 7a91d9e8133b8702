/** More guests than this, companions included, and having been at the same event is not yet having met. */
export const CROWD = 30
