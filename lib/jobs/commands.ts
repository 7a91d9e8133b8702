import type { Transaction } from '@/lib/db'
import { db } from '@/lib/db'
import { jobRow, LEASE, nextAttempt } from './rules'
import { type JobData, type JobKind, type JobPayload, jobSchema } from './schema'

/** A job that this process has claimed. */
export interface ClaimedJob {
  id: bigint
  /** This attempt included. */
  attempts: number
  payload: JobPayload
}

/** Writes a job in the caller's transaction: it is done if and only if that commits. */
export async function enqueue<K extends JobKind>(tx: Transaction, kind: K, data: JobData<K>, runAt?: Date) {
  await tx.job.create({ data: jobRow(kind, data, runAt), select: { id: true } })
}

/**
 * Takes up to `limit` due jobs. SKIP LOCKED keeps workers from waiting for each other, and a job whose worker died
 * comes back when its lease ends.
 */
export async function claimJobs(now: Date, limit: number): Promise<ClaimedJob[]> {
  const rows = await db.$queryRaw<{ id: bigint; attempts: number; payload: unknown }[]>`
    UPDATE jobs SET attempts = attempts + 1, run_at = ${new Date(now.getTime() + LEASE)}
    WHERE id IN (
      SELECT id FROM jobs WHERE done_at IS NULL AND failed_at IS NULL AND run_at <= ${now}
      ORDER BY run_at, id LIMIT ${limit} FOR UPDATE SKIP LOCKED
    )
    RETURNING id, attempts, payload`
  const jobs: ClaimedJob[] = []
  for (const { id, attempts, payload } of rows) {
    const parsed = jobSchema.safeParse(payload)
    if (parsed.success) jobs.push({ id, attempts, payload: parsed.data })
    else await giveUp(id, now, `payload: ${parsed.error.message}`)
  }
  return jobs
}

export async function finishJob(id: bigint, now: Date): Promise<void> {
  await db.job.update({ where: { id }, data: { doneAt: now, lastError: null } })
}

/** Puts a failed job back for later, or gives it up after the last attempt. Answers whether it was given up. */
export async function failJob(job: ClaimedJob, error: string, now: Date): Promise<boolean> {
  const runAt = nextAttempt(job.attempts, now)
  if (!runAt) await giveUp(job.id, now, error)
  else await db.job.update({ where: { id: job.id }, data: { runAt, lastError: error.slice(0, 1000) } })
  return runAt === null
}

async function giveUp(id: bigint, now: Date, error: string): Promise<void> {
  await db.job.update({ where: { id }, data: { failedAt: now, lastError: error.slice(0, 1000) } })
}

/** Turns a notice about an event into one job per person going or waiting, and the notice into a done job. */
export async function fanOut(job: ClaimedJob, kind: JobKind, eventId: string, now: Date): Promise<void> {
  const { kind: _, ...data } = job.payload
  await db.$executeRaw`
    WITH done AS (UPDATE jobs SET done_at = ${now} WHERE id = ${job.id} AND done_at IS NULL RETURNING id)
    INSERT INTO jobs (kind, payload, run_at)
    SELECT ${kind}, ${JSON.stringify({ ...data, kind })}::jsonb || jsonb_build_object('rsvpId', rsvps.id), ${now}::timestamptz
    FROM rsvps, done WHERE event_id = ${eventId}::uuid AND rsvps.status IN ('going', 'offered', 'waitlisted', 'asked', 'maybe')`
}

/** Forgets jobs done or given up before `before`. */
export async function purgeJobs(before: Date): Promise<number> {
  const { count } = await db.job.deleteMany({
    where: { OR: [{ doneAt: { lt: before } }, { failedAt: { lt: before } }] },
  })
  return count
}
