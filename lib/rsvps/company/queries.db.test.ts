import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { hostedBy } from '@/lib/events/hosts/queries'
import { makeEvent, makeFreelancer, makeRsvp } from '@/lib/testing/makers'
import { insideOf } from './queries'

const onlineUrl = 'https://meet.example.org/secret'
const place = { placeName: 'Chez Ana', address: '3 rue d’Exemple', lat: 43.55131, lng: 7.01283 }

test('the organizer and the co-hosts run an event, nobody else', async () => {
  const [organizer, cohost, guest] = [await makeFreelancer(), await makeFreelancer(), await makeFreelancer()]
  const event = await makeEvent({ organizerId: organizer.id })
  await makeEvent()
  await db.eventHost.create({ data: { eventId: event.id, freelancerId: cohost.id } })
  await makeRsvp({ eventId: event.id, freelancerId: guest.id })
  const run = async (id: string) => (await db.event.findMany({ where: hostedBy(id) })).map((row) => row.id)
  expect(await run(organizer.id)).toEqual([event.id])
  expect(await run(cohost.id)).toEqual([event.id])
  expect(await run(guest.id)).toEqual([])
})

test('the room and the hidden place are for hosts and those who have a seat', async () => {
  const event = await makeEvent({ onlineUrl, hiddenPlace: place })
  const [guest, cohost] = [await makeFreelancer(), await makeFreelancer()]
  await makeRsvp({ eventId: event.id, freelancerId: guest.id })
  await db.eventHost.create({ data: { eventId: event.id, freelancerId: cohost.id } })
  for (const id of [event.organizerId, cohost.id, guest.id])
    expect(await insideOf(id, event.id)).toEqual({ onlineUrl, place })
})

test.each(['held', 'asked', 'offered', 'waitlisted', 'maybe', 'declined', 'cancelled', 'removed'] as const)(
  'they are not for somebody who is only %s',
  async (status) => {
    const heldUntil = status === 'held' || status === 'offered' ? new Date('2099-01-01T00:00:00Z') : null
    const event = await makeEvent({ onlineUrl })
    const { freelancerId } = await makeRsvp({ eventId: event.id, status, heldUntil })
    expect(await insideOf(freelancerId, event.id)).toBeNull()
  },
)

test('nor for strangers, of another event, or once it is called off', async () => {
  const event = await makeEvent({ onlineUrl })
  const { freelancerId } = await makeRsvp({ eventId: event.id })
  expect(await insideOf(null, event.id)).toBeNull()
  expect(await insideOf((await makeRsvp()).freelancerId, event.id)).toBeNull()
  expect(await insideOf(freelancerId, randomUUID())).toBeNull()
  expect(await insideOf(freelancerId, event.id)).toEqual({ onlineUrl, place: null })
  await db.event.update({ where: { id: event.id }, data: { status: 'cancelled' } })
  expect(await insideOf(freelancerId, event.id)).toBeNull()
})
