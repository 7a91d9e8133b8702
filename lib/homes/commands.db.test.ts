import { beforeEach, expect, test } from 'vitest'
import type { Actor } from '@/lib/accounts/schema'
import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { cancelEvent, editEvent, publishEvent } from '@/lib/events/commands'
import { admitGuest } from '@/lib/events/guests/commands'
import { inviteHost } from '@/lib/events/hosts/commands'
import { publishDraft, publishDue, saveDraft } from '@/lib/events/publishing/commands'
import { eventSchema } from '@/lib/events/schema'
import { drain } from '@/lib/jobs/worker'
import { joinEvent } from '@/lib/rsvps/commands'
import { DOOR, HOME, makeHomeTable, makeIdentified } from '@/lib/testing/homes'
import { forgetJobs } from '@/lib/testing/jobs'
import { fileMailbox } from '@/lib/testing/mailbox'
import { makeFreelancer, toActor } from '@/lib/testing/makers'

const day = new Date(now().getTime() + 10 * 24 * 3_600_000).toISOString().slice(0, 10)
const form = {
  ...{ kind: 'home_table', day, start: '12:30', end: '14:30', language: 'fr', capacity: '4' },
  ...{ where: 'address', city: 'Cannes', address: HOME.address, placeName: HOME.placeName },
  ...{ lat: String(HOME.lat), lng: String(HOME.lng) },
}
const home = (values: Record<string, string> = {}) => eventSchema.parse({ ...form, ...values })

const mailbox = fileMailbox()
let host: Actor
beforeEach(async () => {
  await forgetJobs()
  await mailbox.take()
  host = toActor(await makeIdentified())
})

test('is published with its door hidden, by its name as well', async () => {
  const published = await publishEvent(host, home(), 'Table à la maison')
  expect(published).toMatchObject({ ok: true, value: { title: 'Table à la maison · Cannes' } })
  if (!published.ok) return
  expect(await db.event.findUnique({ where: { id: published.value.id } })).toMatchObject({
    ...{ address: '', placeName: '', city: 'Cannes', hiddenPlace: HOME, approval: true, capacity: 4 },
  })
})

test('whoever is not identified may write a draft of one, and publish none, now or later', async () => {
  const stranger = toActor(await makeFreelancer())
  const refused = { ok: false, reason: 'home_unidentified' }
  expect(await publishEvent(stranger, home(), '')).toEqual(refused)
  const draft = await saveDraft(stranger, home(), '')
  if (!draft.ok) throw new Error(draft.reason)
  const { id } = draft.value
  expect(await publishDraft(stranger, id)).toEqual(refused)
  const publishAt = now()
  await db.event.update({ where: { id }, data: { publishAt } })
  expect(await publishDue({ eventId: id, publishAt: publishAt.toISOString() })).toBe(false)
  expect(await db.event.findUnique({ where: { id } })).toMatchObject({ status: 'draft', publishAt: null })
})

test('once published it stays one, and what is not one does not become one; it has one host', async () => {
  const published = await publishEvent(host, home(), 'Table')
  const lunch = await publishEvent(host, home({ kind: 'lunch' }), 'Lunch')
  if (!published.ok || !lunch.ok) throw new Error('not published')
  const fixed = { ok: false, reason: 'home_kind_fixed' }
  expect(await editEvent(host, published.value.id, home({ kind: 'lunch' }), '')).toEqual(fixed)
  expect(await editEvent(host, lunch.value.id, home(), '')).toEqual(fixed)
  expect(await editEvent(host, published.value.id, home({ capacity: '5' }), '')).toMatchObject({ ok: true })
  const invited = await inviteHost(host, { eventId: published.value.id, email: 'co@example.org' })
  expect(invited).toEqual({ ok: false, reason: 'home_one_host' })
})

test('mails say where only to whoever was accepted, and only while it takes place', async () => {
  const { id: eventId } = await makeHomeTable({ organizerId: host.id })
  const guest = toActor(await makeIdentified())
  const told = async () => {
    await drain()
    const mails = (await mailbox.take()).filter(({ to }) => [to].flat()[0]?.text === guest.email)
    expect(mails).toHaveLength(1)
    const files = mails.flatMap(({ attachments }) => attachments.map(({ content }) => content.toString()))
    return [mails[0]?.text, mails[0]?.html, ...files].join(' ')
  }
  await joinEvent(guest, eventId)
  expect(await told()).not.toMatch(DOOR)
  await admitGuest(host, { eventId, freelancerId: guest.id })
  expect(await told()).toMatch(DOOR)
  await cancelEvent(host, { id: eventId, message: 'Fièvre' })
  const off = await told()
  expect(off).toContain('Fièvre')
  expect(off).not.toMatch(DOOR)
})
