import { db } from '@/lib/db'
import { crowd, mayKnow, present, sharedBy } from '@/lib/meetings/presence/queries'
import { Prisma } from '@/prisma/client/client'
import { CROWD } from './rules'

const { sql } = Prisma

/** Somebody met: how often, and when last. */
export interface Met {
  id: string
  times: number
  last: Date
  /** IANA, of the place of that meeting. */
  timeZone: string
}

/**
 * SQL rows (a, b, meeting, at, zone, crowded): who was at which ended event with whom, however many there were. Each
 * event is looked at once: who was there, and how many.
 */
const atEvent = (now: Date, of?: Prisma.Sql) => sql`
  SELECT me.id AS a, them.id AS b, events.id AS meeting, events.ends_at AS at, events.time_zone AS zone,
    there.guests > ${CROWD} AS crowded
  FROM (${of ? sql`SELECT DISTINCT event FROM (${present({ of })}) AS own` : sql`SELECT id AS event FROM events`}) AS asked
  JOIN events ON events.id = asked.event AND ${sharedBy(now)}
  CROSS JOIN LATERAL (
    SELECT array_agg(person) AS people, ${crowd} AS guests FROM (${present({ at: sql`= events.id` })}) AS those
  ) AS there
  CROSS JOIN unnest(there.people) AS mine (person)
  CROSS JOIN unnest(there.people) AS theirs (person)
  JOIN freelancers AS me ON me.id = mine.person
  JOIN freelancers AS them ON them.id = theirs.person
  WHERE mine.person <> theirs.person AND ${of ? sql`mine.person ${of}` : sql`true`} AND ${mayKnow(sql`me`, sql`them`)}`

/**
 * SQL rows (a, b, meeting, at, zone, crowded): who agreed to a coffee with whom, unless one of them missed it, or `a` said
 * that it did not take place: what `b` said of it does not show on `a`'s side.
 */
const atCoffee = (now: Date, of?: Prisma.Sql) => sql`
  SELECT me.id, them.id, coffees.id, coffees.starts_at + coffees.minutes * interval '1 minute', coffees.time_zone, false
  FROM coffee_seats AS mine
  JOIN coffees ON coffees.id = mine.coffee_id AND coffees.status = 'agreed'
    AND coffees.starts_at + coffees.minutes * interval '1 minute' <= ${now}
  JOIN coffee_seats AS theirs ON theirs.coffee_id = mine.coffee_id AND theirs.freelancer_id <> mine.freelancer_id
  JOIN freelancers AS me ON me.id = mine.freelancer_id
  JOIN freelancers AS them ON them.id = theirs.freelancer_id
  WHERE ${of ? sql`mine.freelancer_id ${of}` : sql`true`} AND mine.met IS DISTINCT FROM false
    AND mine.answer = 'yes' AND theirs.answer = 'yes' AND NOT mine.missed AND NOT theirs.missed AND ${mayKnow(sql`me`, sql`them`)}`

/** SQL rows (a, b, meeting, at, zone, crowded). The only place where what counts as being together is united. */
const together = (now: Date, of?: Prisma.Sql) => sql`${atEvent(now, of)} UNION ALL ${atCoffee(now, of)}`

/**
 * SQL rows (a, b, meeting, at, zone): who met whom, one row a meeting and each pair both ways round. Derived from events
 * and coffees, never stored. `of`, SQL that follows a column ("= ANY(…)"), narrows `a`; without it everybody's are read,
 * about a microsecond a row.
 *
 * In a crowd, `b` counts for `a` only when `a` was glad of `b`: what `b` said in private must not show on `a`'s side.
 */
export const metPairs = (now: Date, of?: Prisma.Sql): Prisma.Sql => sql`
  SELECT a, b, meeting, at, zone FROM (${together(now, of)}) AS together
  WHERE NOT crowded OR EXISTS (SELECT FROM glads WHERE person_id = a AND about_id = b)`

/** Everybody whom somebody met, the latest first; those alone who let themselves be seen, as they must themselves. */
export async function metBy(actorId: string, { now }: { now: Date }): Promise<Met[]> {
  return db.$queryRaw<Met[]>`
    SELECT b AS id, count(*)::int AS times, max(at) AS last,
      (array_agg(zone ORDER BY at DESC))[1] AS "timeZone"
    FROM (${metPairs(now, sql`= ${actorId}::uuid`)}) AS met
    GROUP BY b ORDER BY last DESC, id`
}

/** Have these two been at an ended event or coffee together, a crowd included? Whom one may be glad of. */
export async function wereTogether(actorId: string, personId: string, now: Date): Promise<boolean> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT 1 FROM (${together(now, sql`= ${actorId}::uuid`)}) AS together WHERE b = ${personId}::uuid LIMIT 1`
  return rows.length > 0
}
