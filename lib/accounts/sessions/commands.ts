import { randomBytes } from 'node:crypto'
import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { hashToken, sessionEnd } from './rules'

/** Opens a session for a person who has just proven their address. Returns the cookie's value (256 bits, base64url). */
export async function openSession(userId: string): Promise<{ token: string; expires: Date }> {
  const token = randomBytes(32).toString('base64url')
  const expires = sessionEnd(now())
  await db.session.create({ data: { userId, tokenHash: hashToken(token), expires }, select: { id: true } })
  return { token, expires }
}

/** Ends one session. A token that opens nothing is not an error. */
export async function closeSession(token: string): Promise<void> {
  await db.session.deleteMany({ where: { tokenHash: hashToken(token) } })
}

/** Forgets sessions that have run out. Answers how many. */
export async function purgeSessions(at: Date): Promise<number> {
  const { count } = await db.session.deleteMany({ where: { expires: { lt: at } } })
  return count
}
