import { describe, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { makeEvent, makeFreelancer, toActor } from '@/lib/testing/makers'
import { fillSeats, holdSeat, joinEvent, releaseHold } from './commands'
import { myRsvp } from './queries'

const someone = () => makeFreelancer()
const seats = async (id: string) => (await db.event.findUniqueOrThrow({ where: { id } })).seatsTaken

describe('giving a hold back', () => {
  it('seats the first in line', async () => {
    const event = await makeEvent({ capacity: 1 })
    const [ana, bob] = [await someone(), await someone()]
    await holdSeat(ana.id, event.id)
    await joinEvent(toActor(bob), event.id)
    await releaseHold(ana.email, event.id)
    expect(await myRsvp(ana.id, event.id)).toBeNull()
    expect((await myRsvp(bob.id, event.id))?.status).toBe('going')
    expect(await seats(event.id)).toBe(1)
  })

  it('is for that event alone', async () => {
    const [here, there] = [await makeEvent({ capacity: 1 }), await makeEvent({ capacity: 1 })]
    const ana = await someone()
    for (const { id } of [here, there]) await holdSeat(ana.id, id)
    await releaseHold(ana.email, here.id)
    for (const { id } of [here, there]) await fillSeats(id)
    expect(await myRsvp(ana.id, here.id)).toBeNull()
    expect((await myRsvp(ana.id, there.id))?.status).toBe('held')
    expect([await seats(here.id), await seats(there.id)]).toEqual([0, 1])
  })

  it('touches neither a seat that is taken for good nor anybody else’s hold', async () => {
    const event = await makeEvent({ capacity: 2 })
    const [ana, bob] = [await someone(), await someone()]
    await joinEvent(toActor(ana), event.id)
    await holdSeat(bob.id, event.id)
    await releaseHold(ana.email, event.id)
    await releaseHold('nobody@example.com', event.id)
    expect((await myRsvp(ana.id, event.id))?.status).toBe('going')
    expect((await myRsvp(bob.id, event.id))?.status).toBe('held')
    expect(await seats(event.id)).toBe(2)
  })
})
