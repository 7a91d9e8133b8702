import { beforeEach, expect, it } from 'vitest'
import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { eventPage } from '@/lib/events/queries'
import { drain } from '@/lib/jobs/worker'
import { joinEvent } from '@/lib/rsvps/commands'
import { fileMailbox } from '@/lib/testing/mailbox'
import { makeEvent, makeFreelancer, toActor } from '@/lib/testing/makers'
import { acceptInvite, declineInvite, handOver, inviteHost, removeCohost, withdrawInvite } from './commands'
import { eventHosts, inviteToken } from './queries'
import { INVITE_OPEN, MOST_COHOSTS } from './rules'

const mailbox = fileMailbox()
beforeEach(async () => {
  await drain()
  await mailbox.take()
})

async function scene() {
  const organizer = toActor(await makeFreelancer({ name: 'Léa' }))
  const event = await makeEvent({ organizerId: organizer.id, title: 'Apéro', capacity: 1 })
  const marc = toActor(await makeFreelancer({ name: 'Marc', locale: 'en' }))
  return { organizer, event, eventId: event.id, marc }
}

async function invited(email: string, { organizer, eventId }: Awaited<ReturnType<typeof scene>>) {
  expect(await inviteHost(organizer, { eventId, email })).toEqual({ ok: true, value: undefined })
  const { id } = await db.hostInvite.findUniqueOrThrow({ where: { eventId_email: { eventId, email } } })
  return { id, token: inviteToken(id) }
}

it('writes to the address in the language of whoever has it, and makes nobody a host', async () => {
  const stage = await scene()
  const { token } = await invited(stage.marc.email, stage)
  await drain()
  const [mail] = await mailbox.take()
  expect(mail?.subject).toBe('Léa asks you to co-host: Apéro')
  expect(mail?.text).toContain(`/en/cohost/${token}`)
  expect((await eventHosts(stage.organizer, stage.eventId))?.cohosts).toEqual([])
})

it('answers the same for an address that nobody has, and writes there in the language of the host', async () => {
  const stage = await scene()
  await invited('nobody@example.org', stage)
  await drain()
  expect((await mailbox.take()).map(({ subject }) => subject)).toEqual([
    'Léa vous invite à co-organiser : Apéro',
  ])
})

it('whoever accepts hosts once, is named on the page, and leaves their seat to who waits', async () => {
  const stage = await scene()
  const { eventId, marc } = stage
  const ana = toActor(await makeFreelancer())
  await joinEvent(marc, eventId)
  await joinEvent(ana, eventId)
  const { token } = await invited(marc.email, stage)
  expect(await acceptInvite(ana, token)).toEqual({ ok: false, reason: 'other_address' })
  expect(await acceptInvite(marc, token)).toEqual({ ok: true, value: { eventId } })
  expect((await eventPage(eventId))?.cohostNames).toEqual(['Marc'])
  const seats = await db.rsvp.findMany({ where: { eventId }, orderBy: { position: 'asc' } })
  expect(seats.map(({ status }) => status)).toEqual(['cancelled', 'going'])
})

it('a link that was used lets nobody back in who was removed', async () => {
  const stage = await scene()
  const { organizer, eventId, marc } = stage
  const { token } = await invited(marc.email, stage)
  await acceptInvite(marc, token)
  await removeCohost(organizer, { eventId, freelancerId: marc.id })
  expect(await acceptInvite(marc, token)).toEqual({ ok: false, reason: 'not_found' })
  expect(await eventHosts(marc, eventId)).toBeNull()
})

it.each(['declined', 'withdrawn', 'two weeks old'])('an invitation that is %s opens nothing', async (how) => {
  const stage = await scene()
  const { organizer, eventId, marc } = stage
  const { id, token } = await invited(marc.email, stage)
  if (how === 'declined') await declineInvite(token)
  if (how === 'withdrawn') await withdrawInvite(organizer, { eventId, inviteId: id })
  if (how === 'two weeks old') {
    await db.hostInvite.update({
      where: { id },
      data: { createdAt: new Date(now().getTime() - INVITE_OPEN) },
    })
  }
  expect(await acceptInvite(marc, token)).toEqual({ ok: false, reason: 'not_found' })
  expect(await acceptInvite(marc, `${id}.nonsense`)).toEqual({ ok: false, reason: 'not_found' })
  expect(await db.eventHost.count({ where: { eventId } })).toBe(0)
})

it('is closed once the event is called off', async () => {
  const stage = await scene()
  const { token } = await invited(stage.marc.email, stage)
  await db.event.update({ where: { id: stage.eventId }, data: { status: 'cancelled' } })
  expect(await acceptInvite(stage.marc, token)).toEqual({ ok: false, reason: 'cancelled' })
})

it('writes to no address more than three times a day', async () => {
  const stage = await scene()
  for (let i = 0; i < 3; i++) await invited(stage.marc.email, stage)
  const again = await inviteHost(stage.organizer, { eventId: stage.eventId, email: stage.marc.email })
  expect(again).toEqual({ ok: false, reason: 'too_many_invites' })
})

it('asks no more people than there may be hosts', async () => {
  const stage = await scene()
  for (let i = 0; i < MOST_COHOSTS; i++) await invited(`host-${i}@example.org`, stage)
  const more = await inviteHost(stage.organizer, { eventId: stage.eventId, email: 'one-more@example.org' })
  expect(more).toEqual({ ok: false, reason: 'too_many_cohosts' })
})

it('an event that is handed over keeps who gave it as a co-host', async () => {
  const stage = await scene()
  const { organizer, eventId, marc } = stage
  await acceptInvite(marc, (await invited(marc.email, stage)).token)
  expect(await handOver(organizer, { eventId, freelancerId: marc.id })).toEqual({
    ok: true,
    value: undefined,
  })
  expect(await eventHosts(organizer, eventId)).toMatchObject({
    organizer: { id: marc.id },
    cohosts: [{ id: organizer.id }],
  })
  expect(await removeCohost(organizer, { eventId, freelancerId: marc.id })).toMatchObject({ ok: false })
})
