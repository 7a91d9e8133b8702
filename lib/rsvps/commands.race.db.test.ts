import pg from 'pg'
import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/accounts/schema'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { generator } from '@/lib/testing/crowd'
import { makeEvent, makeFreelancer, toActor } from '@/lib/testing/makers'
import { cancelRsvp, fillSeats, holdSeat, joinEvent } from './commands'

const SEATS = 10
const PEOPLE = 200

async function crowd(size: number): Promise<Actor[]> {
  const people: Actor[] = []
  for (let i = 0; i < size; i++) people.push(toActor(await makeFreelancer()))
  return people
}

const goingTo = (eventId: string) => db.rsvp.count({ where: { eventId, status: 'going' } })

describe(`${PEOPLE} people on ${SEATS} seats`, () => {
  it('seats exactly as many as there are seats and queues all others', { timeout: 60_000 }, async () => {
    const people = await crowd(PEOPLE)
    const event = await makeEvent({ capacity: SEATS })
    const answers = await Promise.all(people.map((person) => joinEvent(person, event.id)))
    const seats = answers.flatMap((answer) => (answer.ok ? [answer.value] : []))
    const places = seats.flatMap((seat) => (seat.status === 'waitlisted' ? [seat.place] : []))
    expect(seats).toHaveLength(PEOPLE)
    expect(seats.filter(({ status }) => status === 'going')).toHaveLength(SEATS)
    expect(places.sort((a, b) => a - b)).toEqual(Array.from({ length: PEOPLE - SEATS }, (_, i) => i + 1))
    expect(await goingTo(event.id)).toBe(SEATS)
  })

  it('oversells through the same command once the lock and the CHECK are off', {
    timeout: 60_000,
  }, async () => {
    const people = await crowd(PEOPLE)
    const event = await makeEvent({ capacity: SEATS })
    for (const person of people.splice(0, SEATS - 1)) await joinEvent(person, event.id)
    const [locked] = await db.$queryRaw<{ source: string }[]>`
      SELECT pg_get_functiondef('rsvp_join'::regproc) AS source`
    const source = locked?.source ?? ''
    const unlocked = source.replace(' FOR UPDATE', '')
    expect(unlocked).not.toBe(source)
    await db.$executeRawUnsafe(unlocked)
    await db.$executeRaw`ALTER TABLE events DROP CONSTRAINT events_not_oversold`
    try {
      const crush = await holdBack(event.id)
      const answers = Promise.all(people.map((person) => joinEvent(person, event.id)))
      await crush.untilWaiting(2)
      await crush.release()
      await answers
      expect(await goingTo(event.id)).toBeGreaterThan(SEATS)
    } finally {
      await db.$executeRawUnsafe(source)
      await db.event.delete({ where: { id: event.id } })
      await db.$executeRaw`ALTER TABLE events ADD CONSTRAINT events_not_oversold CHECK (seats_taken <= capacity)`
    }
  })
})

/** Holds the event's row, so that those who have decided without a lock meet where they write it down. */
async function holdBack(eventId: string) {
  const connection = () => new pg.Client({ connectionString: env().databaseUrl })
  const [holder, watcher] = [connection(), connection()]
  await Promise.all([holder.connect(), watcher.connect()])
  await holder.query('BEGIN')
  await holder.query('SELECT FROM events WHERE id = $1 FOR NO KEY UPDATE', [eventId])
  const waiting = async () => {
    const { rows } = await watcher.query(
      `SELECT count(*)::int AS n FROM pg_stat_activity
        WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%rsvp_join%'`,
    )
    return rows[0].n as number
  }
  return {
    untilWaiting: (count: number) => expect.poll(waiting, { timeout: 20_000 }).toBeGreaterThanOrEqual(count),
    async release() {
      await holder.query('ROLLBACK')
      await Promise.all([holder.end(), watcher.end()])
    },
  }
}

describe('a storm of joining, holding, cancelling, removing and resizing', () => {
  it.each([1, 2, 3])('leaves the books right (seed %i)', { timeout: 60_000 }, async (seed) => {
    const random = generator(seed)
    const people = await crowd(25)
    const event = await makeEvent({ capacity: 6 })
    const act = async () => {
      const person = people[random(people.length)] as Actor
      const kind = random(20)
      if (kind < 9) return joinEvent(person, event.id)
      if (kind < 15) return cancelRsvp(person, event.id)
      if (kind < 17) return holdSeat(person.id, event.id)
      if (kind < 18) return db.$queryRaw`SELECT * FROM rsvp_remove(${event.id}::uuid, ${person.id}::uuid, '')`
      if (kind < 19) return expireAndFill(event.id)
      await db.$executeRaw`UPDATE events SET capacity = greatest(seats_taken, ${3 + random(6)}) WHERE id = ${event.id}::uuid`
      return fillSeats(event.id)
    }
    for (let round = 0; round < 12; round++) {
      await Promise.all(Array.from({ length: 25 }, act))
      await expectBooksRight(event.id)
    }
  })
})

async function expireAndFill(eventId: string) {
  await db.rsvp.updateMany({ where: { eventId, status: 'held' }, data: { heldUntil: new Date(0) } })
  return fillSeats(eventId)
}

async function expectBooksRight(eventId: string) {
  await fillSeats(eventId)
  const event = await db.event.findUniqueOrThrow({ where: { id: eventId }, include: { rsvps: true } })
  const count = (...kinds: string[]) => event.rsvps.filter(({ status }) => kinds.includes(status)).length
  const positions = event.rsvps.map(({ position }) => position)
  expect(event.seatsTaken).toBe(count('going', 'held'))
  expect(event.seatsTaken).toBeLessThanOrEqual(event.capacity ?? Number.POSITIVE_INFINITY)
  if (count('waitlisted') > 0) expect(event.seatsTaken).toBe(event.capacity)
  expect(new Set(positions).size).toBe(positions.length)
  expect(Math.max(...positions)).toBeLessThanOrEqual(event.joins)
}
