import type { Transaction } from '@/lib/db'
import { db } from '@/lib/db'
import type { JobData, JobKind, JobPayload } from './schema'

/** A job that this process has in hand. */
export interface ClaimedJob {
  /** The same at every attempt, also after it was given up and tried again by hand. */
  id: string
  payload: JobPayload
}

/**
 * Writes a job in the caller's transaction: it is done if and only if that commits. By the SQL function that the
 * seating functions use too, which is the only place that knows the queue's table.
 */
export function enqueue<K extends JobKind>(tx: Transaction, kind: K, data: JobData<K>, runAt?: Date) {
  return tx.$executeRaw`
    SELECT job_write(${kind}, ${JSON.stringify(data)}::jsonb, coalesce(${runAt ?? null}::timestamptz, now()))`
}

/**
 * Turns a notice about an event into one job per person going or waiting. Each job's id is made from the notice's and
 * the RSVP's: however often this is done again after a crash, nobody is told twice.
 */
export async function fanOut(job: ClaimedJob, kind: JobKind, eventId: string, now: Date): Promise<void> {
  const { kind: _, ...data } = job.payload
  await db.$executeRaw`
    SELECT job_write(
      ${kind}, ${JSON.stringify(data)}::jsonb || jsonb_build_object('rsvpId', id), ${now}::timestamptz,
      md5(${job.id} || id)::uuid)
    FROM rsvps
    WHERE event_id = ${eventId}::uuid AND status IN ('going', 'offered', 'waitlisted', 'asked', 'maybe')`
}
