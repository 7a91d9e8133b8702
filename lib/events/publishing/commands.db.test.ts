import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { Actor } from '@/lib/accounts/schema'
import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { editEvent, publishEvent } from '@/lib/events/commands'
import { eventPage, upcomingEvents } from '@/lib/events/queries'
import { eventSchema } from '@/lib/events/schema'
import { topUpSeries } from '@/lib/events/series/commands'
import { drain } from '@/lib/jobs/worker'
import { NO_FILTERS } from '@/lib/map/rules'
import { joinEvent } from '@/lib/rsvps/commands'
import { forgetJobs, makeJobsDue, writtenJobs } from '@/lib/testing/jobs'
import { type Mailbox, openMailbox } from '@/lib/testing/mailbox'
import { makeEvent, makeFreelancer, toActor } from '@/lib/testing/makers'
import { keepDraft, publishDraft, publishDue, publishLater, saveDraft } from './commands'

const DAY = 86_400_000
const dayIn = (days: number) => new Date(now().getTime() + days * DAY).toISOString().slice(0, 10)
const form = {
  ...{ kind: 'open_coffee', day: dayIn(10), start: '08:30', end: '10:00', language: 'fr', title: 'Café' },
  ...{ where: 'online', onlineUrl: 'https://meet.example.org/x' },
}

let mailbox: Mailbox
let lea: Actor
beforeAll(async () => {
  mailbox = await openMailbox()
})
afterAll(() => mailbox.close())
beforeEach(async () => {
  await forgetJobs()
  await mailbox.take()
  lea = toActor(await makeFreelancer({ name: 'Léa' }))
})

async function drafted(values: Record<string, string> = {}): Promise<string> {
  const saved = await saveDraft(lea, eventSchema.parse({ ...form, ...values }), 'Open coffee')
  if (!saved.ok) throw new Error(saved.reason)
  return saved.value.id
}

const statusOf = async (id: string) => (await db.event.findUniqueOrThrow({ where: { id } })).status

async function groupOf(owner: Actor, ...members: Actor[]): Promise<string> {
  const people = [
    { freelancerId: owner.id, role: 'owner' as const },
    ...members.map(({ id }) => ({ freelancerId: id })),
  ]
  const data = { name: 'Open Coffee Cannes', language: 'fr', members: { create: people } }
  return (await db.group.create({ data })).id
}

it('shows a draft to its hosts alone, and lets nobody in', async () => {
  const id = await drafted()
  const bob = toActor(await makeFreelancer())
  expect(await eventPage(id, lea.id)).toMatchObject({ status: 'draft', title: 'Café' })
  expect([await eventPage(id), await eventPage(id, bob.id)]).toEqual([null, null])
  expect(await joinEvent(bob, id)).toMatchObject({ ok: false })
  expect(await writtenJobs()).toEqual([])
})

it('keeps a draft whose day is past, and asks for another before it goes out', async () => {
  const id = await drafted({ day: dayIn(-3) })
  expect(await publishDraft(lea, id)).toEqual({ ok: false, reason: 'starts_in_past' })
  const mended = await editEvent(lea, id, eventSchema.parse(form), 'Open coffee')
  expect(mended.ok).toBe(true)
  expect(await publishDraft(lea, id)).toEqual({ ok: true })
  expect(await statusOf(id)).toBe('published')
  expect(await publishDraft(lea, id)).toEqual({ ok: false, reason: 'not_found' })
})

it('keeps no draft that comes back, and none in the name of a group that is somebody else’s', async () => {
  const weekly = eventSchema.parse({ ...form, repeat: 'weekly' })
  expect(await saveDraft(lea, weekly, '')).toEqual({ ok: false, reason: 'draft_comes_back' })
  const groupId = await groupOf(toActor(await makeFreelancer()), lea)
  const named = eventSchema.parse({ ...form, groupId })
  expect(await saveDraft(lea, named, '')).toEqual({ ok: false, reason: 'group_unknown' })
  expect(await publishEvent(lea, named, '')).toEqual({ ok: false, reason: 'group_unknown' })
})

it('goes out by itself at its moment, and tells each member of its group once', async () => {
  const [ana, muted] = [await makeFreelancer({ name: 'Ana' }), await makeFreelancer()]
  await db.messageSetting.create({
    data: { userId: muted.id, kind: 'group_event', mail: false, push: false },
  })
  const groupId = await groupOf(lea, toActor(ana), toActor(muted))
  const id = await drafted({ groupId })
  expect(await publishLater(lea, { eventId: id, publishDay: dayIn(3), publishTime: '09:00' })).toEqual({
    ok: true,
  })
  await drain()
  expect(await statusOf(id)).toBe('draft')
  await makeJobsDue()
  await drain()
  await drain()
  expect(await statusOf(id)).toBe('published')
  const mails = await mailbox.take()
  expect(mails.map(({ subject }) => subject?.replace(/\s/g, ' '))).toEqual(['Open Coffee Cannes : Café'])
  expect(JSON.stringify(mails[0]?.to)).toContain(ana.email)
  expect(JSON.stringify(mails[0]?.headers.get('list'))).toContain('group-event')
})

it('tells of a series once, not of each of its dates', async () => {
  const groupId = await groupOf(lea, toActor(await makeFreelancer()))
  const weekly = await publishEvent(lea, eventSchema.parse({ ...form, groupId, repeat: 'weekly' }), '')
  if (!weekly.ok) throw new Error(weekly.reason)
  const { seriesId } = await db.event.findUniqueOrThrow({ where: { id: weekly.value.id } })
  const dates = await db.event.findMany({ where: { seriesId } })
  expect(dates.length).toBeGreaterThan(5)
  expect(dates.every((date) => date.groupId === groupId)).toBe(true)
  await drain()
  await topUpSeries(new Date(now().getTime() + 30 * DAY))
  await drain()
  expect(await mailbox.take()).toHaveLength(1)
})

it('obeys the last moment that was said, and none that was taken back', async () => {
  const id = await drafted()
  const at = async (publishDay: string) => {
    await publishLater(lea, { eventId: id, publishDay, publishTime: '09:00' })
    return (await db.event.findUniqueOrThrow({ where: { id } })).publishAt?.toISOString() ?? ''
  }
  const [first, second] = [await at(dayIn(2)), await at(dayIn(3))]
  expect(await publishDue({ eventId: id, publishAt: first })).toBe(false)
  await keepDraft(lea, id)
  expect(await publishDue({ eventId: id, publishAt: second })).toBe(false)
  expect(await statusOf(id)).toBe('draft')
})

it('stays a draft when its start went by before its moment', async () => {
  const id = await drafted()
  const publishAt = new Date(now().getTime() - 1000)
  const [startsAt, endsAt] = [-60_000, 3_600_000].map((on) => new Date(publishAt.getTime() + on))
  const past = { startsAt, endsAt, publishAt }
  await db.event.update({ where: { id }, data: past })
  expect(await publishDue({ eventId: id, publishAt: publishAt.toISOString() })).toBe(false)
  expect(await db.event.findUnique({ where: { id } })).toMatchObject({ status: 'draft', publishAt: null })
})

it('tells nobody of what is for those who have the link, and lists it nowhere', async () => {
  const groupId = await groupOf(lea, toActor(await makeFreelancer()))
  const hidden = await publishEvent(lea, eventSchema.parse({ ...form, groupId, unlisted: 'on' }), '')
  if (!hidden.ok) throw new Error(hidden.reason)
  expect(await writtenJobs('group_event')).toEqual([])
  const open = await makeEvent({ title: 'Visible' })
  const anywhere = { bbox: null, filters: NO_FILTERS, now: now(), timeZone: 'UTC', limit: 100 }
  const { events } = await upcomingEvents(anywhere)
  expect(events.map(({ id }) => id)).toContain(open.id)
  expect(events.map(({ id }) => id)).not.toContain(hidden.value.id)
  expect(await eventPage(hidden.value.id)).toMatchObject({ unlisted: true })
})
