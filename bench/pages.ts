import pg from 'pg'

/** Pages of the demo that are weighed, by what they are. */
export type Pages = Record<'event' | 'space' | 'map' | 'agenda', string>

/** The next open coffee that has room, a coworking space with hours, the map around Cannes. */
export async function demoPages(databaseUrl: string): Promise<Pages> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const event = await client.query(
      `SELECT id FROM events WHERE kind = 'open_coffee' AND status = 'published' AND starts_at > now()
       AND seats_taken < capacity ORDER BY starts_at LIMIT 1`,
    )
    const space = await client.query(
      `SELECT id FROM spaces WHERE kind = 'coworking' AND opening_hours IS NOT NULL ORDER BY id LIMIT 1`,
    )
    return {
      event: `/fr/events/${event.rows[0].id}/-`,
      space: `/fr/spaces/${space.rows[0].id}/-`,
      map: '/fr?lat=43.55&lng=7.01&z=13',
      agenda: '/fr/agenda',
    }
  } finally {
    await client.end()
  }
}
