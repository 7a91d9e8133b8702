import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { db } from '@/lib/db'
import { makeEvent, makeFreelancer, makeRsvp, toActor } from '@/lib/testing/makers'
import { guestSheet } from './queries'

it('lists guests with what they said, then walk-ins, without an address', async () => {
  const host = await makeFreelancer()
  const question = { id: 'diet', type: 'text', text: 'Que mangez-vous ?', choices: [], required: false }
  const event = await makeEvent({ title: 'Apéro', organizerId: host.id, questions: [question] })
  const ana = await makeFreelancer({ name: 'Ana', trade: 'illustratrice' })
  const at = new Date('2026-11-23T10:00:00Z')
  await makeRsvp({ eventId: event.id, status: 'waitlisted' })
  const { id } = await makeRsvp({ eventId: event.id, freelancerId: ana.id, partySize: 2 })
  await db.rsvp.update({
    where: { id },
    data: { note: 'À ce soir', answers: { diet: 'De tout', gone: 'x' }, checkedInAt: at },
  })
  await makeRsvp({ eventId: event.id, status: 'cancelled' })
  await db.walkIn.create({ data: { id: randomUUID(), eventId: event.id, name: 'Bob' } })
  const sheet = await guestSheet(toActor(host), event.id)
  expect(sheet?.lines).toMatchObject([
    {
      ...{ name: 'Ana', trade: 'illustratrice', status: 'going', seats: 2, note: 'À ce soir' },
      ...{ answers: ['De tout'], cameAt: at },
    },
    { status: 'waitlisted', answers: [''], cameAt: null },
    { name: 'Bob', status: 'walk_in', seats: 1, answers: [''] },
  ])
  expect(JSON.stringify(sheet)).not.toContain(ana.email)
})
