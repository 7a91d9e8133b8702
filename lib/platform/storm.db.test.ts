import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Instance, startInstance } from '@/lib/platform/instance'
import { call, crowdAgent, generator, plantEvent, signInCrowd, type Visitor } from '@/lib/testing/crowd'

const SEATS = 50
const PEOPLE = 1000
const ROUNDS = 20

let instance: Instance
let client: pg.Client
let people: Visitor[]
const agent = crowdAgent()

beforeAll(async () => {
  instance = await startInstance()
  client = new pg.Client({ connectionString: instance.databaseUrl })
  await client.connect()
  people = await signInCrowd(client, PEOPLE)
}, 180_000)
afterAll(async () => {
  agent.destroy()
  await client?.end()
  await instance?.stop()
}, 180_000)

const rsvpUrl = (eventId: string) => `${instance.url}/api/v1/events/${eventId}/rsvp`
const join = (who: Visitor, eventId: string, partySize = 1) =>
  call(agent, rsvpUrl(eventId), who, 'POST', { partySize })
const leave = (who: Visitor, eventId: string) => call(agent, rsvpUrl(eventId), who, 'DELETE')
const goingTo = async (eventId: string) =>
  (
    await client.query(`SELECT count(*)::int AS n FROM rsvps WHERE event_id = $1 AND status = 'going'`, [
      eventId,
    ])
  ).rows[0].n as number

it(`${PEOPLE} people on ${SEATS} seats: each is answered, each has a seat or a rank of their own`, async () => {
  const event = await plantEvent(client, { capacity: SEATS })
  const answers = await Promise.all(people.map((person) => join(person, event)))
  expect(answers.filter(({ status }) => status !== 200)).toEqual([])
  const ranks = answers.flatMap(({ body }) => (body.status === 'waitlisted' ? [body.place as number] : []))
  expect(answers.filter(({ body }) => body.status === 'going')).toHaveLength(SEATS)
  expect(ranks.sort((a, b) => a - b)).toEqual(Array.from({ length: PEOPLE - SEATS }, (_, index) => index + 1))
  expect(await goingTo(event)).toBe(SEATS)
}, 180_000)

it('the same crowd oversells once the lock and the CHECK are off', async () => {
  const event = await plantEvent(client, { capacity: SEATS })
  for (const person of people.slice(0, SEATS - 1)) await join(person, event)
  const { rows } = await client.query(`SELECT pg_get_functiondef('rsvp_join'::regproc) AS source`)
  const unlocked = rows[0].source.replace(' FOR UPDATE', '')
  expect(unlocked).not.toBe(rows[0].source)
  await client.query(unlocked)
  await client.query('ALTER TABLE events DROP CONSTRAINT events_not_oversold')
  const holder = new pg.Client({ connectionString: instance.databaseUrl })
  await holder.connect()
  try {
    // Those who have decided without a lock meet where they write it down.
    await holder.query('BEGIN')
    await holder.query('SELECT FROM events WHERE id = $1 FOR NO KEY UPDATE', [event])
    const answers = Promise.all(people.slice(SEATS - 1).map((person) => join(person, event)))
    await expect.poll(waitingJoins, { timeout: 20_000 }).toBeGreaterThan(1)
    await holder.query('ROLLBACK')
    await answers
    expect(await goingTo(event)).toBeGreaterThan(SEATS)
  } finally {
    await holder.end()
    await client.query(rows[0].source)
    await client.query('DELETE FROM events WHERE id = $1', [event])
    await client.query(
      'ALTER TABLE events ADD CONSTRAINT events_not_oversold CHECK (seats_taken <= capacity)',
    )
  }
}, 180_000)

async function waitingJoins(): Promise<number> {
  const { rows } = await client.query(
    `SELECT count(*)::int AS n FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%rsvp_join%'`,
  )
  return rows[0].n
}

it(`${ROUNDS} rounds of 500 joining, 500 leaving and seats changing: the books stay right`, async () => {
  // Every move up from the queue, noted by the database itself.
  await client.query(`
    CREATE TABLE moved_up (rsvp_id uuid NOT NULL);
    CREATE FUNCTION note_move_up() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN INSERT INTO moved_up VALUES (NEW.id); RETURN NULL; END $$;
    CREATE TRIGGER note_move_up AFTER UPDATE ON rsvps FOR EACH ROW
      WHEN (OLD.status = 'waitlisted' AND NEW.status IN ('going', 'offered')) EXECUTE FUNCTION note_move_up()`)
  for (let seed = 1; seed <= ROUNDS; seed++) await storm(seed)
}, 900_000)

async function storm(seed: number) {
  const random = generator(seed)
  const event = await plantEvent(client, { capacity: 10 + random(40), maxCompanions: 5 })
  const crowd = people.slice(0, 500)
  for (const person of crowd.slice(0, 40)) await join(person, event, 1 + random(6))
  const sizes = crowd.map(() => 1 + random(6))
  const answers = await Promise.all([
    ...crowd.map((person, index) => join(person, event, sizes[index])),
    ...Array.from({ length: 500 }, () => leave(crowd[random(500)] as Visitor, event)),
    ...Array.from({ length: 10 }, () => resize(event, 10 + random(50))),
  ])
  const errors = answers.filter((answer) => answer !== null && ![200, 404].includes(answer.status))
  expect(errors, `seed ${seed}`).toEqual([])
  await expectBooksRight(event, seed)
}

/** More or fewer seats, never fewer than are taken: as the host's form does it. */
async function resize(event: string, capacity: number): Promise<null> {
  const own = new pg.Client({ connectionString: instance.databaseUrl })
  await own.connect()
  await own.query(
    `WITH locked AS (SELECT id FROM events WHERE id = $1 FOR UPDATE)
     UPDATE events SET capacity = greatest(seats_taken, $2) FROM locked WHERE events.id = locked.id`,
    [event, capacity],
  )
  await own.query('SELECT rsvp_fill($1)', [event])
  await own.end()
  return null
}

async function expectBooksRight(event: string, seed: number) {
  const { rows } = await client.query(
    `SELECT e.capacity, e.seats_taken,
       coalesce(sum(r.party_size) FILTER (WHERE r.status = 'going'), 0)::int AS seated,
       max(r.position) FILTER (WHERE r.status = 'going') AS last_seated,
       min(r.position) FILTER (WHERE r.status = 'waitlisted' AND r.party_size <= e.capacity) AS first_waiting,
       (array_agg(r.party_size ORDER BY r.position) FILTER (WHERE r.status = 'waitlisted'))[1] AS next_party
     FROM events e JOIN rsvps r ON r.event_id = e.id WHERE e.id = $1 GROUP BY e.id`,
    [event],
  )
  const [book] = rows
  expect(book.seated, `seed ${seed}`).toBe(book.seats_taken)
  expect(book.seated, `seed ${seed}`).toBeLessThanOrEqual(book.capacity)
  if (book.first_waiting !== null) {
    // In order: whoever has a seat came before whoever waits, and the next party really does not fit.
    expect(book.last_seated ?? 0, `seed ${seed}`).toBeLessThan(book.first_waiting)
    expect(book.seated + book.next_party, `seed ${seed}`).toBeGreaterThan(book.capacity)
  }
  const { rows: untold } = await client.query(
    `SELECT rsvp_id, sum(moves) AS moves, sum(told) AS told FROM (
       SELECT rsvp_id, 1 AS moves, 0 AS told FROM moved_up
       UNION ALL SELECT (data->>'rsvpId')::uuid, 0, 1 FROM pgboss.job
         WHERE data->>'kind' IN ('rsvp_promoted', 'rsvp_offered')
     ) AS both_sides
     WHERE rsvp_id IN (SELECT id FROM rsvps WHERE event_id = $1)
     GROUP BY rsvp_id HAVING sum(moves) <> sum(told)`,
    [event],
  )
  expect(untold, `seed ${seed}`).toEqual([])
}
