import type { Actor } from '@/lib/accounts/schema'
import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { takeToken } from '@/lib/limits/commands'
import { outings } from '@/lib/measures/outings/queries'
import { weekStart } from '@/lib/measures/rules'
import { ok, type Result, refuse } from '@/lib/result'

/** Looks that one person tells of in a day. */
const LOOKS = { limit: 200, windowSeconds: 86_400 }

/** No day has more: whatever a browser says, the counter stays below this many seconds a day begun. */
const DAILY_CAP = 2 * 3600

/** "Count my minutes", from now on. Once more changes nothing. */
export async function startCounting(actor: Actor): Promise<void> {
  await db.minutesCounter.createMany({ data: { personId: actor.id, since: now() }, skipDuplicates: true })
}

/** "Stop, and forget": the counter is gone. */
export async function stopCounting(actor: Actor): Promise<void> {
  await db.minutesCounter.deleteMany({ where: { personId: actor.id } })
}

/**
 * Adds a look at the app to the person's counter. The counter never says more than the time that has passed since it
 * began, nor more than two hours for each day begun.
 */
export async function addLook(
  actor: Actor,
  { seconds }: { seconds: number },
): Promise<Result<undefined, 'not_counting' | 'too_many'>> {
  const at = now()
  if (!(await takeToken('minutes', actor.id, LOOKS, at))) return refuse('too_many')
  const added = await db.$executeRaw`
    UPDATE minutes_counters SET seconds = greatest(seconds, least(seconds + ${seconds}::int,
      extract(epoch FROM ${at}::timestamptz - since)::int,
      ${DAILY_CAP}::int * (1 + extract(day FROM ${at}::timestamptz - since)::int)))
    WHERE person_id = ${actor.id}::uuid`
  return added > 0 ? ok() : refuse('not_counting')
}

/**
 * Moves the counters of those who were out since into the histogram, where they are nobody's, and begins anew. Counters
 * begun in an earlier week alone: so nobody is in a week twice, and five entries of a week are five people. Answers how
 * many.
 */
export async function settleMinutes(at: Date = now()): Promise<number> {
  const week = weekStart(at)
  const [moved] = await db.$queryRaw<{ count: number }[]>`
    WITH begun AS (
      SELECT * FROM minutes_counters WHERE since < ${week} FOR UPDATE
    ), due AS (
      SELECT person_id, seconds, count(*) AS times
      FROM begun JOIN (${outings(at)}) AS outings ON person = person_id AND ended > since
      GROUP BY person_id, seconds
    ), anew AS (
      UPDATE minutes_counters SET seconds = 0, since = ${at} FROM due
      WHERE minutes_counters.person_id = due.person_id
      RETURNING least(60, ceil(due.seconds / 60.0 / due.times))::smallint AS minutes
    ), kept AS (
      INSERT INTO minutes_spent (week, minutes, people)
      SELECT (${week}::timestamptz AT TIME ZONE 'UTC')::date, minutes, count(*) FROM anew GROUP BY minutes
      ON CONFLICT (week, minutes) DO UPDATE SET people = minutes_spent.people + excluded.people
    )
    SELECT count(*)::int AS count FROM anew`
  return moved?.count ?? 0
}
