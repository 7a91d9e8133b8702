import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { holdSeat, joinEvent } from '@/lib/rsvps/commands'
import { type RsvpDetails, rsvpDetailsSchema } from '@/lib/rsvps/schema'
import { forgetJobs, writtenJobs } from '@/lib/testing/jobs'
import { makeEvent, makeFreelancer, toActor } from '@/lib/testing/makers'
import { admitGuest, removeGuest } from './commands'
import { guestList } from './queries'

const someone = async (name = 'Camille') => toActor(await makeFreelancer({ name, trade: 'design' }))
const hoursAgo = (hours: number) => new Date(now().getTime() - hours * 3_600_000)

async function full() {
  const organizer = await someone('Zoé')
  const event = await makeEvent({ organizerId: organizer.id, capacity: 1 })
  const [ana, bob, eve] = [await someone('Ana'), await someone('Bob'), await someone('Eve')]
  for (const person of [ana, bob, eve]) await joinEvent(person, event.id)
  await forgetJobs()
  return { organizer, event, ana, bob, eve }
}

test('the organizer reads who comes and who waits, in the order of the line, without an address', async () => {
  const { organizer, event, ana, bob, eve } = await full()
  const list = await guestList(organizer, event.id)
  expect(list).toMatchObject({
    going: [{ freelancerId: ana.id, name: 'Ana', trade: 'design' }],
    waiting: [
      { freelancerId: bob.id, name: 'Bob', trade: 'design' },
      { freelancerId: eve.id, name: 'Eve', trade: 'design' },
    ],
    held: 0,
  })
  expect(JSON.stringify(list)).not.toContain('@')
})

test('a seat kept for somebody whose address is not proven has no name', async () => {
  const organizer = await someone()
  const event = await makeEvent({ organizerId: organizer.id, capacity: 2 })
  await holdSeat((await someone('Ana')).id, event.id)
  expect(await guestList(organizer, event.id)).toMatchObject({ going: [], waiting: [], seats: 0, held: 1 })
})

test('nobody else reads the list', async () => {
  const { event, ana } = await full()
  expect(await guestList(ana, event.id)).toBeNull()
  expect(await guestList(ana, randomUUID())).toBeNull()
})

test('removing somebody tells them why, and the next one moves up', async () => {
  const { organizer, event, ana, bob } = await full()
  const removal = { eventId: event.id, freelancerId: ana.id, note: 'Désolée' }
  expect(await removeGuest(organizer, removal)).toEqual({ ok: true, value: { promoted: true } })
  const list = await guestList(organizer, event.id)
  expect(list?.going.map(({ name }) => name)).toEqual(['Bob'])
  expect(await joinEvent(ana, event.id)).toEqual({ ok: false, reason: 'removed' })
  const jobs = await writtenJobs()
  const of = async (person: { id: string }) =>
    (await db.rsvp.findFirstOrThrow({ where: { eventId: event.id, freelancerId: person.id } })).id
  expect(jobs.map(({ payload }) => payload)).toEqual([
    { kind: 'guest_removed', rsvpId: await of(ana), note: 'Désolée', was: 'going' },
    { kind: 'rsvp_promoted', rsvpId: await of(bob) },
  ])
})

test('removing somebody who waits frees no seat', async () => {
  const { organizer, event, eve } = await full()
  expect(await removeGuest(organizer, { eventId: event.id, freelancerId: eve.id, note: '' })).toEqual({
    ok: true,
    value: { promoted: false },
  })
})

test.each([
  ['cancelled', { status: 'cancelled' as const }],
  ['over', { startsAt: hoursAgo(3), endsAt: hoursAgo(1) }],
])('nobody is removed once it is %s', async (reason, values) => {
  const { organizer, event, ana } = await full()
  await db.event.update({ where: { id: event.id }, data: values })
  expect(await removeGuest(organizer, { eventId: event.id, freelancerId: ana.id, note: '' })).toEqual({
    ok: false,
    reason,
  })
  expect((await guestList(organizer, event.id))?.going).toHaveLength(1)
})

test('somebody who is not on the list cannot be removed', async () => {
  const { organizer, event } = await full()
  const stranger = await someone()
  expect(await removeGuest(organizer, { eventId: event.id, freelancerId: stranger.id, note: '' })).toEqual({
    ok: false,
    reason: 'guest_unknown',
  })
})

const details = (values: Partial<RsvpDetails>) => rsvpDetailsSchema.parse(values)

test('the host reads what guests said: companions, first time, a note, answers in the order asked', async () => {
  const organizer = await someone('Zoé')
  const questions = [
    { id: 'diet', type: 'text', text: 'Un régime ?', choices: [], required: true },
    { id: 'bike', type: 'yes_no', text: 'À vélo ?', choices: [], required: false },
  ]
  const event = await makeEvent({ organizerId: organizer.id, maxCompanions: 2, questions })
  const said = details({
    partySize: 3,
    firstTime: true,
    note: 'Hâte',
    answers: { bike: 'yes', diet: 'aucun' },
  })
  await joinEvent(await someone('Ana'), event.id, said)
  const list = await guestList(organizer, event.id)
  expect(list?.seats).toBe(3)
  expect(list?.going).toMatchObject([{ name: 'Ana', partySize: 3, firstTime: true, note: 'Hâte' }])
  expect(list?.going[0]?.answers.map(({ question, answer }) => [question.text, answer])).toEqual([
    ['Un régime ?', 'aucun'],
    ['À vélo ?', 'yes'],
  ])
})

test('who asks has a seat only after a yes, and keeps the rank of their asking', async () => {
  const organizer = await someone('Zoé')
  const event = await makeEvent({ organizerId: organizer.id, capacity: 1, approval: true })
  const [ana, bob, eve] = [await someone('Ana'), await someone('Bob'), await someone('Eve')]
  for (const person of [ana, bob, eve]) {
    expect(await joinEvent(person, event.id)).toEqual({ ok: true, value: { status: 'asked' } })
  }
  const admit = (person: { id: string }) =>
    admitGuest(organizer, { eventId: event.id, freelancerId: person.id })
  expect(await admit(ana)).toEqual({ ok: true, value: { status: 'going' } })
  expect(await admit(eve)).toEqual({ ok: true, value: { status: 'waitlisted' } })
  expect(await admit(bob)).toEqual({ ok: true, value: { status: 'waitlisted' } })
  const list = await guestList(organizer, event.id)
  expect(list?.asking).toEqual([])
  expect(list?.going.map(({ name }) => name)).toEqual(['Ana'])
  expect(list?.waiting.map(({ name }) => name)).toEqual(['Bob', 'Eve'])
})

test('a no to a request is final', async () => {
  const organizer = await someone('Zoé')
  const event = await makeEvent({ organizerId: organizer.id, approval: true })
  const ana = await someone('Ana')
  await joinEvent(ana, event.id)
  await removeGuest(organizer, { eventId: event.id, freelancerId: ana.id, note: '' })
  expect(await joinEvent(ana, event.id)).toEqual({ ok: false, reason: 'removed' })
  const admission = await admitGuest(organizer, { eventId: event.id, freelancerId: ana.id })
  expect(admission).toEqual({ ok: false, reason: 'guest_unknown' })
})
