import { createHash } from 'node:crypto'
import { keyed } from '@/lib/secrets'

/** A code lives ten minutes. Milliseconds. */
export const CODE_LIFE = 10 * 60_000
export const MAX_ATTEMPTS = 5
/** Mails with a code that one address may receive an hour, and that one network may ask for. */
export const MAILS_PER_HOUR = { address: 5, network: 100 }
/** Somebody who never proved their address is forgotten after a day. Milliseconds. */
export const FORGET_UNPROVEN = 24 * 3600_000

const DIGITS = 6

/**
 * The six digits of a code. Derived from the row's random id and the instance's secret, not drawn and stored: the
 * mail can be written again after a crash without the code ever lying in a table. A code for one `purpose` says nothing
 * of one for another.
 */
export function codeOf(id: string, secret: string, purpose = 'sign-in code'): string {
  const number = keyed(secret, purpose, id).readUIntBE(0, 6) % 10 ** DIGITS
  return String(number).padStart(DIGITS, '0')
}

/** The token of the mailed link: 256 bits, base64url. */
export function linkTokenOf(id: string, secret: string): string {
  return keyed(secret, 'sign-in link', id).toString('base64url')
}

/** What the table keeps of a code. Keyed: a million guesses at a plain hash would take a second. */
export function codeHash(id: string, code: string, secret: string, purpose = 'sign-in code'): string {
  return keyed(secret, `${purpose} at rest`, `${id} ${code}`).toString('hex')
}

/** What the table keeps of a link. */
export function linkHash(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

interface CodeState {
  attempts: number
  expiresAt: Date
  usedAt: Date | null
}

export type CodeStanding = 'open' | 'used' | 'expired' | 'used_up'

/** Can this code still be typed, and if not, why? */
export function standing({ attempts, expiresAt, usedAt }: CodeState, now: Date): CodeStanding {
  if (usedAt) return 'used'
  if (expiresAt <= now) return 'expired'
  return attempts >= MAX_ATTEMPTS ? 'used_up' : 'open'
}

/** Whole minutes that are left, counted up: "1 minute" until the last second. */
export function minutesLeft(expiresAt: Date, now: Date): number {
  return Math.max(0, Math.ceil((expiresAt.getTime() - now.getTime()) / 60_000))
}
