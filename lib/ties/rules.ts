const DAY = 24 * 3_600_000

/** How long after its end an outing offers to say whom one was glad to meet. Milliseconds. */
export const OFFERED_FOR = 14 * DAY

/** Is an outing that ended then still one of which to say it? */
export function isOffered(endsAt: Date, now: Date): boolean {
  return endsAt <= now && now.getTime() - endsAt.getTime() < OFFERED_FOR
}

/** Whether somebody is in: they let themselves be seen, and chose to take part. */
export type Standing = 'in' | 'hidden' | 'out'

export function standingOf({ visibility, seeAgain }: { visibility: string; seeAgain: boolean }): Standing {
  if (!seeAgain) return 'out'
  return visibility === 'members' ? 'in' : 'hidden'
}
