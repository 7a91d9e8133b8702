import { beforeEach, describe, expect, it } from 'vitest'
import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { recap, thank } from '@/lib/mail/thanks/commands'
import { saveSettings } from '@/lib/settings/commands'
import { settingsSchema } from '@/lib/settings/schema'
import { forgetJobs, writtenJobs } from '@/lib/testing/jobs'
import { fileMailbox } from '@/lib/testing/mailbox'
import { makeEvent, makeFreelancer, makeRsvp, toActor } from '@/lib/testing/makers'
import { doAgain, queueAfterwords } from './commands'

const mailbox = fileMailbox()
beforeEach(async () => {
  await forgetJobs()
  await mailbox.take()
  await db.event.updateMany({ data: { recappedAt: now() } })
})

const hoursAgo = (hours: number) => new Date(now().getTime() - hours * 3_600_000)
/** So long ago that the next morning has come everywhere. */
const over = (values = {}) =>
  makeEvent({ title: 'Apéro', startsAt: hoursAgo(33), endsAt: hoursAgo(31), ...values })

const jobs = async (kind: string) =>
  (await writtenJobs(kind)).map(({ payload }) => payload as unknown as Record<string, string>)

describe('the next morning', () => {
  it('thanks whoever had a seat, once, and tells each host', async () => {
    const event = await over()
    const cohost = await makeFreelancer()
    await db.eventHost.create({ data: { eventId: event.id, freelancerId: cohost.id } })
    const guest = await makeRsvp({ eventId: event.id })
    await makeRsvp({ eventId: event.id, status: 'cancelled' })
    await makeRsvp({ eventId: event.id, status: 'waitlisted' })
    expect(await Promise.all([queueAfterwords(), queueAfterwords()])).toContain(1)
    expect(await queueAfterwords()).toBe(0)
    expect((await jobs('thanks')).map(({ rsvpId }) => rsvpId)).toEqual([guest.id])
    const hosts = (await jobs('recap')).map(({ hostId }) => hostId)
    expect(hosts.sort()).toEqual([event.organizerId, cohost.id].sort())
  })

  it('thanks only those who were seen, where somebody looked', async () => {
    const event = await over()
    const [seen] = [await makeRsvp({ eventId: event.id }), await makeRsvp({ eventId: event.id })]
    await db.rsvp.update({ where: { id: seen.id }, data: { checkedInAt: hoursAgo(32) } })
    await queueAfterwords()
    expect((await jobs('thanks')).map(({ rsvpId }) => rsvpId)).toEqual([seen.id])
  })

  it('leaves alone what was called off, is a draft, was long ago, goes on or is of the demo', async () => {
    for (const values of [
      { status: 'cancelled' as const },
      { status: 'draft' as const },
      { startsAt: hoursAgo(80), endsAt: hoursAgo(73) },
      { startsAt: hoursAgo(20), endsAt: hoursAgo(-1) },
      { startsAt: hoursAgo(2), endsAt: hoursAgo(1) },
      { demo: true },
    ]) {
      await makeRsvp({ eventId: (await over(values)).id })
    }
    expect(await queueAfterwords()).toBe(0)
    expect(await writtenJobs()).toEqual([])
  })
})

describe('thanks', () => {
  it('are mailed at most once, with what comes next', async () => {
    const event = await over()
    const guest = await makeRsvp({ eventId: event.id })
    await makeEvent({
      title: 'La suite',
      organizerId: event.organizerId,
      startsAt: hoursAgo(-48),
      endsAt: hoursAgo(-50),
    })
    expect(await Promise.all([thank(guest.id), thank(guest.id)])).toContain(true)
    const [mail, ...others] = await mailbox.take()
    expect(others).toEqual([])
    expect(mail?.subject).toBe('Merci d’être venu·e : Apéro')
    expect(mail?.text).toContain('La suite')
    expect(mail?.headers.get('list')).toMatchObject({ id: { name: expect.stringContaining('thanks') } })
  })

  it('are not mailed to somebody who wants none', async () => {
    const event = await over()
    const { id, freelancerId } = await makeRsvp({ eventId: event.id })
    const actor = { ...toActor(await makeFreelancer()), id: freelancerId }
    await saveSettings(
      actor,
      settingsSchema.parse({ quietFrom: '', quietTo: '', timeZone: '', mail_rsvp: 'on' }),
    )
    expect(await thank(id)).toBe(false)
    expect(await mailbox.take()).toEqual([])
  })
})

describe('the count', () => {
  const told = async (event: { id: string; organizerId: string }) => {
    expect(await recap({ eventId: event.id, hostId: event.organizerId })).toBe(true)
    const [mail] = await mailbox.take()
    return mail
  }

  it('is of those seen at the door and of walk-ins, with companions', async () => {
    const event = await over()
    const guest = await makeRsvp({ eventId: event.id, partySize: 3 })
    await makeRsvp({ eventId: event.id })
    await db.rsvp.update({ where: { id: guest.id }, data: { checkedInAt: hoursAgo(32) } })
    await db.walkIn.create({ data: { id: crypto.randomUUID(), eventId: event.id } })
    const mail = await told(event)
    expect(mail?.text).toContain('4 personnes sont venues')
    expect(mail?.text).toContain(`/host/${event.id}`)
    expect(mail?.messageId).toBe(`<recap-${event.id}-${event.organizerId}@localhost>`)
  })

  it('is of those expected where nobody counted, and of no use to somebody who hosts it no more', async () => {
    const event = await over()
    await makeRsvp({ eventId: event.id, partySize: 2 })
    expect((await told(event))?.text).toContain('2 personnes s’étaient inscrites')
    const stranger = await makeFreelancer()
    expect(await recap({ eventId: event.id, hostId: stranger.id })).toBe(false)
  })
})

describe('once more', () => {
  it('publishes the same, on the next such day, and a second tap finds it', async () => {
    const event = await over({ capacity: 7 })
    const host = { ...toActor(await makeFreelancer()), id: event.organizerId }
    const first = await doAgain(host, event.id)
    if (!first.ok) throw new Error(first.reason)
    const made = await db.event.findUniqueOrThrow({ where: { id: first.value.id } })
    expect(made).toMatchObject({ title: 'Apéro', capacity: 7, status: 'published' })
    expect(made.startsAt.getTime()).toBeGreaterThan(now().getTime())
    expect(made.startsAt.getDay()).toBe(event.startsAt.getDay())
    expect(await doAgain(host, event.id)).toEqual({ ok: true, value: { id: made.id } })
  })

  it('is for its hosts', async () => {
    const event = await over()
    expect(await doAgain(toActor(await makeFreelancer()), event.id)).toEqual({
      ok: false,
      reason: 'not_found',
    })
  })
})
