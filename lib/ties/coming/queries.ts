import { db } from '@/lib/db'
import { present, sharedAfter } from '@/lib/meetings/presence/queries'
import { firstName } from '@/lib/rsvps/rules'
import { slugify } from '@/lib/slug'
import { known, tiesOf } from '@/lib/ties/queries'
import { Prisma } from '@/prisma/client/client'

const { sql } = Prisma

/** First names of those tied with somebody who come to an outing that they come to as well. */
export async function tiesComing(actorId: string, eventId: string, now: Date): Promise<string[]> {
  const there = sql`
    SELECT theirs.person AS id
    FROM (${present({ at: sql`= ${eventId}::uuid`, of: sql`= ${actorId}::uuid` })}) AS mine
    JOIN events ON events.id = mine.event AND ${sharedAfter(now)}
    CROSS JOIN LATERAL (${present({ at: sql`= events.id` })}) AS theirs`
  return (await known(actorId, there)).filter(({ tied }) => tied).map(({ name }) => firstName(name))
}

/** An outing to come at which two people will both be. */
export interface Together {
  id: string
  title: string
  slug: string
  startsAt: Date
  timeZone: string
}

/** The next outing that somebody shares with each of those they are tied with, by the other's id. */
export async function nextTogether(actorId: string, now: Date): Promise<Map<string, Together>> {
  const ids = (await tiesOf(actorId)).map(({ id }) => id)
  const rows = await db.$queryRaw<(Omit<Together, 'slug'> & { person: string })[]>`
    SELECT DISTINCT ON (theirs.person) theirs.person, events.id, events.title, events.starts_at AS "startsAt",
      events.time_zone AS "timeZone"
    FROM (${present({ of: sql`= ${actorId}::uuid` })}) AS mine
    JOIN events ON events.id = mine.event AND ${sharedAfter(now)}
    CROSS JOIN LATERAL (${present({ at: sql`= events.id`, of: sql`= ANY(${ids}::uuid[])` })}) AS theirs
    ORDER BY theirs.person, events.starts_at, events.id`
  return new Map(rows.map(({ person, ...event }) => [person, { ...event, slug: slugify(event.title) }]))
}
