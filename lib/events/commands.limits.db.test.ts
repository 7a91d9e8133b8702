import { expect, test } from 'vitest'
import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { formValues } from '@/lib/events/hosted/rules'
import { makeEvent, makeFreelancer, toActor } from '@/lib/testing/makers'
import { editEvent, publishEvent } from './commands'
import { eventSchema } from './schema'

const DAY = 24 * 3_600_000
const someone = async () => toActor(await makeFreelancer())

async function published() {
  const actor = await someone()
  const startsAt = new Date(Math.ceil(now().getTime() / DAY) * DAY + 5 * DAY + 16 * 3_600_000)
  const endsAt = new Date(startsAt.getTime() + 2 * 3_600_000)
  const event = await makeEvent({ organizerId: actor.id, city: 'Cannes', startsAt, endsAt })
  return { actor, event, input: eventSchema.parse(formValues(event)) }
}

test('an event changes thirty times a day at most: each time may be a mail to every guest', async () => {
  const { actor, event, input } = await published()
  for (let i = 0; i < 30; i++)
    expect(await editEvent(actor, event.id, input, 'x')).toMatchObject({ ok: true })
  const renamed = { ...input, title: 'Once more' }
  expect(await editEvent(actor, event.id, renamed, 'x')).toEqual({ ok: false, reason: 'too_many_changes' })
  expect((await db.event.findUniqueOrThrow({ where: { id: event.id } })).title).toBe(event.title)
})

test('to others it does not exist, however often they try', async () => {
  const { event, input } = await published()
  const stranger = await someone()
  for (let i = 0; i < 31; i++) {
    expect(await editEvent(stranger, event.id, input, 'x')).toEqual({ ok: false, reason: 'not_found' })
  }
})

test('nobody publishes more than forty events a day', async () => {
  const { actor, input } = await published()
  for (let i = 0; i < 40; i++) expect(await publishEvent(actor, input, 'x')).toMatchObject({ ok: true })
  expect(await publishEvent(actor, input, 'x')).toEqual({ ok: false, reason: 'too_many_events' })
})
