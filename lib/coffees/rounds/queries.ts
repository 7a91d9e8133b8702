import type { CoffeeKind } from '@/lib/coffees/schema'
import { db } from '@/lib/db'
import { Prisma } from '@/prisma/client/client'

/** Weeks after which a coffee is so long ago that it counts as none. */
const REMEMBERED = 52

/** Somebody who takes part, as the draw needs them. Positions are middles of cells of about 1 km. */
export interface Participant {
  id: string
  lat: number
  lng: number
  reachKm: number
  languages: string[]
  halfDays: number
  trade: string
  interests: string[]
  size: 'pair' | 'trio'
  /** New here: an account of less than three months. */
  arrivedLately: boolean
  /** Whole weeks since they were last out, 52 at most and for those who never were. */
  weeksIn: number
}

/** Everybody who takes part and is free in the week that begins on `week` (YYYY-MM-DD). */
export async function participants(week: string, now: Date): Promise<Participant[]> {
  return db.$queryRaw<Participant[]>`
    SELECT freelancers.id, cell_lat AS lat, cell_lng AS lng, reach_km AS "reachKm", half_days AS "halfDays",
      CASE WHEN cardinality(languages) = 0 THEN ARRAY[users.locale] ELSE languages END AS languages,
      trade, interests, size::text AS size, freelancers.created_at > ${now}::timestamptz - interval '90 days' AS "arrivedLately",
      least(${REMEMBERED}, coalesce(extract(epoch FROM ${now}::timestamptz - greatest(outing.at, coffee.at)) / 604800, ${REMEMBERED}))::int AS "weeksIn"
    FROM coffee_members
    JOIN freelancers ON freelancers.id = freelancer_id
    JOIN users ON users.id = freelancer_id
    LEFT JOIN LATERAL (
      SELECT max(ends_at) AS at FROM rsvps JOIN events ON events.id = event_id
      WHERE rsvps.freelancer_id = freelancers.id AND rsvps.status = 'going' AND ends_at <= ${now}::timestamptz
    ) AS outing ON true
    LEFT JOIN LATERAL (
      SELECT max(starts_at) AS at FROM coffee_seats JOIN coffees ON coffees.id = coffee_id
      WHERE coffee_seats.freelancer_id = freelancers.id AND answer = 'yes' AND NOT missed
        AND coffees.status = 'agreed' AND kind <> 'online' AND starts_at <= ${now}::timestamptz
    ) AS coffee ON true
    WHERE paused_at IS NULL AND cell_lat IS NOT NULL AND NOT EXISTS (
      SELECT FROM coffee_seats JOIN coffees ON coffees.id = coffee_id
      WHERE coffee_seats.freelancer_id = freelancers.id AND week = ${week}::date AND kind = 'coffee'
        AND coffees.status IN ('proposed', 'agreed'))
    ORDER BY freelancers.id`
}

/** A pair of people, the lesser id first. */
export interface Pair {
  a: string
  b: string
}

/** Which of these people were drawn together within a year, for this kind of coffee, and how many weeks before `week`. */
export async function drawnTogether(
  ids: string[],
  week: string,
  kind: CoffeeKind = 'coffee',
): Promise<(Pair & { weeksAgo: number })[]> {
  return db.$queryRaw<(Pair & { weeksAgo: number })[]>`
    SELECT one.freelancer_id AS a, other.freelancer_id AS b, min((${week}::date - week) / 7)::int AS "weeksAgo"
    FROM coffee_seats AS one
    JOIN coffee_seats AS other ON other.coffee_id = one.coffee_id AND other.freelancer_id > one.freelancer_id
    JOIN coffees ON coffees.id = one.coffee_id
    WHERE kind = ${kind}::coffee_kind AND week > ${week}::date - ${REMEMBERED * 7}::int AND ${both(ids)}
    GROUP BY 1, 2`
}

/** Which of these people are not to be drawn together: one blocked the other, or said "never" to a coffee with them. */
export async function keptApart(ids: string[]): Promise<Pair[]> {
  return db.$queryRaw<Pair[]>`
    SELECT least(blocker_id, blocked_id) AS a, greatest(blocker_id, blocked_id) AS b
    FROM blocks WHERE blocker_id = ANY(${ids}::uuid[])
    UNION
    SELECT least(one.freelancer_id, other.freelancer_id), greatest(one.freelancer_id, other.freelancer_id)
    FROM coffee_seats AS one
    JOIN coffee_seats AS other ON other.coffee_id = one.coffee_id AND other.freelancer_id <> one.freelancer_id
    WHERE one.answer = 'never' AND one.freelancer_id = ANY(${ids}::uuid[])`
}

const both = (ids: string[]) =>
  Prisma.sql`one.freelancer_id = ANY(${ids}::uuid[]) AND other.freelancer_id = ANY(${ids}::uuid[])`
