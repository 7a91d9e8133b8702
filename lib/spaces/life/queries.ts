import { z } from 'zod'
import { db } from '@/lib/db'
import { groupPath } from '@/lib/groups/rules'
import { Prisma } from '@/prisma/client/client'

/** Milliseconds. */
const DAY = 86_400_000
/** How far back "lately" goes. Presences are remembered as long, as numbers. */
const LATELY = 90 * DAY
/** How far back somebody counts as a host of a place. */
const HOSTED = 180 * DAY
const HOSTS = 6

const { sql } = Prisma

/** Who hosts outings at a place, people or groups: `path` is the group's page, null for a person. */
export type SpaceHost = { name: string; path: string | null; count: number }

/** Whoever hosted outings there in the last half-year or announces one, most often first. What is seen by all. */
export async function hostsAt(spaceId: string, now: Date): Promise<SpaceHost[]> {
  const rows = await db.$queryRaw<{ groupId: string | null; name: string; count: number }[]>`
    SELECT groups.id AS "groupId", coalesce(groups.name, freelancers.name) AS name, count(*)::int AS count
    FROM events
    JOIN freelancers ON freelancers.id = events.organizer_id
    LEFT JOIN groups ON groups.id = events.group_id
    WHERE events.space_id = ${spaceId}::uuid AND events.status = 'published' AND NOT events.unlisted
      AND events.ends_at > ${new Date(now.getTime() - HOSTED)}
    GROUP BY groups.id, groups.name, CASE WHEN groups.id IS NULL THEN freelancers.id END,
      coalesce(groups.name, freelancers.name)
    ORDER BY count DESC, name LIMIT ${HOSTS}`
  return rows.map(({ groupId, name, count }) => ({
    name,
    count,
    path: groupId === null ? null : groupPath({ id: groupId, name }),
  }))
}

/**
 * How often freelancers came to a place in the last 90 days: each of them once an outing that is over, once a coffee,
 * and once a half-day that they said they worked there. A number, and nobody in particular.
 */
export async function visitsLately(spaceId: string, now: Date): Promise<number> {
  const since = new Date(now.getTime() - LATELY)
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT (${outings(spaceId, since, now)} + ${coffees(spaceId, since, now)} + ${halfDays(spaceId, since)})::int AS count`
  return row?.count ?? 0
}

const outings = (spaceId: string, since: Date, now: Date): Prisma.Sql => sql`
  (SELECT coalesce(sum(1 + (SELECT count(*) FROM rsvps WHERE rsvps.event_id = events.id AND rsvps.status = 'going'
      AND rsvps.freelancer_id <> events.organizer_id)), 0) FROM events
    WHERE events.space_id = ${spaceId}::uuid AND events.status = 'published'
      AND events.ends_at BETWEEN ${since} AND ${now})`

const coffees = (spaceId: string, since: Date, now: Date): Prisma.Sql => sql`
  (SELECT count(*) FROM coffee_seats JOIN coffees ON coffees.id = coffee_id
    WHERE coffees.space_id = ${spaceId}::uuid AND coffees.status = 'agreed' AND coffee_seats.answer = 'yes'
      AND coffees.starts_at BETWEEN ${since} AND ${now})`

const halfDays = (spaceId: string, since: Date): Prisma.Sql => sql`
  (SELECT coalesce(sum(half_days), 0) FROM space_visits WHERE space_id = ${spaceId}::uuid AND day >= ${since}::date)`

/** Events in one feed. */
const FED = 200

/** A space's outings of the last 90 days and to come, cancelled ones too; null when there is no such space. */
export async function spaceForCalendar(id: string, now: Date) {
  if (!z.uuid().safeParse(id).success) return null
  const space = await db.space.findUnique({
    where: { id },
    select: {
      name: true,
      events: {
        where: {
          ...{ status: { not: 'draft' }, unlisted: false },
          endsAt: { gt: new Date(now.getTime() - LATELY) },
        },
        orderBy: { startsAt: 'desc' },
        take: FED,
        select: {
          ...{ id: true, title: true, startsAt: true, endsAt: true, timeZone: true, placeName: true },
          ...{ address: true, city: true, lat: true, lng: true },
          ...{ status: true, sequence: true, updatedAt: true },
        },
      },
    },
  })
  if (!space) return null
  const events = space.events.toReversed().map((event) => ({ ...event, onlineUrl: null }))
  return { name: space.name, events }
}
