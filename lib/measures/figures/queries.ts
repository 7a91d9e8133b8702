import { db } from '@/lib/db'
import { outings } from '@/lib/measures/outings/queries'
import type { Histogram } from '@/lib/measures/rules'
import { metPairs } from '@/lib/meetings/queries'
import { Prisma } from '@/prisma/client/client'
import type { Cohort, Week, WishCount } from './rules'

const { sql } = Prisma

/** Whom figures are of, and until when. */
export interface Scope {
  /** A Monday, 00:00 UTC. */
  until: Date
  /** The demo's invented people instead of those who signed in. */
  demo: boolean
}

/** SQL of `WITH`: members (id, created_at), what they were out at, and the first of it. */
const people = ({ until, demo }: Scope) => sql`
  members AS (
    SELECT users.id, users.created_at FROM users JOIN freelancers ON freelancers.id = users.id
    WHERE email_verified IS NOT NULL AND demo = ${demo} AND users.created_at < ${until}
  ), outings AS (
    SELECT outings.* FROM (${outings(until)}) AS outings JOIN members ON members.id = person
  ), firsts AS (
    SELECT DISTINCT ON (person) person, began, zone, (began AT TIME ZONE zone)::date AS day FROM outings
    ORDER BY person, began, event
  )`

/** Days from account to first outing, and how many have had none yet. */
export async function waits(scope: Scope): Promise<{ days: Histogram; notYet: number }> {
  const rows = await db.$queryRaw<{ value: number | null; people: number }[]>`
    WITH ${people(scope)}
    SELECT CASE WHEN day IS NOT NULL THEN greatest(0, day - (created_at AT TIME ZONE zone)::date) END AS value,
      count(*)::int AS people
    FROM members LEFT JOIN firsts ON person = id GROUP BY value`
  return {
    days: rows.flatMap(({ value, people }) => (value === null ? [] : [{ value, people }])),
    notYet: rows.find(({ value }) => value === null)?.people ?? 0,
  }
}

/** First-timers by month of the last year, as far as their thirty days are over; oldest first. */
export function cohorts(scope: Scope): Promise<Cohort[]> {
  const { until } = scope
  return db.$queryRaw<Cohort[]>`
    WITH ${people(scope)}
    SELECT to_char(day, 'YYYY-MM') AS month, count(*)::int AS first, count(*) FILTER (WHERE EXISTS (
      SELECT FROM outings WHERE outings.person = firsts.person AND outings.began <= firsts.began + interval '720 hours'
        AND (outings.began AT TIME ZONE firsts.zone)::date > day))::int AS again
    FROM firsts
    WHERE began <= ${until}::timestamptz - interval '720 hours' AND began > ${until}::timestamptz - interval '1 year'
    GROUP BY month ORDER BY month`
}

/** What was done in each of these weeks. */
export function weekly(scope: Scope, weeks: Date[]): Promise<Week[]> {
  return db.$queryRaw<Week[]>`
    WITH ${people(scope)}
    SELECT week, count(event)::int AS outings, count(DISTINCT person)::int AS people,
      (SELECT count(*) FROM members WHERE created_at < week + interval '168 hours')::int AS members
    FROM unnest(${weeks}::timestamptz[]) AS week
    LEFT JOIN outings ON began >= week AND began < week + interval '168 hours'
    GROUP BY week ORDER BY week`
}

/** Pairs who met three times or more, and how many people they are. */
export async function oftenPairs({ until, demo }: Scope): Promise<{ pairs: number; people: number }> {
  const [row] = await db.$queryRaw<{ pairs: number; people: number }[]>`
    WITH often AS (
      SELECT least(a, b) AS one, greatest(a, b) AS other FROM (${metPairs(until)}) AS met
      JOIN freelancers ON freelancers.id = a AND demo = ${demo}
      GROUP BY one, other HAVING count(DISTINCT meeting) >= 3
    )
    SELECT count(*)::int AS pairs,
      (SELECT count(*) FROM (SELECT one FROM often UNION SELECT other FROM often) AS people)::int AS people
    FROM often`
  return row ?? { pairs: 0, people: 0 }
}

/**
 * What became of the wishes that ended within a year. They carry no name; but nobody has two at once, so that those of
 * one day are of as many people. A wish whose outing was called off counts as faded.
 */
export async function wishCount(until: Date): Promise<WishCount> {
  const [row] = await db.$queryRaw<WishCount[]>`
    WITH over AS (
      SELECT wished_on, ended_on, event_id, coalesce(status = 'published', false) AS became
      FROM wish_outcomes LEFT JOIN events ON events.id = event_id
      WHERE ended_on < ${until}::timestamptz AND ended_on >= ${until}::timestamptz - interval '1 year'
    ), alive AS (
      SELECT became, (
        SELECT count(*) FROM over AS others WHERE others.became = over.became
          AND others.wished_on <= over.wished_on AND others.ended_on > over.wished_on)::int AS people
      FROM over
    )
    SELECT count(*) FILTER (WHERE became)::int AS became, count(*) FILTER (WHERE NOT became)::int AS faded,
      count(DISTINCT event_id) FILTER (WHERE became)::int AS outings,
      (SELECT coalesce(max(people), 0) FROM alive WHERE became) AS "peopleBecame",
      (SELECT coalesce(max(people), 0) FROM alive WHERE NOT became) AS "peopleFaded"
    FROM over`
  return row ?? { became: 0, faded: 0, outings: 0, peopleBecame: 0, peopleFaded: 0 }
}
