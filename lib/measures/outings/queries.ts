import { came } from '@/lib/meetings/presence/queries'
import { Prisma } from '@/prisma/client/client'

const { sql } = Prisma

/**
 * SQL rows (event, person, began, ended, zone) of who was out of the house until a moment: guests of events, hosts to
 * whom anybody came, and those who agreed to a coffee that nobody else says they missed. Not what was online.
 */
export const outings = (until: Date): Prisma.Sql => sql`
  WITH over AS (SELECT * FROM events WHERE status = 'published' AND ends_at <= ${until} AND lat IS NOT NULL),
  guests AS (
    SELECT rsvps.event_id AS event, rsvps.freelancer_id AS person
    FROM rsvps JOIN over ON over.id = rsvps.event_id WHERE ${came}
  ), hosts AS (
    SELECT id AS event, organizer_id AS person FROM over
    UNION SELECT event_hosts.event_id, event_hosts.freelancer_id FROM event_hosts
  ), coffee AS (
    SELECT coffees.id AS event, freelancer_id AS person, starts_at AS began,
      starts_at + minutes * interval '1 minute' AS ended, time_zone AS zone,
      count(*) OVER (PARTITION BY coffees.id) AS together
    FROM coffees JOIN coffee_seats ON coffee_id = coffees.id
    WHERE status = 'agreed' AND kind <> 'online' AND answer = 'yes' AND NOT missed AND met IS DISTINCT FROM false
      AND starts_at + minutes * interval '1 minute' <= ${until}
  )
  SELECT event, person, over.starts_at AS began, over.ends_at AS ended, over.time_zone AS zone
  FROM (
    SELECT * FROM guests UNION SELECT * FROM hosts WHERE event IN (SELECT event FROM guests)
  ) AS present JOIN over ON over.id = present.event
  UNION ALL SELECT event, person, began, ended, zone FROM coffee WHERE together > 1`
