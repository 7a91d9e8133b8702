import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { keyed } from '@/lib/secrets'
import { KEEP_TAKINGS } from './rules'

/** `limit` takings in every window of `windowSeconds`. */
export interface Limit {
  limit: number
  windowSeconds: number
}

/**
 * Takes one token of a person's or network's allowance; false when it is used up. Counted in PostgreSQL, so that all
 * instances share it; the value (an address) is kept as a keyed hash only.
 */
export async function takeToken(
  kind: string,
  value: string,
  { limit, windowSeconds }: Limit,
  now: Date,
): Promise<boolean> {
  const key = keyed(env().authSecret, `limit ${kind}`, value).toString('base64url')
  const window = windowSeconds * 1000
  const windowStart = new Date(Math.floor(now.getTime() / window) * window)
  const [row] = await db.$queryRaw<{ count: number }[]>`
    INSERT INTO rate_limits (key, window_start, count) VALUES (${key}, ${windowStart}, 1)
    ON CONFLICT (key, window_start) DO UPDATE SET count = rate_limits.count + 1
    RETURNING count`
  return (row?.count ?? 1) <= limit
}

/** Forgets takings that no window counts any more. Answers how many. */
export async function purgeTakings(now: Date): Promise<number> {
  const before = new Date(now.getTime() - KEEP_TAKINGS)
  const { count } = await db.rateLimit.deleteMany({ where: { windowStart: { lt: before } } })
  return count
}
