import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { drain } from '@/lib/jobs/worker'
import { subscribeDevice } from '@/lib/push/commands'
import { queueReminders } from '@/lib/reminders/queue/commands'
import { cancelRsvp, quietByToken, rsvpToken } from '@/lib/rsvps/commands'
import { saveSettings } from '@/lib/settings/commands'
import { settingsSchema } from '@/lib/settings/schema'
import { forgetJobs, writtenJobs } from '@/lib/testing/jobs'
import { type Mailbox, openMailbox } from '@/lib/testing/mailbox'
import { makeEvent, makeFreelancer, makeRsvp, toActor } from '@/lib/testing/makers'
import { makeBrowser, openPushService, type PushService } from '@/lib/testing/push-service'
import { reconfirmByToken, remind } from './commands'

const HOUR = 3_600_000
const ahead = (hours: number) => new Date(now().getTime() + hours * HOUR)
const longAgo = new Date('2026-01-01T12:00:00Z')

let mailbox: Mailbox
let service: PushService
beforeAll(async () => {
  mailbox = await openMailbox()
  service = await openPushService()
})
afterAll(async () => {
  await mailbox.close()
  await service.close()
})
beforeEach(async () => {
  await forgetJobs()
  await db.rsvp.deleteMany()
})

/** Ana, who took her seat long ago, at an outing that starts in so many hours. */
async function seated(hours: number, values: Parameters<typeof makeEvent>[0] = {}) {
  const event = await makeEvent({
    title: 'Apéro',
    seatsTaken: 1,
    startsAt: ahead(hours),
    endsAt: ahead(hours + 2),
    ...values,
  })
  const ana = await makeFreelancer({ name: 'Ana' })
  const rsvp = await makeRsvp({ eventId: event.id, freelancerId: ana.id, updatedAt: longAgo })
  return { event, ana, rsvp }
}

/** The subjects of what arrives once all due jobs are done. */
async function arrived() {
  await drain()
  return (await mailbox.take()).map(({ subject }) => subject?.replaceAll(/[\u00a0\u202f]/g, ' '))
}

const reminders = async () => (await writtenJobs('reminder')).length
const jobOf = (
  rsvp: { id: string },
  event: { startsAt: Date },
  about: 'day_before' | 'hours_before' = 'hours_before',
) => ({
  rsvpId: rsvp.id,
  about,
  startsAt: event.startsAt.toISOString(),
})

it('names the greeter to whoever comes for the first time, and to nobody else', async () => {
  const { event, rsvp } = await seated(3)
  const marc = await makeFreelancer({ name: 'Marc' })
  const before = await makeEvent({ startsAt: ahead(-50), endsAt: ahead(-48) })
  await makeRsvp({ eventId: before.id, freelancerId: marc.id })
  const second = await makeRsvp({ eventId: event.id, freelancerId: marc.id, position: 2, updatedAt: longAgo })
  await db.eventGreeter.create({
    data: {
      ...{ eventId: event.id, freelancerId: event.organizerId, agreedAt: now() },
      ...{ recognise: 'foulard rouge', meetAt: 'devant le comptoir' },
    },
  })
  for (const { id } of [rsvp, second]) {
    const job = jobOf({ id }, event)
    await db.notice.create({
      data: { rsvpId: id, kind: 'hours_before', startsAt: event.startsAt, claimedAt: null },
    })
    await remind(job)
  }
  const [first, other] = await mailbox.take()
  expect(first?.text).toContain('foulard rouge')
  expect(other?.text).not.toContain('foulard rouge')
})

describe('a reminder', () => {
  it('names, the day before, those one is glad to meet again, and nobody who is only glad of one', async () => {
    const { event, ana, rsvp } = await seated(24)
    const [bob, cleo] = [
      await makeFreelancer({ name: 'Bob Test' }),
      await makeFreelancer({ name: 'Cléo Test' }),
    ]
    for (const { id: freelancerId } of [bob, cleo]) await makeRsvp({ eventId: event.id, freelancerId })
    await db.freelancer.updateMany({ data: { visibility: 'members' } })
    await db.glad.createMany({
      data: [
        { personId: ana.id, aboutId: bob.id },
        { personId: bob.id, aboutId: ana.id },
        { personId: cleo.id, aboutId: ana.id },
      ],
    })
    await queueReminders()
    const job = jobOf(rsvp, event, 'day_before')
    await db.notice.createMany({
      data: [{ rsvpId: rsvp.id, kind: 'day_before', startsAt: event.startsAt, claimedAt: null }],
      skipDuplicates: true,
    })
    await mailbox.take()
    expect(await remind(job)).toBe(true)
    const [mail] = await mailbox.take()
    expect(mail?.text).toContain('Bob vient aussi.')
    expect(mail?.text).not.toContain('Cléo')
  })

  it('comes once, however often and by however many it is looked for', async () => {
    await seated(1.5)
    expect(
      (await Promise.all([queueReminders(), queueReminders(), queueReminders()])).reduce((a, b) => a + b),
    ).toBe(1)
    expect(await queueReminders()).toBe(0)
    await Promise.all([drain(), drain()])
    const mails = await mailbox.take()
    expect(mails).toHaveLength(1)
    expect(JSON.stringify(mails[0]?.headers.get('list'))).toContain('reminder.localhost')
    expect(mails[0]?.text).toMatch(/\/fr\/leave\/\S+/)
    await queueReminders()
    expect(await arrived()).toEqual([])
  })

  it('rings as well, once, where it is wanted', async () => {
    const { ana, rsvp, event } = await seated(1.5)
    const browser = makeBrowser()
    await subscribeDevice(toActor(ana), browser.subscription)
    await queueReminders()
    for (let i = 0; i < 2; i++) await remind(jobOf(rsvp, event), service.send)
    const pushes = service.take().map(({ body }) => browser.read(body))
    expect(pushes).toMatchObject([{ title: expect.stringContaining('À tout à l’heure'), tag: rsvp.id }])
    expect(await arrived()).toHaveLength(1)
  })

  it('is lost rather than sent twice when its sender died after the claim', async () => {
    const { rsvp, event } = await seated(1.5)
    await queueReminders()
    await db.notice.updateMany({ where: { rsvpId: rsvp.id }, data: { claimedAt: now() } })
    expect(await remind(jobOf(rsvp, event))).toBe(false)
    await drain()
    expect(await mailbox.take()).toEqual([])
  })

  it('is claimed by one of two senders at once', async () => {
    const { rsvp, event } = await seated(1.5)
    await queueReminders()
    const sent = await Promise.all([remind(jobOf(rsvp, event)), remind(jobOf(rsvp, event))])
    expect(sent.toSorted()).toEqual([false, true])
    expect(await mailbox.take()).toHaveLength(1)
  })

  it('comes anew when the outing moves, and the old one is not said', async () => {
    const { rsvp, event } = await seated(1.5)
    await queueReminders()
    await db.event.update({ where: { id: event.id }, data: { startsAt: ahead(1.75) } })
    expect(await remind(jobOf(rsvp, event))).toBe(false)
    expect(await queueReminders()).toBe(1)
    expect(await reminders()).toBe(2)
  })
})

describe('nobody is reminded', () => {
  it('of a seat taken after the reminder’s hour', async () => {
    const { rsvp } = await seated(20)
    await db.rsvp.update({ where: { id: rsvp.id }, data: { updatedAt: now() } })
    expect(await queueReminders()).toBe(0)
  })

  it.each([
    ['who waits', { status: 'waitlisted' }],
    ['who may come', { status: 'maybe' }],
    ['who asked for quiet', { quiet: true }],
  ] as const)('%s', async (_, data) => {
    const { rsvp } = await seated(1.5)
    await db.rsvp.update({ where: { id: rsvp.id }, data })
    expect(await queueReminders()).toBe(0)
  })

  it('of what is called off, nor before its time', async () => {
    await seated(1.5, { status: 'cancelled' })
    await seated(30)
    expect(await queueReminders()).toBe(0)
  })

  it('who left, fell quiet or unsubscribed between the look and the mail', async () => {
    const [left, quiet, none] = [await seated(1.5), await seated(1.5), await seated(1.5)]
    expect(await queueReminders()).toBe(3)
    await cancelRsvp(toActor(left.ana), left.event.id)
    await quietByToken(rsvpToken(quiet.rsvp.id))
    await saveSettings(toActor(none.ana), settingsSchema.parse({ quietFrom: '', quietTo: '' }))
    for (const { rsvp, event } of [left, quiet, none]) await remind(jobOf(rsvp, event))
    expect(await db.notice.count({ where: { claimedAt: { not: null } } })).toBe(1)
    expect(await arrived()).toEqual(['C’est annulé pour vous : Apéro'])
  })
})

it('waits for the end of quiet hours, in the zone of the guest', async () => {
  const { ana } = await seated(23.9)
  const minute = (at: Date) => at.getUTCHours() * 60 + at.getUTCMinutes()
  const quiet = { quietFrom: minute(ahead(-1)), quietTo: minute(ahead(2)), timeZone: 'UTC' }
  await db.user.update({ where: { id: ana.id }, data: quiet })
  expect(await queueReminders()).toBe(0)
  expect(await queueReminders(ahead(1.95))).toBe(1)
})

describe('the day before an outing that others wait for', () => {
  it('asks who still comes; yes is kept once, and no frees the seat', async () => {
    const { event, rsvp, ana } = await seated(23.9, { capacity: 1 })
    await makeRsvp({ eventId: event.id, status: 'waitlisted', position: 2 })
    await queueReminders()
    expect((await arrived())[0]).toContain('vous venez toujours à « Apéro » ?')
    const token = rsvpToken(rsvp.id)
    expect(await reconfirmByToken(token)).toEqual({ ok: true })
    const { reconfirmedAt } = await db.rsvp.findUniqueOrThrow({ where: { id: rsvp.id } })
    expect(reconfirmedAt).not.toBeNull()
    expect(await reconfirmByToken(token)).toEqual({ ok: false, reason: 'closed' })
    expect(await reconfirmByToken('nonsense')).toEqual({ ok: false, reason: 'not_found' })
    await cancelRsvp(toActor(ana), event.id)
    expect(await reconfirmByToken(token)).toEqual({ ok: false, reason: 'closed' })
  })
})

it('a reminder is tried again when the mail server surely took nothing', async () => {
  const { rsvp, event } = await seated(1.5)
  await queueReminders()
  await mailbox.close()
  await expect(remind(jobOf(rsvp, event))).rejects.toThrow()
  const [notice] = await db.notice.findMany({ where: { rsvpId: rsvp.id } })
  expect(notice?.claimedAt).toBeNull()
  // One that stands, for the end to close.
  mailbox = await openMailbox()
})
