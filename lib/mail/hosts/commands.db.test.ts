import { beforeEach, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { admitGuest } from '@/lib/events/guests/commands'
import { drain } from '@/lib/jobs/worker'
import { joinEvent } from '@/lib/rsvps/commands'
import { rsvpDetailsSchema } from '@/lib/rsvps/schema'
import { fileMailbox } from '@/lib/testing/mailbox'
import { makeEvent, makeFreelancer, toActor } from '@/lib/testing/makers'

const mailbox = fileMailbox()
beforeEach(async () => {
  await drain()
  await mailbox.take()
})

async function asked() {
  const [host, second] = [await makeFreelancer({ name: 'Léa' }), await makeFreelancer({ locale: 'en' })]
  const event = await makeEvent({ organizerId: host.id, approval: true, maxCompanions: 2 })
  await db.eventHost.create({ data: { eventId: event.id, freelancerId: second.id } })
  const ana = toActor(await makeFreelancer({ name: 'Ana' }))
  const details = rsvpDetailsSchema.parse({ partySize: 2, note: 'Hâte', firstTime: true })
  await joinEvent(ana, event.id, details)
  return { host, second, event, ana }
}

it('every host hears that somebody asks, in their language, and can answer', async () => {
  const { host, second, event } = await asked()
  await drain()
  const mails = await mailbox.take()
  const of = (email: string) => mails.find(({ to }) => [to].flat()[0]?.text === email)
  expect(of(host.email)?.subject).toBe('Ana demande à venir : Afterwork')
  expect(of(host.email)?.text).toContain('Hâte')
  expect(of(host.email)?.text).toContain(`/fr/host/${event.id}`)
  expect(of(second.email)?.text).toContain('Ana and one more person would like')
})

it('nobody hears of a request that was answered meanwhile', async () => {
  const { host, second, event, ana } = await asked()
  await admitGuest(toActor(host), { eventId: event.id, freelancerId: ana.id })
  await drain()
  const told = (await mailbox.take()).map(({ to }) => [to].flat()[0]?.text)
  expect(told).not.toContain(host.email)
  expect(told).not.toContain(second.email)
})
