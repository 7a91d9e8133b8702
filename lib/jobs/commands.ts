import type { Transaction } from '@/lib/db'
import { db } from '@/lib/db'
import type { JobInput, JobKind, JobPayload } from './schema'

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
export function enqueue<K extends JobKind>(tx: Transaction, kind: K, data: JobInput<K>, runAt?: Date) {
  return tx.$executeRaw`
    SELECT job_write(${kind}, ${JSON.stringify(data)}::jsonb, coalesce(${runAt ?? null}::timestamptz, now()))`
}

/**
 * Turns a notice about an event, or about several of one series, into one job per person going or waiting at any of
 * them: about the soonest, with the others of theirs. Each job's id is made from the notice's and the RSVP's: however
 * often this is done again after a crash, nobody is told twice.
 */
export async function fanOut(job: ClaimedJob, kind: JobKind, eventIds: string[], now: Date): Promise<void> {
  const { kind: _, ...data } = job.payload
  await db.$executeRaw`
    SELECT job_write(
      ${kind}, ${JSON.stringify(data)}::jsonb || jsonb_build_object('rsvpId', ids[1], 'others', to_jsonb(ids[2:])),
      ${now}::timestamptz, md5(${job.id} || ids[1])::uuid)
    FROM (
      SELECT array_agg(rsvps.id ORDER BY events.starts_at) AS ids
      FROM rsvps JOIN events ON events.id = rsvps.event_id
      WHERE event_id = ANY(${eventIds}::uuid[])
        AND rsvps.status IN ('going', 'offered', 'waitlisted', 'asked', 'maybe')
      GROUP BY freelancer_id
    ) AS people`
}
