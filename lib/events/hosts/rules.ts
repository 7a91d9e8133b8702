/** An invitation is open this long. Milliseconds. */
export const INVITE_OPEN = 14 * 24 * 3600_000

/** The organizer, and so many beside them. */
export const MOST_COHOSTS = 9

/** Invitations made before this are closed. */
export const inviteExpiry = (now: Date) => new Date(now.getTime() - INVITE_OPEN)
