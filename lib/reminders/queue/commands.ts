import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { BATCH, seatsToRemind } from '@/lib/reminders/queries'
import { dueReminders } from '@/lib/reminders/rules'

/**
 * Queues every reminder whose hour is near; run again and again, by several workers at once, it queues each only once:
 * the notice's row and its job are written together. Answers how many.
 */
export async function queueReminders(at: Date = now()): Promise<number> {
  let queued = 0
  for (let after: string | null = null; ; ) {
    const seats: Awaited<ReturnType<typeof seatsToRemind>> = await seatsToRemind(at, after)
    const due = seats.flatMap((seat) =>
      dueReminders(seat, at).map(({ about, runAt }) => ({
        rsvp_id: seat.id,
        kind: about,
        starts_at: seat.startsAt,
        run_at: runAt,
      })),
    )
    if (due.length > 0) queued += await queue(due, at)
    if (seats.length < BATCH) return queued
    after = seats.at(-1)?.id ?? null
  }
}

async function queue(due: { rsvp_id: string; kind: string; starts_at: Date; run_at: Date }[], at: Date) {
  return db.$executeRaw`
    WITH due AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(due)}::jsonb)
        AS due(rsvp_id uuid, kind notice_kind, starts_at timestamptz, run_at timestamptz)
    ), queued AS (
      INSERT INTO notices (rsvp_id, kind, starts_at, queued_at, claimed_at)
      SELECT rsvp_id, kind, starts_at, ${at}::timestamptz, NULL FROM due
      ON CONFLICT DO NOTHING RETURNING rsvp_id, kind, starts_at
    )
    SELECT job_write(
      'reminder', jsonb_build_object('rsvpId', rsvp_id, 'about', kind, 'startsAt', starts_at), run_at)
    FROM queued JOIN due USING (rsvp_id, kind, starts_at)`
}
