import pg from 'pg'
import type { Actor } from '@/lib/accounts/schema'
import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { joinEvent } from '@/lib/rsvps/commands'
import { makeEvent, makeFreelancer } from '@/lib/testing/makers'
import { median, timed } from './median'

const PEOPLE = 1_000
const SEATS = 50
const ROUNDS = 5
/** As many connections as the application's own pool. */
const POOL = 10

/**
 * A thousand people at the same moment on fifty seats, three ways side by side in each round: the command as the page
 * calls it; the same SQL through `pg` alone, which is what Prisma costs; and counting before inserting, which is what
 * the lock costs and what it prevents.
 */
export async function bench(databaseUrl: string) {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: POOL })
  const ways = { 'the command': byCommand, 'bare pg': bare(pool), 'count, then insert': byCounting }
  const organizerId = (await makeFreelancer()).id
  const people = await crowd()
  const rows = Object.entries(ways).map(([way, join]) => ({
    way,
    join,
    times: [] as number[],
    sold: [] as number[],
  }))
  const failures = new Map<string, number>()
  for (let round = 0; round < ROUNDS; round++) {
    for (const { way, join, times, sold } of rows) {
      const { id } = await makeEvent({ organizerId, capacity: SEATS })
      const tries = () => Promise.allSettled(people.map((person) => join(person, id)))
      let answers: PromiseSettledResult<unknown>[] = []
      times.push(await timed(async () => (answers = await tries())))
      const failed = answers.filter(({ status }) => status === 'rejected').length
      failures.set(way, (failures.get(way) ?? 0) + failed)
      sold.push(await db.rsvp.count({ where: { eventId: id, status: 'going' } }))
    }
  }
  await pool.end()
  return rows.map(({ way, times, sold }) => ({
    way,
    'ms (median of 5)': Math.round(median(times)),
    'joins a second': Math.round((PEOPLE / median(times)) * 1000),
    'seats sold of 50': [...new Set(sold)].sort((a, b) => a - b).join(', '),
    failures: failures.get(way) ?? 0,
  }))
}

async function crowd(): Promise<Actor[]> {
  const people = await db.$queryRaw<Actor[]>`
    WITH people AS (
      INSERT INTO users (id, email, locale, email_verified, created_at)
      SELECT uuid_v7(), 'person-' || n || '@example.org', 'fr', ${now()}, ${now()} FROM generate_series(1, ${PEOPLE}::int) n
      RETURNING id, email
    )
    INSERT INTO freelancers (id, name, updated_at) SELECT id, 'Camille', ${now()} FROM people
    RETURNING id, name, '' AS email, 'fr' AS locale`
  return people
}

const byCommand = (person: Actor, eventId: string) => joinEvent(person, eventId)

const bare = (pool: pg.Pool) => (person: Actor, eventId: string) =>
  pool.query('SELECT outcome, place FROM rsvp_join($1::uuid, $2::uuid, NULL, $3)', [
    eventId,
    person.id,
    now(),
  ])

/** What must not be done: two requests count the same free seat. */
async function byCounting({ id }: Actor, eventId: string) {
  const taken = await db.rsvp.count({ where: { eventId, status: 'going' } })
  const status = taken < SEATS ? 'going' : 'waitlisted'
  await db.rsvp.create({ data: { eventId, freelancerId: id, status, position: taken }, select: { id: true } })
}
