import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/accounts/schema'
import { block } from '@/lib/blocks/commands'
import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { drain } from '@/lib/jobs/worker'
import { sendRhythmLetter } from '@/lib/mail/rhythm/commands'
import { subscribeDevice } from '@/lib/push/commands'
import { saveSettings } from '@/lib/settings/commands'
import { settingsSchema } from '@/lib/settings/schema'
import { suggestionsFor } from '@/lib/suggestions/queries'
import { forgetJobs, writtenJobs } from '@/lib/testing/jobs'
import { fileMailbox } from '@/lib/testing/mailbox'
import { makeEvent, makeFreelancer, makeRsvp, toActor } from '@/lib/testing/makers'
import { makeBrowser, openPushService, type PushService } from '@/lib/testing/push-service'
import { dropRhythm, keepRhythm, queueRhythmLetters } from './commands'
import { myRhythm } from './queries'

const DAY = 86_400_000
const ahead = (days: number) => new Date(+now() + days * DAY)
/** A moment of today at 18:10 UTC: everybody's hour in these tests. */
const evening = (days = 0) =>
  new Date(Math.floor((+now() + days * DAY) / DAY) * DAY + 18 * 3_600_000 + 600_000)

const mailbox = fileMailbox()
let service: PushService
beforeAll(async () => {
  service = await openPushService()
})
afterAll(() => service.close())
beforeEach(async () => {
  await forgetJobs()
  await db.rhythm.deleteMany()
  await db.event.deleteMany()
  await mailbox.take()
})

/** Somebody in Cannes, whose weekly rhythm is a hundred days old. */
async function someone(
  values: Parameters<typeof makeFreelancer>[0] = {},
  rhythm: { digestDay?: number } = {},
): Promise<Actor> {
  const person = toActor(
    await makeFreelancer({ name: 'Ana', cellLat: 43.555, cellLng: 7.013, visibility: 'members', ...values }),
  )
  await keepRhythm(person, { pace: 'weekly', hour: 18, digestDay: rhythm.digestDay ?? null, timeZone: 'UTC' })
  await db.rhythm.update({ where: { freelancerId: person.id }, data: { changedAt: ahead(-100) } })
  return person
}

const mails = async () => {
  await drain()
  return (await mailbox.take()).map((mail) => ({
    to: [mail.to].flat()[0]?.text,
    subject: mail.subject?.replaceAll(/[\u00a0\u202f]/g, ' '),
    text: (mail.text ?? '').replaceAll(/[\u00a0\u202f]/g, ' '),
  }))
}

describe('when it has been a while', () => {
  test('one letter names what is near, with the reasons, however often it is looked for', async () => {
    const ana = await someone()
    await makeEvent({ title: 'Café du port', startsAt: ahead(2), endsAt: ahead(2.1) })
    await makeEvent({ title: 'Loin', lat: 48.85, lng: 2.35 })
    const queued = await Promise.all([queueRhythmLetters(evening()), queueRhythmLetters(evening())])
    expect(queued.sort()).toEqual([0, 1])
    const [mail, ...more] = await mails()
    expect(more).toEqual([])
    expect(mail).toMatchObject({ to: ana.email, subject: 'Une idée pour sortir, près de vous' })
    expect(mail?.text).toContain('Café du port')
    expect(mail?.text).toMatch(/à \d+ min à pied · finit à/)
    expect(mail?.text).not.toContain('Loin')
    const [job] = await writtenJobs('rhythm_letter')
    expect(await sendRhythmLetter(job?.payload as never)).toBe(false)
  })

  test('a week passes before the next, and three are the last', async () => {
    await someone()
    await makeEvent({ startsAt: ahead(40), endsAt: ahead(40.1) })
    const sent: number[] = []
    for (let day = 0; day < 40; day++) sent.push(await queueRhythmLetters(evening(day)))
    expect(sent.flatMap((count, day) => (count > 0 ? [day] : []))).toEqual([0, 7, 14])
    const [row] = await db.rhythm.findMany()
    const ana = { id: row?.freelancerId ?? '' }
    expect((await myRhythm(ana, evening(40)))?.silent).toBe(true)
    // Whatever they do here is an answer.
    const event = await makeEvent({ startsAt: ahead(-60), endsAt: ahead(-59) })
    await makeRsvp({ eventId: event.id, freelancerId: ana.id, status: 'cancelled', updatedAt: evening(40) })
    expect(await queueRhythmLetters(evening(41))).toBe(1)
  })

  test.each([
    ['has a seat somewhere', async (id: string) => void (await makeRsvp({ freelancerId: id }))],
    ['hosts something', async (id: string) => void (await makeEvent({ organizerId: id }))],
    [
      'was out last week',
      async (id: string) => {
        const event = await makeEvent({ startsAt: ahead(-5), endsAt: ahead(-4.9) })
        await makeRsvp({ eventId: event.id, freelancerId: id })
      },
    ],
    ['wants none', async (id: string) => void (await dropRhythm({ id } as Actor))],
    [
      'is invented',
      async (id: string) => void (await db.freelancer.update({ where: { id }, data: { demo: true } })),
    ],
  ])('none to somebody who %s', async (_, is) => {
    const ana = await someone()
    await is(ana.id)
    expect(await queueRhythmLetters(evening())).toBe(0)
  })

  test('rings as well on the phone of whoever wants it to, once', async () => {
    const ana = await someone()
    const browser = makeBrowser()
    await subscribeDevice(ana, browser.subscription)
    await saveSettings(ana, settingsSchema.parse({ quietFrom: '', quietTo: '', push_nudge: 'on' }))
    await makeEvent({ title: 'Café du port', startsAt: ahead(2), endsAt: ahead(2.1) })
    await queueRhythmLetters(evening())
    const [job] = await writtenJobs('rhythm_letter')
    for (let i = 0; i < 2; i++) await sendRhythmLetter(job?.payload as never, service.send)
    const [push, ...more] = service.take().map(({ body }) => browser.read(body))
    expect(more).toEqual([])
    expect(push).toMatchObject({ title: expect.stringContaining('Cela fait un moment') })
    expect(JSON.stringify(push)).toContain('Café du port')
    expect(await mailbox.take()).toEqual([])
  })

  test('not in their quiet hours, nor at another hour', async () => {
    const ana = await someone()
    await makeEvent({ startsAt: ahead(2), endsAt: ahead(2.1) })
    await db.user.update({
      where: { id: ana.id },
      data: { quietFrom: 17 * 60, quietTo: 23 * 60, timeZone: 'UTC' },
    })
    expect(await queueRhythmLetters(evening())).toBe(0)
    await db.user.update({ where: { id: ana.id }, data: { quietFrom: null, quietTo: null } })
    expect(await queueRhythmLetters(new Date(+evening() - 2 * 3_600_000))).toBe(0)
    expect(await queueRhythmLetters(evening())).toBe(1)
  })

  test('none with nothing to name, none by mail to whom wants none by mail', async () => {
    const ana = await someone()
    await queueRhythmLetters(evening())
    expect(await mails()).toEqual([])
    await saveSettings(ana, settingsSchema.parse({ quietFrom: '', quietTo: '' }))
    await makeEvent({ startsAt: ahead(2), endsAt: ahead(2.1) })
    await db.rhythmLetter.deleteMany()
    expect(await queueRhythmLetters(evening())).toBe(1)
    expect(await mails()).toEqual([])
  })
})

test('a digest goes to those who asked, on their day, with nothing near too', async () => {
  const day = ((evening().getUTCDay() + 6) % 7) + 1
  const ana = await someone({}, { digestDay: day })
  await makeRsvp({
    freelancerId: ana.id,
    eventId: (await makeEvent({ startsAt: ahead(2), endsAt: ahead(2.1) })).id,
  })
  expect(await queueRhythmLetters(evening())).toBe(1)
  expect((await mails()).map(({ subject }) => subject)).toEqual(['Cette semaine, près de vous'])
  expect(await queueRhythmLetters(evening(1))).toBe(0)
  expect(await queueRhythmLetters(evening(7))).toBe(1)
})

test('what counts as an outing: events and coffees, seen at the door where anybody was', async () => {
  const ana = await someone()
  const out = async () => (await myRhythm(ana, now()))?.weeks.map(({ out }) => out)
  expect((await out())?.some(Boolean)).toBe(false)
  const event = await makeEvent({ startsAt: ahead(-15), endsAt: ahead(-14.9) })
  await makeRsvp({ eventId: event.id, freelancerId: ana.id })
  expect((await out())?.filter(Boolean)).toHaveLength(1)
  await makeRsvp({ eventId: event.id, position: 2, checkedInAt: ahead(-15) })
  expect((await out())?.some(Boolean)).toBe(false)
  await db.coffee.create({
    data: {
      ...{ status: 'agreed', week: ahead(-8), timeZone: 'UTC', minutes: 45, startsAt: ahead(-8) },
      ...{ options: [ahead(-8)], decideBy: ahead(-9) },
      seats: { create: { freelancerId: ana.id, answer: 'yes', times: 1, answeredAt: ahead(-10) } },
    },
  })
  expect((await out())?.filter(Boolean)).toHaveLength(1)
})

describe('a suggestion names whom one met', () => {
  async function known() {
    const ana = await someone()
    const bob = await makeFreelancer({ name: 'Bob Lam', visibility: 'members' })
    const past = await makeEvent({ startsAt: ahead(-30), endsAt: ahead(-29.9) })
    const next = await makeEvent({ title: 'Afterwork', startsAt: ahead(3), endsAt: ahead(3.1) })
    for (const [position, eventId] of [past.id, next.id].entries()) {
      await makeRsvp({ eventId, freelancerId: bob.id, position: position + 1 })
      if (eventId === past.id) await makeRsvp({ eventId, freelancerId: ana.id, position: 9 })
    }
    const names = async () =>
      (await suggestionsFor(ana, now())).flatMap(({ reasons }) =>
        reasons.flatMap((reason) => (reason.kind === 'known' ? [reason.name] : [])),
      )
    return { ana, bob, next, names }
  }

  test('who lets themselves be seen', async () => {
    expect(await (await known()).names()).toEqual(['Bob'])
  })

  test.each([
    [
      'is hidden',
      async ({ bob }) =>
        void (await db.freelancer.update({ where: { id: bob.id }, data: { visibility: 'hidden' } })),
    ],
    [
      'is not on the list',
      async ({ bob }) =>
        void (await db.rsvp.updateMany({ where: { freelancerId: bob.id }, data: { unlisted: true } })),
    ],
    [
      'comes where names are for guests',
      async ({ next }) =>
        void (await db.event.update({ where: { id: next.id }, data: { listVisibility: 'guests' } })),
    ],
    [
      'blocked them',
      async ({ ana, bob }) => void (await block(toActor({ ...bob, email: '', locale: 'fr' }), ana.id)),
    ],
  ] as [string, (scene: Awaited<ReturnType<typeof known>>) => Promise<void>][])(
    'never one who %s',
    async (_, is) => {
      const scene = await known()
      await is(scene)
      expect(await scene.names()).toEqual([])
    },
  )

  test('nor an outing that is full, answered, or of somebody blocked', async () => {
    const { ana, next } = await known()
    await db.event.update({ where: { id: next.id }, data: { capacity: 1, seatsTaken: 1 } })
    expect(await suggestionsFor(ana, now())).toEqual([])
    await db.event.update({ where: { id: next.id }, data: { capacity: null } })
    await block(ana, next.organizerId)
    expect(await suggestionsFor(ana, now())).toEqual([])
  })
})
