import { Agent, request } from 'node:http'
import { text } from 'node:stream/consumers'
import type pg from 'pg'

export interface Visitor {
  id: string
  /** The session cookie. */
  cookie: string
}

/** Signs in so many new people at once, straight in the database: how one signs in is shown elsewhere. */
export async function signInCrowd(client: pg.Client, size: number): Promise<Visitor[]> {
  const { rows } = await client.query<{ id: string; token: string }>(
    `WITH people AS (
       INSERT INTO users (id, email, locale, email_verified)
       SELECT uuid_v7(), 'crowd-' || gen_random_uuid() || '@example.org', 'fr', now() FROM generate_series(1, $1)
       RETURNING id
     ), named AS (
       INSERT INTO freelancers (id, name, updated_at) SELECT id, 'Camille', now() FROM people
     ), keys AS (SELECT id, replace(gen_random_uuid() || '' || gen_random_uuid(), '-', '') AS token FROM people
     ), opened AS (
       INSERT INTO sessions (id, user_id, token_hash, expires)
       SELECT uuid_v7(), id, encode(sha256(token::bytea), 'hex'), now() + interval '1 day' FROM keys
     )
     SELECT id, token FROM keys`,
    [size],
  )
  return rows.map(({ id, token }) => ({ id, cookie: `cafetiere.session=${token}` }))
}

/** A published event of a new host, in the days to come. Answers its id. */
export async function plantEvent(
  client: pg.Client,
  { capacity, maxCompanions = 0 }: { capacity: number; maxCompanions?: number },
): Promise<string> {
  const [host] = await signInCrowd(client, 1)
  const { rows } = await client.query<{ id: string }>(
    `INSERT INTO events (id, kind, title, starts_at, ends_at, time_zone, lat, lng, capacity, max_companions, organizer_id, updated_at)
     VALUES (uuid_v7(), 'afterwork', 'Storm', now() + interval '3 days', now() + interval '75 hours', 'Europe/Paris',
       43.55, 7.01, $1, $2, $3, now()) RETURNING id`,
    [capacity, maxCompanions, host?.id],
  )
  return rows[0]?.id ?? ''
}

/** So many guests of an outing that begins in 100 minutes, their reminders queued as the look for them does. */
export async function plantReminders(client: pg.Client, guests: number): Promise<void> {
  const event = await plantEvent(client, { capacity: guests })
  const people = await signInCrowd(client, guests)
  await client.query(
    `WITH moved AS (
       UPDATE events SET starts_at = now() + interval '100 minutes', ends_at = now() + interval '220 minutes',
         seats_taken = $2 WHERE id = $1 RETURNING id, starts_at
     ), seats AS (
       INSERT INTO rsvps (id, event_id, freelancer_id, status, position)
       SELECT uuid_v7(), $1, person, 'going', place FROM unnest($3::uuid[]) WITH ORDINALITY AS people(person, place)
       RETURNING id
     ), queued AS (
       INSERT INTO notices (rsvp_id, kind, starts_at, claimed_at)
       SELECT seats.id, 'hours_before', starts_at, NULL FROM seats, moved RETURNING rsvp_id, starts_at
     )
     SELECT job_write('reminder',
       jsonb_build_object('rsvpId', rsvp_id, 'about', 'hours_before', 'startsAt', starts_at), now()) FROM queued`,
    [event, guests, people.map(({ id }) => id)],
  )
}

/** So many connections stay open to the instance; more requests wait for one. */
export const crowdAgent = () => new Agent({ keepAlive: true, maxSockets: 250 })

/** One request of a visitor, as a program sends it. Rejects when the server does not answer. */
export function call(
  agent: Agent,
  url: string,
  { cookie }: Visitor,
  method: 'POST' | 'DELETE',
  body?: object,
): Promise<{ status: number; body: Record<string, unknown> }> {
  const { promise, resolve, reject } = Promise.withResolvers<{
    status: number
    body: Record<string, unknown>
  }>()
  const headers = { cookie, ...(body ? { 'content-type': 'application/json' } : {}) }
  request(url, { agent, method, headers }, async (response) => {
    try {
      // What broke on the way has no body: its status is what tells.
      const said = await text(response)
      resolve({ status: response.statusCode ?? 0, body: said ? JSON.parse(said) : {} })
    } catch (error) {
      reject(error)
    }
  })
    .on('error', reject)
    .end(body && JSON.stringify(body))
  return promise
}

/** Small deterministic generator (mulberry32): a failing storm can be run again. Answers integers below its argument. */
export function generator(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) % below
  }
}
