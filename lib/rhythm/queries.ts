import type { Actor } from '@/lib/accounts/schema'
import { db } from '@/lib/db'
import { lastDoneBy, outingsOf } from '@/lib/rhythm/outings/queries'
import { quietHours } from '@/lib/settings/queries'
import { Prisma } from '@/prisma/client/client'
import { type Standing, shownSince, UNANSWERED, weeksOf } from './rules'
import type { Pace } from './terms'

const { sql } = Prisma

/** Somebody's rhythm: their choices and their last eight weeks; null while they chose none. */
export async function myRhythm(actor: Pick<Actor, 'id'>, now: Date) {
  const rhythm = await db.rhythm.findUnique({
    where: { freelancerId: actor.id },
    select: { pace: true, hour: true, timeZone: true, digestDay: true },
  })
  if (!rhythm) return null
  const self = sql`${actor.id}::uuid`
  const outings = await db.$queryRaw<{ at: Date }[]>`
    SELECT at FROM (${outingsOf(self)}) AS outings WHERE at > ${shownSince(now)} AND at <= ${now}`
  const [{ unanswered } = { unanswered: 0 }] = await db.$queryRaw<{ unanswered: number }[]>`
    SELECT ${unansweredBy(self)} AS unanswered`
  return {
    ...rhythm,
    weeks: weeksOf(
      outings.map(({ at }) => at),
      now,
      rhythm.timeZone,
    ),
    /** Three letters had no answer: none is sent until they do something here. */
    silent: unanswered >= UNANSWERED,
  }
}

export type MyRhythm = NonNullable<Awaited<ReturnType<typeof myRhythm>>>

const unansweredBy = (person: Prisma.Sql) => sql`(
  SELECT count(*)::int FROM rhythm_letters
  WHERE freelancer_id = ${person} AND kind = 'nudge' AND due_at > ${lastDoneBy(person)})`

type Row = Omit<Standing, 'quiet'> & {
  freelancerId: string
  quietFrom: number | null
  quietTo: number | null
  userZone: string | null
}

const standingOf = ({ quietFrom, quietTo, userZone, ...row }: Row) => ({
  ...row,
  pace: row.pace as Pace,
  quiet: quietHours({ quietFrom, quietTo, timeZone: userZone }, row.timeZone),
})

/** Everybody with a rhythm whose hour it is, or was not long ago, and how they stand. Invented people are not written to. */
export async function standings(now: Date): Promise<(Standing & { freelancerId: string })[]> {
  const person = sql`rhythms.freelancer_id`
  const rows = await db.$queryRaw<Row[]>`
    SELECT rhythms.freelancer_id AS "freelancerId", pace::text AS pace, hour, rhythms.time_zone AS "timeZone",
      digest_day AS "digestDay", changed_at AS "changedAt", quiet_from AS "quietFrom", quiet_to AS "quietTo",
      users.time_zone AS "userZone",
      (SELECT max(at) FROM (${outingsOf(person)}) AS outings WHERE at <= ${now}) AS "lastOut",
      EXISTS (SELECT FROM (${outingsOf(person)}) AS outings WHERE at > ${now}) AS planned,
      (SELECT max(due_at) FROM rhythm_letters WHERE freelancer_id = ${person} AND kind = 'nudge') AS "lastNudge",
      (SELECT max(due_at) FROM rhythm_letters WHERE freelancer_id = ${person} AND kind = 'digest') AS "lastDigest",
      ${unansweredBy(person)} AS unanswered
    FROM rhythms JOIN users ON users.id = rhythms.freelancer_id JOIN freelancers ON freelancers.id = rhythms.freelancer_id
    WHERE NOT demo
      AND extract(hour FROM ${now}::timestamptz AT TIME ZONE rhythms.time_zone) - hour BETWEEN 0 AND 3`
  return rows.map(standingOf)
}
