import { v7 as uuidv7 } from 'uuid'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/accounts/schema'
import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { forgetJobs, writtenJobs } from '@/lib/testing/jobs'
import { makeEvent, makeFreelancer, toActor } from '@/lib/testing/makers'
import { countingStatements } from '@/lib/testing/statements'
import { cancelRsvp, fillSeats, holdSeat, joinEvent, leaveByToken, quietByToken, rsvpToken } from './commands'
import { myRsvp } from './queries'

const HOUR = 3600_000
const ago = (milliseconds: number) => new Date(now().getTime() - milliseconds)
const someone = async () => toActor(await makeFreelancer())
const crowd = (size: number) => Promise.all(Array.from({ length: size }, someone))
const seats = async (id: string) => (await db.event.findUniqueOrThrow({ where: { id } })).seatsTaken
const going = { ok: true, value: { status: 'going' } }
const waiting = (place: number) => ({ ok: true, value: { status: 'waitlisted', place } })
const jobs = async () => (await writtenJobs()).map(({ kind }) => kind)

const rsvpId = async (actor: Actor, eventId: string) =>
  (await db.rsvp.findUniqueOrThrow({ where: { eventId_freelancerId: { eventId, freelancerId: actor.id } } }))
    .id

async function expireHolds(eventId: string) {
  await db.rsvp.updateMany({ where: { eventId, status: 'held' }, data: { heldUntil: ago(1) } })
}

beforeEach(async () => {
  await forgetJobs()
})

describe('joining', () => {
  it('takes a seat, once', async () => {
    const event = await makeEvent({ capacity: 2 })
    const ana = await someone()
    expect(await countingStatements(() => joinEvent(ana, event.id))).toEqual([going, 1])
    expect(await joinEvent(ana, event.id)).toEqual(going)
    expect(await seats(event.id)).toBe(1)
    expect(await jobs()).toEqual(['rsvp_confirmed'])
  })

  it('queues in order when there is no seat, and keeps the place', async () => {
    const event = await makeEvent({ capacity: 1 })
    const [ana, bob, eve] = await crowd(3)
    await joinEvent(ana as Actor, event.id)
    expect(await joinEvent(bob as Actor, event.id)).toEqual(waiting(1))
    expect(await joinEvent(eve as Actor, event.id)).toEqual(waiting(2))
    expect(await joinEvent(bob as Actor, event.id)).toEqual(waiting(1))
    expect(await jobs()).toEqual(['rsvp_confirmed', 'rsvp_waitlisted', 'rsvp_waitlisted'])
  })

  it('has no queue without a capacity', async () => {
    const event = await makeEvent({ capacity: null })
    for (const person of await crowd(5)) expect(await joinEvent(person, event.id)).toEqual(going)
    expect(await seats(event.id)).toBe(5)
  })

  it.each([
    ['over', { startsAt: ago(2 * HOUR), endsAt: ago(1000) }],
    ['cancelled', { status: 'cancelled' as const }],
  ])('is refused when the event is %s', async (reason, overrides) => {
    const event = await makeEvent(overrides)
    expect(await joinEvent(await someone(), event.id)).toEqual({ ok: false, reason })
    expect(await db.rsvp.count({ where: { eventId: event.id } })).toBe(0)
  })

  it('goes on while the event does', async () => {
    const event = await makeEvent({ startsAt: ago(HOUR) })
    expect(await joinEvent(await someone(), event.id)).toEqual(going)
  })

  it.each([uuidv7(), 'nonsense', '', "' OR 1=1"])('finds no event %j', async (id) => {
    expect(await joinEvent(await someone(), id)).toEqual({ ok: false, reason: 'not_found' })
  })
})

describe('cancelling', () => {
  it('promotes the first in line in the same transaction and tells both', async () => {
    const event = await makeEvent({ capacity: 1 })
    const [ana, bob, eve] = (await crowd(3)) as [Actor, Actor, Actor]
    for (const person of [ana, bob, eve]) await joinEvent(person, event.id)
    await forgetJobs()
    expect(await cancelRsvp(ana, event.id)).toEqual({ ok: true, value: { promoted: true } })
    expect((await myRsvp(ana.id, event.id))?.status).toBe('cancelled')
    expect((await myRsvp(bob.id, event.id))?.status).toBe('going')
    expect(await myRsvp(eve.id, event.id)).toMatchObject({ status: 'waitlisted', place: 1 })
    expect(await seats(event.id)).toBe(1)
    expect((await jobs()).sort()).toEqual(['rsvp_cancelled', 'rsvp_promoted'])
  })

  it('frees a seat once, however often it is asked', async () => {
    const event = await makeEvent({ capacity: 5 })
    const ana = await someone()
    await joinEvent(ana, event.id)
    await cancelRsvp(ana, event.id)
    expect(await cancelRsvp(ana, event.id)).toEqual({ ok: true, value: { promoted: false } })
    expect(await seats(event.id)).toBe(0)
  })

  it('goes to the end of the queue on coming back', async () => {
    const event = await makeEvent({ capacity: 1 })
    const [ana, bob, eve] = (await crowd(3)) as [Actor, Actor, Actor]
    for (const person of [ana, bob, eve]) await joinEvent(person, event.id)
    await cancelRsvp(bob, event.id)
    expect(await joinEvent(bob, event.id)).toEqual(waiting(2))
  })

  it('is refused to whoever never came, and after the end', async () => {
    const event = await makeEvent({ capacity: 1 })
    const ana = await someone()
    expect(await cancelRsvp(ana, event.id)).toEqual({ ok: false, reason: 'not_found' })
    await joinEvent(ana, event.id)
    await db.event.update({ where: { id: event.id }, data: { startsAt: ago(2 * HOUR), endsAt: ago(1) } })
    expect(await cancelRsvp(ana, event.id)).toEqual({ ok: false, reason: 'over' })
    expect(await cancelRsvp(ana, 'nonsense')).toEqual({ ok: false, reason: 'not_found' })
  })

  it('works from a mail, for that RSVP alone', async () => {
    const event = await makeEvent({ capacity: 2 })
    const [ana, bob] = (await crowd(2)) as [Actor, Actor]
    for (const person of [ana, bob]) await joinEvent(person, event.id)
    const token = rsvpToken(await rsvpId(ana, event.id))
    expect(await leaveByToken(token)).toEqual({ ok: true, value: { promoted: false } })
    expect((await myRsvp(ana.id, event.id))?.status).toBe('cancelled')
    expect((await myRsvp(bob.id, event.id))?.status).toBe('going')
    expect(await leaveByToken(`${token}x`)).toEqual({ ok: false, reason: 'not_found' })
  })

  it('is something else than no more mail', async () => {
    const event = await makeEvent({ capacity: 2 })
    const ana = await someone()
    await joinEvent(ana, event.id)
    const id = await rsvpId(ana, event.id)
    expect(await quietByToken(rsvpToken(id))).toEqual({ ok: true })
    expect(await db.rsvp.findUnique({ where: { id }, select: { quiet: true, status: true } })).toEqual({
      quiet: true,
      status: 'going',
    })
    expect(await quietByToken('nonsense')).toEqual({ ok: false, reason: 'not_found' })
  })
})

describe('a hold', () => {
  it('keeps a seat, and joining turns it into a place', async () => {
    const event = await makeEvent({ capacity: 1 })
    const [ana, bob] = (await crowd(2)) as [Actor, Actor]
    await holdSeat(ana.id, event.id)
    expect(await joinEvent(bob, event.id)).toEqual(waiting(1))
    expect(await joinEvent(ana, event.id)).toEqual(going)
    expect(await seats(event.id)).toBe(1)
  })

  it('is one for a person and an event', async () => {
    const event = await makeEvent({ capacity: 3 })
    const ana = await someone()
    for (let i = 0; i < 3; i++) await holdSeat(ana.id, event.id)
    expect(await seats(event.id)).toBe(1)
  })

  it('queues nobody when the event is full', async () => {
    const event = await makeEvent({ capacity: 1 })
    const [ana, bob] = (await crowd(2)) as [Actor, Actor]
    await joinEvent(ana, event.id)
    expect(await holdSeat(bob.id, event.id)).toEqual({ ok: true })
    expect(await myRsvp(bob.id, event.id)).toBeNull()
  })

  it('answers the same to somebody new, going, waiting or taken off', async () => {
    const event = await makeEvent({ capacity: 1 })
    const [ana, bob, eve, zoe] = (await crowd(4)) as [Actor, Actor, Actor, Actor]
    await joinEvent(ana, event.id)
    await joinEvent(bob, event.id)
    await db.$queryRaw`SELECT * FROM rsvp_remove(${event.id}::uuid, ${bob.id}::uuid, '')`
    await joinEvent(eve, event.id)
    const answers = await Promise.all([ana, bob, eve, zoe].map(({ id }) => holdSeat(id, event.id)))
    expect(answers).toEqual(Array(4).fill({ ok: true }))
    expect((await myRsvp(ana.id, event.id))?.status).toBe('going')
    expect((await myRsvp(bob.id, event.id))?.status).toBe('removed')
  })

  it('that runs out gives its seat to the first in line', async () => {
    const event = await makeEvent({ capacity: 1 })
    const [ana, bob] = (await crowd(2)) as [Actor, Actor]
    await holdSeat(ana.id, event.id)
    await joinEvent(bob, event.id)
    await expireHolds(event.id)
    expect(await fillSeats(event.id)).toBe(1)
    expect((await myRsvp(bob.id, event.id))?.status).toBe('going')
    expect(await myRsvp(ana.id, event.id)).toBeNull()
    expect(await joinEvent(ana, event.id)).toEqual(waiting(1))
    expect(await seats(event.id)).toBe(1)
  })

  it('asks the worker to look again when it ends', async () => {
    const event = await makeEvent({ capacity: 1 })
    await holdSeat((await someone()).id, event.id)
    const [job] = await writtenJobs('hold_expired')
    const minutes = ((job?.runAt.getTime() ?? 0) - now().getTime()) / 60_000
    expect(minutes).toBeGreaterThan(9.8)
    expect(minutes).toBeLessThanOrEqual(10)
  })
})

describe('the organizer', () => {
  const remove = (event: string, person: Actor, note = 'Complet, désolée') =>
    db.$queryRaw`SELECT * FROM rsvp_remove(${event}::uuid, ${person.id}::uuid, ${note})`

  it('takes somebody off the list, who cannot come back, and the next one moves up', async () => {
    const event = await makeEvent({ capacity: 1 })
    const [ana, bob] = (await crowd(2)) as [Actor, Actor]
    await joinEvent(ana, event.id)
    await joinEvent(bob, event.id)
    await forgetJobs()
    expect(await remove(event.id, ana)).toEqual([{ outcome: 'removed', promoted: 1 }])
    expect((await myRsvp(bob.id, event.id))?.status).toBe('going')
    expect(await joinEvent(ana, event.id)).toEqual({ ok: false, reason: 'removed' })
    expect(await cancelRsvp(ana, event.id)).toEqual({ ok: false, reason: 'removed' })
    expect(await remove(event.id, ana)).toEqual([{ outcome: 'removed', promoted: 0 }])
    expect((await jobs()).sort()).toEqual(['guest_removed', 'rsvp_promoted'])
    expect(await seats(event.id)).toBe(1)
  })

  it('cannot take off somebody who is not on it', async () => {
    const event = await makeEvent({ capacity: 1 })
    expect(await remove(event.id, await someone())).toEqual([{ outcome: 'not_found', promoted: 0 }])
  })

  it('promotes people by raising the capacity', async () => {
    const event = await makeEvent({ capacity: 1 })
    const people = await crowd(4)
    for (const person of people) await joinEvent(person, event.id)
    await db.event.update({ where: { id: event.id }, data: { capacity: 3 } })
    expect(await fillSeats(event.id)).toBe(2)
    const states = await Promise.all(people.map(({ id }) => myRsvp(id, event.id)))
    expect(states.map((state) => state?.status)).toEqual(['going', 'going', 'going', 'waitlisted'])
    await db.event.update({ where: { id: event.id }, data: { capacity: null } })
    expect(await fillSeats(event.id)).toBe(1)
  })

  it('promotes nobody to a cancelled event', async () => {
    const event = await makeEvent({ capacity: 1 })
    const [ana, bob] = (await crowd(2)) as [Actor, Actor]
    await joinEvent(ana, event.id)
    await joinEvent(bob, event.id)
    await db.event.update({ where: { id: event.id }, data: { status: 'cancelled' } })
    expect(await cancelRsvp(ana, event.id)).toEqual({ ok: true, value: { promoted: false } })
  })
})
