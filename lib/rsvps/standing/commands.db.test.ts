import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/accounts/schema'
import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { cancelRsvp, fillSeats, joinEvent, rsvpToken } from '@/lib/rsvps/commands'
import { myRsvp } from '@/lib/rsvps/queries'
import { rsvpDetailsSchema } from '@/lib/rsvps/schema'
import { makeEvent, makeFreelancer, toActor } from '@/lib/testing/makers'
import { answerEvent, changeRsvp, confirmByToken, confirmSeat } from './commands'

const HOUR = 3_600_000
const someone = async () => toActor(await makeFreelancer())
const ahead = (hours: number) => new Date(now().getTime() + hours * HOUR)
const seats = async (id: string) => (await db.event.findUniqueOrThrow({ where: { id } })).seatsTaken
const standing = async (person: Actor, id: string) => (await myRsvp(person.id, id))?.status
const rowOf = (person: Actor, eventId: string) =>
  db.rsvp.findUniqueOrThrow({ where: { eventId_freelancerId: { eventId, freelancerId: person.id } } })
const saying = (values: object) => rsvpDetailsSchema.parse(values)

describe('"maybe" and "I can’t"', () => {
  it.each(['maybe', 'declined'] as const)('%s holds no seat and gives up the one held', async (answer) => {
    const event = await makeEvent({ capacity: 1 })
    const [ana, bob] = [await someone(), await someone()]
    expect(await answerEvent(ana, event.id, answer)).toEqual({ ok: true, value: { promoted: false } })
    expect(await seats(event.id)).toBe(0)
    await joinEvent(ana, event.id)
    await joinEvent(bob, event.id)
    expect(await answerEvent(ana, event.id, answer)).toEqual({ ok: true, value: { promoted: true } })
    expect([await standing(ana, event.id), await standing(bob, event.id)]).toEqual([answer, 'going'])
  })

  it('can be followed by coming after all', async () => {
    const event = await makeEvent({ capacity: 1 })
    const ana = await someone()
    await answerEvent(ana, event.id, 'maybe')
    expect(await joinEvent(ana, event.id)).toEqual({ ok: true, value: { status: 'going' } })
  })

  it.each([
    ['over', { startsAt: ahead(-3), endsAt: ahead(-1) }],
    ['cancelled', { status: 'cancelled' as const }],
    ['not_found', { status: 'draft' as const }],
  ])('is refused when the event is %s', async (reason, values) => {
    const event = await makeEvent(values)
    expect(await answerEvent(await someone(), event.id, 'maybe')).toEqual({ ok: false, reason })
  })
})

describe('changing what was said', () => {
  it('takes more seats where some are free and gives back those no longer needed', async () => {
    const event = await makeEvent({ capacity: 3, maxCompanions: 5 })
    const [ana, bob] = [await someone(), await someone()]
    await joinEvent(ana, event.id)
    expect(await changeRsvp(ana, event.id, saying({ partySize: 3, note: 'à trois' }))).toMatchObject({
      ok: true,
    })
    expect(await seats(event.id)).toBe(3)
    await joinEvent(bob, event.id, saying({ partySize: 2 }))
    expect(await changeRsvp(ana, event.id, saying({ partySize: 1 }))).toEqual({
      ok: true,
      value: { promoted: true },
    })
    expect(await standing(bob, event.id)).toBe('going')
    expect(await changeRsvp(ana, event.id, saying({ partySize: 2 }))).toEqual({ ok: false, reason: 'full' })
    expect(await changeRsvp(ana, event.id, saying({ partySize: 4 }))).toEqual({
      ok: false,
      reason: 'party_too_big',
    })
    expect((await myRsvp(ana.id, event.id))?.partySize).toBe(1)
  })

  it('does not take the seats that somebody waits for', async () => {
    const event = await makeEvent({ capacity: 3, maxCompanions: 5 })
    const [ana, bob] = [await someone(), await someone()]
    await joinEvent(ana, event.id, saying({ partySize: 2 }))
    await joinEvent(bob, event.id, saying({ partySize: 2 }))
    expect(await changeRsvp(ana, event.id, saying({ partySize: 3 }))).toEqual({ ok: false, reason: 'full' })
  })

  it('keeps the rank of somebody who waits', async () => {
    const event = await makeEvent({ capacity: 1, maxCompanions: 0 })
    const [ana, bob, eve] = [await someone(), await someone(), await someone()]
    for (const person of [ana, bob, eve]) await joinEvent(person, event.id)
    await changeRsvp(bob, event.id, saying({ note: 'Je patiente' }))
    expect(await myRsvp(bob.id, event.id)).toMatchObject({ place: 1, note: 'Je patiente' })
  })

  it('finds nothing to change for somebody who is not on the list', async () => {
    const event = await makeEvent()
    expect(await changeRsvp(await someone(), event.id, saying({}))).toEqual({
      ok: false,
      reason: 'not_found',
    })
  })
})

describe('a seat that comes free in the last twelve hours', () => {
  async function offered(hoursAhead = 6) {
    const event = await makeEvent({ capacity: 1, startsAt: ahead(hoursAhead), endsAt: ahead(hoursAhead + 2) })
    const [ana, bob, eve] = [await someone(), await someone(), await someone()]
    for (const person of [ana, bob, eve]) await joinEvent(person, event.id)
    await cancelRsvp(ana, event.id)
    return { event, bob, eve }
  }
  const runOut = (eventId: string) =>
    db.rsvp.updateMany({ where: { eventId, status: 'offered' }, data: { heldUntil: ahead(-1) } })

  it('is kept two hours for the first in line, who takes it by saying so', async () => {
    const { event, bob } = await offered()
    const row = await rowOf(bob, event.id)
    expect(row.status).toBe('offered')
    const minutes = ((row.heldUntil?.getTime() ?? 0) - now().getTime()) / 60_000
    expect(minutes).toBeGreaterThan(119)
    expect(minutes).toBeLessThanOrEqual(120)
    expect(await seats(event.id)).toBe(1)
    expect(await confirmSeat(bob, event.id)).toEqual({ ok: true })
    expect(await confirmByToken(rsvpToken(row.id))).toEqual({ ok: true })
    expect(await rowOf(bob, event.id)).toMatchObject({ status: 'going', heldUntil: null })
  })

  it('goes on to the next when nobody says so', async () => {
    const { event, bob, eve } = await offered()
    await runOut(event.id)
    expect(await fillSeats(event.id)).toBe(1)
    expect([await standing(bob, event.id), await standing(eve, event.id)]).toEqual(['cancelled', 'offered'])
    expect(await confirmSeat(bob, event.id)).toEqual({ ok: false, reason: 'lapsed' })
    const told = await db.rsvp.count({ where: { eventId: event.id, status: 'offered' } })
    expect(told).toBe(1)
  })

  it('goes on at once when the first in line declines it', async () => {
    const { event, bob, eve } = await offered()
    expect(await cancelRsvp(bob, event.id)).toEqual({ ok: true, value: { promoted: true } })
    expect(await standing(eve, event.id)).toBe('offered')
  })

  it('is kept until the start at most', async () => {
    const { event, bob } = await offered(1)
    expect((await rowOf(bob, event.id)).heldUntil).toEqual(event.startsAt)
  })

  it('is given outright before those hours', async () => {
    const { event, bob } = await offered(13)
    expect(await standing(bob, event.id)).toBe('going')
  })
})

it('confirms nothing for a stranger', async () => {
  const event = await makeEvent()
  expect(await confirmSeat(await someone(), event.id)).toEqual({ ok: false, reason: 'not_found' })
  expect(await confirmByToken('nonsense')).toEqual({ ok: false, reason: 'not_found' })
})
