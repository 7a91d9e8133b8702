import { db } from '@/lib/db'

interface WrittenJob {
  id: string
  kind: string
  payload: { kind: string }
  runAt: Date
  state: 'created' | 'retry' | 'active' | 'completed' | 'cancelled' | 'failed'
}

/** The jobs written, done or not, in their order. Of one kind if named. */
export function writtenJobs(kind?: string): Promise<WrittenJob[]> {
  return db.$queryRaw<WrittenJob[]>`
    SELECT id, data->>'kind' AS kind, data AS payload, start_after AS "runAt", state::text AS state FROM pgboss.job
    WHERE name IN ('codes', 'work') AND (${kind ?? null}::text IS NULL OR data->>'kind' = ${kind ?? null})
    ORDER BY created_on, id`
}

/** Jobs that nobody has finished or given up. */
export async function unfinishedJobs(): Promise<number> {
  return (await writtenJobs()).filter(({ state }) => state !== 'completed' && state !== 'failed').length
}

export async function forgetJobs(): Promise<void> {
  await db.$executeRaw`DELETE FROM pgboss.job`
}

/** Makes every unfinished job due: its hour, the pause after a failure and the lease of a dead worker are over. */
export async function makeJobsDue(): Promise<void> {
  await db.$executeRaw`
    UPDATE pgboss.job SET start_after = now(), state = CASE state WHEN 'active' THEN 'retry' ELSE state END
    WHERE state < 'completed'`
}
