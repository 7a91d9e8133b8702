import { v7 as uuidv7 } from 'uuid'
import { beforeEach, describe, expect, it } from 'vitest'
import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { drain } from '@/lib/jobs/worker'
import { fanOutMessage } from '@/lib/mail/messages/commands'
import { joinEvent } from '@/lib/rsvps/commands'
import { setMailByToken, unsubscribeToken } from '@/lib/settings/commands'
import { forgetJobs, writtenJobs } from '@/lib/testing/jobs'
import { fileMailbox } from '@/lib/testing/mailbox'
import { makeEvent, makeFreelancer, makeRsvp, toActor } from '@/lib/testing/makers'
import { sendMessage } from './commands'
import { messageDesk, messagesFor } from './queries'

const mailbox = fileMailbox()
beforeEach(async () => {
  await forgetJobs()
  await mailbox.take()
})

async function scene() {
  const host = toActor(await makeFreelancer({ name: 'Léa' }))
  const event = await makeEvent({ title: 'Apéro', organizerId: host.id, capacity: 1 })
  const seat = async (status: 'going' | 'waitlisted' | 'maybe' | 'cancelled') => {
    const person = await makeFreelancer()
    const theirs = { eventId: event.id, freelancerId: person.id }
    if (status === 'going' || status === 'waitlisted') await joinEvent(toActor(person), event.id)
    else await makeRsvp({ ...theirs, status })
    const { id, status: standing } = await db.rsvp.findFirstOrThrow({ where: theirs })
    expect(standing).toBe(status)
    return { ...person, rsvpId: id }
  }
  const [going, waiting, maybe, gone] = [
    await seat('going'),
    await seat('waitlisted'),
    await seat('maybe'),
    await seat('cancelled'),
  ]
  const words = (values = {}) => ({
    eventId: event.id,
    messageId: uuidv7(),
    body: 'Sonnez deux fois.',
    ...values,
  })
  await forgetJobs()
  return { host, event, going, waiting, maybe, gone, words }
}

const addressees = async () => (await mailbox.take()).map(({ to }) => [to].flat()[0]?.text ?? '').sort()

describe('a host’s word', () => {
  it('reaches those who come, with its list and its way out, and not the host’s address', async () => {
    const { host, going, words } = await scene()
    expect(await sendMessage(host, words())).toEqual({ ok: true, value: undefined })
    await drain()
    const [mail, ...others] = await mailbox.take()
    expect(others).toEqual([])
    expect([mail?.to].flat()[0]?.text).toBe(going.email)
    expect(mail?.subject).toBe('Léa, pour « Apéro »')
    expect(mail?.text).toContain('> Sonnez deux fois.')
    expect(mail?.replyTo).toBeUndefined()
    expect(JSON.stringify([...(mail?.headers.values() ?? [])])).not.toContain(host.email)
    expect(mail?.headers.get('list')).toMatchObject({ id: { name: expect.stringContaining('message') } })
    expect(mail?.headers.has('list-unsubscribe-post') || mail?.headers.has('list')).toBe(true)
  })

  it('also reaches those who wait or waver, and lets them answer, when the host says so', async () => {
    const { host, going, waiting, maybe, words } = await scene()
    await sendMessage(host, words({ everybody: 'on', answers: 'on' }))
    await drain()
    const mails = await mailbox.take()
    expect(mails.map(({ to }) => [to].flat()[0]?.text).sort()).toEqual(
      [going.email, waiting.email, maybe.email].sort(),
    )
    expect(mails.map(({ replyTo }) => replyTo?.text)).toEqual(mails.map(() => `"Léa" <${host.email}>`))
  })

  it('is one message however often it is sent and fanned out', async () => {
    const { host, event, words } = await scene()
    const twice = words()
    await Promise.all([sendMessage(host, twice), sendMessage(host, twice)])
    await fanOutMessage({ messageId: twice.messageId, everybody: false, answers: false })
    await drain()
    await fanOutMessage({ messageId: twice.messageId, everybody: false, answers: false })
    await drain()
    expect(await mailbox.take()).toHaveLength(1)
    expect(await db.hostMessage.count({ where: { eventId: event.id } })).toBe(1)
    expect(await writtenJobs('host_message')).toHaveLength(1)
  })

  it('does not reach who left meanwhile, or unsubscribed from such words', async () => {
    const { host, going, waiting, words } = await scene()
    await setMailByToken(unsubscribeToken(waiting.id, 'host_message'), false)
    await sendMessage(host, words({ everybody: 'on' }))
    // Not by leaving: that would seat the next in line.
    await db.rsvp.update({ where: { id: going.rsvpId }, data: { status: 'declined' } })
    await drain()
    const reached = await addressees()
    expect(reached).not.toContain(going.email)
    expect(reached).not.toContain(waiting.email)
    expect(reached).toHaveLength(1)
  })
})

it('three a day for an event, then no more until tomorrow; ten a day for a host', async () => {
  const { host, words } = await scene()
  for (let i = 0; i < 3; i++) expect(await sendMessage(host, words())).toMatchObject({ ok: true })
  expect(await sendMessage(host, words())).toEqual({ ok: false, reason: 'too_many_messages' })
  const another = async () => {
    const event = await makeEvent({ organizerId: host.id })
    return sendMessage(host, words({ eventId: event.id }))
  }
  for (let i = 0; i < 6; i++) expect(await another()).toMatchObject({ ok: true })
  expect(await another()).toEqual({ ok: false, reason: 'too_many_messages' })
})

it('is refused long after the end', async () => {
  const { host, event, words } = await scene()
  const ago = (days: number) => new Date(now().getTime() - days * 86_400_000)
  await db.event.update({ where: { id: event.id }, data: { startsAt: ago(8.1), endsAt: ago(8) } })
  expect(await sendMessage(host, words())).toEqual({ ok: false, reason: 'over' })
  expect(await messageDesk(host, event.id, now())).toMatchObject({ open: false })
})

it('is read on the page by those who come and by hosts alone', async () => {
  const { host, event, going, waiting, gone, words } = await scene()
  await sendMessage(host, words())
  const seen = async (id: string | null) => (await messagesFor(id, event.id)).length
  expect(await seen(going.id)).toBe(1)
  expect(await seen(host.id)).toBe(1)
  expect([await seen(waiting.id), await seen(gone.id), await seen(null)]).toEqual([0, 0, 0])
  expect(await messageDesk(host, event.id, now())).toMatchObject({ coming: 1, others: 2, nextAt: null })
})
