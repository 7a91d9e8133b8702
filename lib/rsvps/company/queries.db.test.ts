import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { editEvent } from '@/lib/events/commands'
import { guestSheet } from '@/lib/events/export/queries'
import { hostedEvent } from '@/lib/events/hosted/queries'
import { formValues } from '@/lib/events/hosted/rules'
import { hostedBy } from '@/lib/events/hosts/queries'
import { eventSchema } from '@/lib/events/schema'
import { makeEvent, makeFreelancer, makeRsvp, toActor } from '@/lib/testing/makers'
import { tiesComing } from '@/lib/ties/coming/queries'
import { company, insideOf } from './queries'

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
    expect(await insideOf(id, event.id, now())).toEqual({ onlineUrl, place })
})

test.each(['held', 'asked', 'offered', 'waitlisted', 'maybe', 'declined', 'cancelled', 'removed'] as const)(
  'they are not for somebody who is only %s',
  async (status) => {
    const heldUntil = status === 'held' || status === 'offered' ? new Date('2099-01-01T00:00:00Z') : null
    const event = await makeEvent({ onlineUrl })
    const { freelancerId } = await makeRsvp({ eventId: event.id, status, heldUntil })
    expect(await insideOf(freelancerId, event.id, now())).toBeNull()
  },
)

test('nor for strangers, of another event, or once it is called off', async () => {
  const event = await makeEvent({ onlineUrl })
  const { freelancerId } = await makeRsvp({ eventId: event.id })
  expect(await insideOf(null, event.id, now())).toBeNull()
  expect(await insideOf((await makeRsvp()).freelancerId, event.id, now())).toBeNull()
  expect(await insideOf(freelancerId, randomUUID(), now())).toBeNull()
  expect(await insideOf(freelancerId, event.id, now())).toEqual({ onlineUrl, place: null })
  await db.event.update({ where: { id: event.id }, data: { status: 'cancelled' } })
  expect(await insideOf(freelancerId, event.id, now())).toBeNull()
})

test('an outing that becomes gentle hides who comes at once, from members, guests and friends; hosts still read it', async () => {
  const lea = toActor(await makeFreelancer({ name: 'Léa' }))
  const { id } = await makeEvent({ organizerId: lea.id, capacity: 6 })
  const [ana, marc, member] = await Promise.all(
    ['Ana', 'Marc', 'Zoé'].map((name) => makeFreelancer({ name, visibility: 'members' })),
  )
  if (!ana || !marc || !member) throw new Error('nobody')
  for (const { id: freelancerId } of [ana, marc]) await makeRsvp({ eventId: id, freelancerId })
  await db.glad.createMany({
    data: [
      { personId: ana.id, aboutId: marc.id },
      { personId: marc.id, aboutId: ana.id },
    ],
  })
  expect((await company(member.id, id)).firstNames).toEqual(['Ana', 'Marc'])
  expect((await company(ana.id, id)).firstNames).toEqual(['Marc'])
  expect(await tiesComing(ana.id, id, now())).toEqual(['Marc'])
  const event = await hostedEvent(lea, id)
  if (!event) throw new Error('not hosted')
  const said = { quietPlace: 'on', leaveWhenever: 'on', noIntroductions: 'on' }
  const input = eventSchema.parse({ ...formValues(event), ...said })
  expect(await editEvent(lea, id, input, 'Afterwork')).toMatchObject({ ok: true })
  for (const viewer of [null, member.id, ana.id])
    expect(await company(viewer, id)).toEqual({ going: 2, firstNames: [] })
  expect(await tiesComing(ana.id, id, now())).toEqual([])
  expect(await guestSheet(toActor(ana), id)).toBeNull()
  expect(JSON.stringify(await guestSheet(lea, id))).toContain('Marc')
})
