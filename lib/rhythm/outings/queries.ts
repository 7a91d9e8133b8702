import { came } from '@/lib/meetings/presence/queries'
import { Prisma } from '@/prisma/client/client'

const { sql } = Prisma

/**
 * SQL rows (at): when a person (an expression of type uuid) was or will be out, by what they said yes to. What counts
 * is united here: events they have a seat at or host, and coffees that were agreed.
 * Of events that are over, those alone where they were seen, if anybody was checked in. (lib/measures/outings counts
 * everybody's at once, and of hosts only those to whom somebody came.)
 */
export const outingsOf = (person: Prisma.Sql): Prisma.Sql => sql`
  SELECT events.starts_at AS at FROM rsvps JOIN events ON events.id = rsvps.event_id
  WHERE rsvps.freelancer_id = ${person} AND events.status = 'published' AND events.lat IS NOT NULL AND ${came}
  UNION ALL SELECT starts_at FROM events
  WHERE organizer_id = ${person} AND status = 'published' AND lat IS NOT NULL
  UNION ALL SELECT starts_at FROM event_hosts JOIN events ON events.id = event_hosts.event_id
  WHERE event_hosts.freelancer_id = ${person} AND status = 'published' AND lat IS NOT NULL
  UNION ALL SELECT starts_at FROM coffee_seats JOIN coffees ON coffees.id = coffee_id
  WHERE coffee_seats.freelancer_id = ${person} AND answer = 'yes' AND NOT missed
    AND met IS DISTINCT FROM false AND coffees.status = 'agreed' AND kind <> 'online'`

/** SQL: when a person last did something here: answered an event or a coffee, or changed their rhythm. */
export const lastDoneBy = (person: Prisma.Sql): Prisma.Sql => sql`
  greatest(
    (SELECT changed_at FROM rhythms WHERE freelancer_id = ${person}),
    (SELECT max(updated_at) FROM rsvps WHERE freelancer_id = ${person}),
    (SELECT max(answered_at) FROM coffee_seats WHERE freelancer_id = ${person}))`
