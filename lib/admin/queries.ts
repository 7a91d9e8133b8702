import type { Actor } from '@/lib/accounts/schema'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { withBoss } from '@/lib/jobs/boss'
import { DEAD } from '@/lib/jobs/rules'
import { mayAdminister } from './policy'

/** Given-up jobs that the page lists; the rest is counted. */
const SHOWN = 50

export const isAdmin = (actor: Actor | null) => mayAdminister(actor, env().admins)

export interface QueueCounts {
  /** Due, and not begun. */
  due: number
  /** Since when the oldest of those waits. */
  oldest: Date | null
  active: number
  /** Failed, and waiting for the next try. */
  retrying: number
  /** For a moment to come. */
  later: number
  /** In the last 24 hours. */
  done: number
  dead: number
}

/** How much work there is. Counted now, not at pg-boss' last look, which may be minutes old. */
export async function queueCounts(at: Date): Promise<QueueCounts> {
  const [counts] = await db.$queryRaw<QueueCounts[]>`
    SELECT
      count(*) FILTER (WHERE state = 'created' AND start_after <= ${at} AND name <> ${DEAD})::int AS due,
      min(start_after) FILTER (WHERE state = 'created' AND start_after <= ${at} AND name <> ${DEAD}) AS oldest,
      count(*) FILTER (WHERE state = 'active')::int AS active,
      count(*) FILTER (WHERE state = 'retry')::int AS retrying,
      count(*) FILTER (WHERE state = 'created' AND start_after > ${at} AND name <> ${DEAD})::int AS later,
      count(*) FILTER (WHERE state = 'completed' AND completed_on > ${at}::timestamptz - interval '1 day' AND name <> ${DEAD})::int AS done,
      count(*) FILTER (WHERE state = 'created' AND name = ${DEAD})::int AS dead
    FROM pgboss.job`
  if (!counts) throw new Error('counting answered nothing')
  return counts
}

export interface DeadJob {
  id: string
  /** A kind of lib/jobs/schema.ts, unless a newer or older program wrote it. */
  kind: string
  begun: Date
  attempts: number
  /** Its last error. */
  reason: string
}

/** Jobs that were given up, oldest first. */
export function deadJobs(): Promise<DeadJob[]> {
  return withBoss(async (boss) => {
    const jobs = await boss.findJobs<{ kind?: string }>(DEAD, { queued: true, limit: SHOWN })
    return jobs.map(({ id, data, createdOn, sourceCreatedOn, sourceRetryCount, sourceOutput }) => ({
      id,
      kind: data?.kind ?? '',
      begun: sourceCreatedOn ?? createdOn,
      attempts: (sourceRetryCount ?? 0) + 1,
      reason: (sourceOutput as { message?: string } | null)?.message ?? '',
    }))
  })
}

export interface RefusedAddress {
  domain: string
  people: number
  /** The latest answer of the mail server. */
  answer: string
  latest: Date
}

/** Where mail is refused for good, by domain: an address names a person, and the page needs none. */
export function refusedAddresses(): Promise<RefusedAddress[]> {
  return db.$queryRaw<RefusedAddress[]>`
    SELECT split_part(email, '@', 2) AS domain, count(*)::int AS people, max(mail_refused_at) AS latest,
      (array_agg(replace(mail_refusal, split_part(email, '@', 1), '…') ORDER BY mail_refused_at DESC))[1] AS answer
    FROM users WHERE mail_refused_at IS NOT NULL
    GROUP BY domain ORDER BY people DESC, domain LIMIT ${SHOWN}`
}
