import type { JobData, JobKind } from './schema'

/** A claimed job that says nothing for this long (its process died) is taken up again. Milliseconds. */
export const LEASE = 5 * 60_000

/** Tries before a job is given up: the last one comes about an hour and a half after the first. */
export const MAX_ATTEMPTS = 8

/** Finished jobs are kept this long for whoever wonders what was sent. Milliseconds. */
export const KEEP_DONE = 7 * 24 * 3600_000

const FIRST_PAUSE = 30_000
const LONGEST_PAUSE = 3600_000

/** When to try again after the nth attempt failed (from 1), or null to give up: 30 s, doubling, an hour at most. */
export function nextAttempt(attempts: number, now: Date): Date | null {
  if (attempts >= MAX_ATTEMPTS) return null
  return new Date(now.getTime() + Math.min(FIRST_PAUSE * 2 ** (attempts - 1), LONGEST_PAUSE))
}

/** How long an idle worker sleeps: until the next job is due, `longest` at most. Milliseconds. */
export function idleFor(nextDue: Date | null, now: Date, longest: number): number {
  if (!nextDue) return longest
  return Math.min(Math.max(nextDue.getTime() - now.getTime(), 0), longest)
}

/** A job as the table takes it. */
export function jobRow<K extends JobKind>(kind: K, data: JobData<K>, runAt?: Date) {
  return { kind, payload: { kind, ...data }, ...(runAt ? { runAt } : {}) }
}
