import { notBlocked } from '@/lib/blocks/queries'
import { Prisma } from '@/prisma/client/client'

const { sql } = Prisma

/** SQL condition on `rsvps`: they came. Where a host checked anybody in, those who were seen; else whoever had a seat. */
export const came = sql`rsvps.status = 'going' AND (rsvps.checked_in_at IS NOT NULL OR NOT EXISTS (
  SELECT FROM rsvps AS seen WHERE seen.event_id = rsvps.event_id AND seen.checked_in_at IS NOT NULL))`

/**
 * SQL condition on `events`: those who come may know of each other. Not where the hosts keep the list to themselves:
 * nobody learns in another way what they may not read.
 */
const open = sql`events.status = 'published' AND events.list_visibility <> 'hosts'`

/** SQL condition on `events`: it is over, and one may speak of who was there. */
export const sharedBy = (now: Date) => sql`${open} AND events.ends_at <= ${now}`

/** SQL condition on `events`: it is to come, and one may speak of who will be there. */
export const sharedAfter = (now: Date) => sql`${open} AND events.ends_at > ${now}`

/** SQL: how many guests came to the event of the row at hand, companions included. */
export const crowd = sql`(
  SELECT coalesce(sum(rsvps.party_size), 0) FROM rsvps WHERE rsvps.event_id = events.id AND ${came})`

/**
 * SQL rows (event, person): guests who came and are in the list of names, and hosts, who are always there. `at` is an
 * event and `of` the people asked about, as SQL that follows a column ("= …"): each way in reads an index.
 */
export function present({ at, of }: { at?: Prisma.Sql; of?: Prisma.Sql }): Prisma.Sql {
  const only = (event: Prisma.Sql, person: Prisma.Sql) =>
    sql`(${at ? sql`${event} ${at}` : sql`true`}) AND (${of ? sql`${person} ${of}` : sql`true`})`
  return sql`
    SELECT rsvps.event_id AS event, rsvps.freelancer_id AS person FROM rsvps
    WHERE ${only(sql`rsvps.event_id`, sql`rsvps.freelancer_id`)} AND NOT rsvps.unlisted AND ${came}
    UNION SELECT hosted.id, hosted.organizer_id FROM events AS hosted
    WHERE ${only(sql`hosted.id`, sql`hosted.organizer_id`)}
    UNION SELECT event_hosts.event_id, event_hosts.freelancer_id FROM event_hosts
    WHERE ${only(sql`event_hosts.event_id`, sql`event_hosts.freelancer_id`)}`
}

/** SQL condition: both of two rows of `freelancers` let themselves be seen and are in this, and neither blocked the other. */
export const mayKnow = (one: Prisma.Sql, other: Prisma.Sql) => sql`
  ${one}.visibility = 'members' AND ${one}.see_again AND ${other}.visibility = 'members' AND ${other}.see_again
  AND ${notBlocked(sql`${one}.id`, sql`${other}.id`)}`
