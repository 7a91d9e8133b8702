import { db } from '@/lib/db'

/** When the next unfinished job is due, or null. */
export async function nextDue(): Promise<Date | null> {
  const job = await db.job.findFirst({
    where: { doneAt: null, failedAt: null },
    orderBy: { runAt: 'asc' },
    select: { runAt: true },
  })
  return job?.runAt ?? null
}
