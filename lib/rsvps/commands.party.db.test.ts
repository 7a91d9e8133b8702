import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/accounts/schema'
import { db } from '@/lib/db'
import { makeEvent, makeFreelancer, toActor } from '@/lib/testing/makers'
import { cancelRsvp, fillSeats, holdSeat, joinEvent } from './commands'
import { myRsvp } from './queries'
import { type RsvpDetails, rsvpDetailsSchema } from './schema'

const someone = async () => toActor(await makeFreelancer())
const of = (partySize: number): RsvpDetails => rsvpDetailsSchema.parse({ partySize })
const seats = async (id: string) => (await db.event.findUniqueOrThrow({ where: { id } })).seatsTaken
const standing = async (person: Actor, id: string) => (await myRsvp(person.id, id))?.status

/** An event of four seats, and people who joined it in this order, each a party of so many. */
async function joined(...parties: number[]) {
  const event = await makeEvent({ capacity: 4, maxCompanions: 5 })
  const people: Actor[] = []
  for (const size of parties) {
    const person = await someone()
    await joinEvent(person, event.id, of(size))
    people.push(person)
  }
  const standings = () => Promise.all(people.map((person) => standing(person, event.id)))
  return { event, people: people as [Actor, Actor, Actor, Actor], standings }
}

describe('a party', () => {
  it('takes a seat for each of its people', async () => {
    const { event, people } = await joined(3)
    expect(await seats(event.id)).toBe(3)
    await cancelRsvp(people[0], event.id)
    expect(await seats(event.id)).toBe(0)
  })

  it('waits when too few seats are left together', async () => {
    const { event, standings } = await joined(3, 2)
    expect(await standings()).toEqual(['going', 'waitlisted'])
    expect(await seats(event.id)).toBe(3)
  })

  it('waits at its rank: nobody behind overtakes, though a single seat is free', async () => {
    const { event, people, standings } = await joined(3, 2, 1)
    expect(await standings()).toEqual(['going', 'waitlisted', 'waitlisted'])
    const late = await someone()
    expect(await joinEvent(late, event.id)).toEqual({ ok: true, value: { status: 'waitlisted', place: 3 } })
    await cancelRsvp(people[0], event.id)
    expect(await standings()).toEqual(['cancelled', 'going', 'going'])
    expect(await standing(late, event.id)).toBe('going')
  })

  it('lets those behind it up when it leaves the line', async () => {
    const { event, people, standings } = await joined(3, 2, 1)
    await cancelRsvp(people[1], event.id)
    expect(await standings()).toEqual(['going', 'cancelled', 'going'])
    expect(await seats(event.id)).toBe(4)
  })

  it('stands beside the line once the capacity can never hold it', async () => {
    const { event, people, standings } = await joined(2, 2, 4, 1)
    await cancelRsvp(people[0], event.id)
    expect(await standings()).toEqual(['cancelled', 'going', 'waitlisted', 'waitlisted'])
    await db.event.update({ where: { id: event.id }, data: { capacity: 3 } })
    expect(await fillSeats(event.id)).toBe(1)
    expect(await standings()).toEqual(['cancelled', 'going', 'waitlisted', 'going'])
  })

  it.each([
    ['more companions than the host allows', { capacity: 10, maxCompanions: 1 }, 3],
    ['more people than there are seats in all', { capacity: 2, maxCompanions: 5 }, 3],
  ])('is refused for %s', async (_why, values, size) => {
    const event = await makeEvent(values)
    const answer = await joinEvent(await someone(), event.id, of(size))
    expect(answer).toEqual({ ok: false, reason: 'party_too_big' })
  })

  it('has all its seats kept while its code is on its way', async () => {
    const event = await makeEvent({ capacity: 4, maxCompanions: 3 })
    const ana = await someone()
    await holdSeat(ana.id, event.id, of(3))
    expect(await seats(event.id)).toBe(3)
    expect(await joinEvent(await someone(), event.id, of(2))).toMatchObject({
      value: { status: 'waitlisted' },
    })
    expect(await joinEvent(ana, event.id, of(3))).toEqual({ ok: true, value: { status: 'going' } })
    expect(await seats(event.id)).toBe(3)
  })

  it('may be smaller than the seats kept for it: the rest goes to those who wait', async () => {
    const event = await makeEvent({ capacity: 4, maxCompanions: 3 })
    const [ana, bob] = [await someone(), await someone()]
    await holdSeat(ana.id, event.id, of(4))
    await joinEvent(bob, event.id, of(2))
    await joinEvent(ana, event.id, of(2))
    expect(await standing(bob, event.id)).toBe('going')
    expect(await seats(event.id)).toBe(4)
  })
})

describe('the hosts’ questions', () => {
  const question = {
    id: 'diet',
    type: 'choice',
    text: 'Régime ?',
    choices: ['aucun', 'végétarien'],
    required: true,
  }
  const answering = (diet: string) => rsvpDetailsSchema.parse({ answers: { diet, gone: 'x' } })

  it('are answered before there is a seat', async () => {
    const event = await makeEvent({ questions: [question] })
    const ana = await someone()
    expect(await joinEvent(ana, event.id)).toEqual({ ok: false, reason: 'unanswered' })
    expect(await joinEvent(ana, event.id, answering(' '))).toEqual({ ok: false, reason: 'unanswered' })
    expect(await joinEvent(ana, event.id, answering('frites'))).toEqual({
      ok: false,
      reason: 'answer_unknown',
    })
    expect(await holdSeat(ana.id, event.id)).toEqual({ ok: false, reason: 'unanswered' })
    expect(await seats(event.id)).toBe(0)
    expect(await joinEvent(ana, event.id, answering('aucun'))).toMatchObject({ ok: true })
    expect((await myRsvp(ana.id, event.id))?.answers).toEqual({ diet: 'aucun' })
  })
})
