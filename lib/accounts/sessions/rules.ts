import { createHash } from 'node:crypto'

/** How long a session lasts, in seconds: 180 days, then a code is asked for again. */
export const sessionSeconds = 180 * 24 * 3600

/** The instant a session opened at `now` ends. */
export function sessionEnd(now: Date): Date {
  return new Date(now.getTime() + sessionSeconds * 1000)
}

/** SHA-256, hexadecimal: what the table keeps of a cookie's value. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
