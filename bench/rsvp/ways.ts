import type { Agent } from 'node:http'
import pg from 'pg'
import { now } from '@/lib/clock'
import type { Instance } from '@/lib/platform/instance'
import { joinElsewhere } from '@/lib/rsvps/commands'
import { rsvpDetailsSchema } from '@/lib/rsvps/schema'
import { call, type Visitor } from '@/lib/testing/crowd'

/** Joins, and answers the rank in the queue as it was told, null for a seat. Throws for any other answer. */
export type Join = (who: Visitor, eventId: string) => Promise<number | null>

/** As many connections as the site's own pool. */
const POOL = 10

/** How a crowd joins, by name; `floor` is what the others are compared with. */
export function ways({ url, databaseUrl }: Pick<Instance, 'url' | 'databaseUrl'>, agent: Agent) {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: POOL })
  const details = rsvpDetailsSchema.parse({})
  const bare: Join = async ({ id }, eventId) => {
    const { text, values } = joinElsewhere({ eventId, personId: id, hold: null, details, at: now() })
    const { rows } = await pool.query<{ outcome: string; place: number | null }>({
      name: 'join',
      text,
      values,
    })
    return rankOf(rows[0]?.outcome, rows[0]?.place)
  }
  const api: Join = async (who, eventId) => {
    const { body } = await call(agent, `${url}/api/v1/events/${eventId}/rsvp`, who, 'POST')
    return rankOf(body.status, body.place)
  }
  return { floor: 'pg', joins: { pg: bare, API: api }, end: () => pool.end() }
}

function rankOf(status: unknown, place: unknown): number | null {
  if (status === 'going') return null
  if (status === 'waitlisted' && typeof place === 'number') return place
  throw new Error(`${status} was answered`)
}
