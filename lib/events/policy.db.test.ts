import { globSync } from 'node:fs'
import path from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/accounts/schema'
import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { doAgain } from '@/lib/events/after/commands'
import { syncDoor } from '@/lib/events/checkin/commands'
import { doorList } from '@/lib/events/checkin/queries'
import { guestSheet } from '@/lib/events/export/queries'
import { nameGreeter, removeGreeter } from '@/lib/events/greeters/commands'
import { greetersDesk } from '@/lib/events/greeters/queries'
import { admitGuest, removeGuest } from '@/lib/events/guests/commands'
import { guestList } from '@/lib/events/guests/queries'
import { lockHosted } from '@/lib/events/hosted/commands'
import { hostedEvent, hostedEvents } from '@/lib/events/hosted/queries'
import { handOver, inviteHost, leaveHosting, removeCohost, withdrawInvite } from '@/lib/events/hosts/commands'
import { eventHosts } from '@/lib/events/hosts/queries'
import { sendMessage } from '@/lib/events/messages/commands'
import { messageDesk } from '@/lib/events/messages/queries'
import { discardDraft, keepDraft, publishDraft, publishLater } from '@/lib/events/publishing/commands'
import { saveTemplate } from '@/lib/events/templates/commands'
import { joinEvent } from '@/lib/rsvps/commands'
import { forgetJobs, writtenJobs } from '@/lib/testing/jobs'
import { makeEvent, makeFreelancer, toActor } from '@/lib/testing/makers'
import { cancelEvent, editEvent } from './commands'
import { eventSchema } from './schema'

type Attempt = (actor: Actor, eventId: string, guestId: string, cohostId: string) => Promise<unknown>

const input = eventSchema.parse({
  ...{
    kind: 'lunch',
    day: new Date(now().getTime() + 10 * 86_400_000).toISOString().slice(0, 10),
    start: '12:30',
    end: '14:00',
    language: 'fr',
    title: 'À moi',
  },
  ...{ where: 'online', onlineUrl: 'https://meet.example.org/x' },
})

const tomorrow = {
  publishDay: new Date(now().getTime() + 86_400_000).toISOString().slice(0, 10),
  publishTime: '09:00',
}

/** Everything that changes an event, or reads what is its organizer's alone, by the name it is exported under. */
const attempts: Record<string, Attempt> = {
  editEvent: (actor, id) => editEvent(actor, id, input, 'Déjeuner'),
  cancelEvent: (actor, id) => cancelEvent(actor, { id, message: '' }),
  editSeries: (actor, id) => editEvent(actor, id, input, 'Déjeuner', { scope: 'all', includeChanged: true }),
  cancelSeries: (actor, id) => cancelEvent(actor, { id, message: '', scope: 'all' }),
  removeGuest: (actor, eventId, freelancerId) => removeGuest(actor, { eventId, freelancerId, note: '' }),
  admitGuest: (actor, eventId, freelancerId) => admitGuest(actor, { eventId, freelancerId }),
  lockHosted: (actor, id) => db.$transaction((tx) => lockHosted(tx, actor, id)),
  inviteHost: (actor, eventId) => inviteHost(actor, { eventId, email: 'zoe@example.org' }),
  withdrawInvite: (actor, eventId) => withdrawInvite(actor, { eventId, inviteId: uuidv7() }),
  removeCohost: (actor, eventId, _, freelancerId) => removeCohost(actor, { eventId, freelancerId }),
  handOver: (actor, eventId, _, freelancerId) => handOver(actor, { eventId, freelancerId }),
  leaveHosting: (actor, eventId) => leaveHosting(actor, eventId),
  nameGreeter: (actor, eventId, freelancerId) =>
    nameGreeter(actor, { eventId, freelancerId, everyDate: false, recognise: 'béret', meetAt: 'au fond' }),
  removeGreeter: (actor, eventId, freelancerId) => removeGreeter(actor, { eventId, freelancerId }),
  greetersDesk: (actor, id) => greetersDesk(actor, id),
  eventHosts: (actor, id) => eventHosts(actor, id),
  doAgain: (actor, id) => doAgain(actor, id),
  syncDoor: (actor, id) => syncDoor(actor, id, []),
  doorList: (actor, id) => doorList(actor, id),
  sendMessage: (actor, eventId) => sendMessage(actor, { eventId, messageId: uuidv7(), body: 'Bonjour' }),
  messageDesk: (actor, id) => messageDesk(actor, id, now()),
  saveTemplate: (actor, eventId) => saveTemplate(actor, { eventId, name: 'Lundi' }),
  guestSheet: (actor, id) => guestSheet(actor, id),
  guestList: (actor, id) => guestList(actor, id),
  hostedEvent: (actor, id) => hostedEvent(actor, id),
  hostedEvents: async (actor, id) => {
    const { coming, past } = await hostedEvents(actor, new Date('2026-01-01'))
    return [...coming, ...past].find((event) => event.id === id) ?? null
  },
}

/** The same of what is not published yet. */
const onDrafts: Record<string, Attempt> = {
  publishDraft: (actor, id) => publishDraft(actor, id),
  publishLater: (actor, eventId) => publishLater(actor, { eventId, ...tomorrow }),
  keepDraft: (actor, id) => keepDraft(actor, id),
  discardDraft: (actor, id) => discardDraft(actor, id),
}

/** What a co-host may not do, and the one thing that the organizer may not. */
const organizersAlone = ['removeCohost', 'handOver']
const cohostsAlone = ['leaveHosting']
/** Open to whoever has the link of a mail: tried in lib/events/hosts. */
const byToken = [
  'acceptInvite',
  'declineInvite',
  'hostedBy',
  'inviteToken',
  'inviteOfToken',
  'openInvite',
  'localeOfAddress',
]
/** Takes no event that exists. */
const harmless = [
  // Answers an empty list to a stranger: tried in its own test.
  'messagesFor',
  // Of one's own part in greeting: tried in lib/events/greeters.
  ...['answerGreeting', 'sayShy', 'greetNewDates', 'greetingOf', 'greetedBy', 'ownGreeting', 'isGreeted'],
  'openRequest',
  // Of one's own RSVP.
  ...['entryCode', 'ownEntryCode'],
  ...['publishEvent', 'publishOne', 'publishSeries', 'topUpSeries', 'valuesOf', 'comeToAll', 'leaveSeries'],
  ...['queueAfterwords', 'forgetWalkInNames', 'saveDraft', 'renameTemplate', 'deleteTemplate'],
]
/** Take a row that their caller has locked for its host: tried through editEvent and cancelEvent. */
const inner = [
  'applyChange',
  'changeRefusal',
  'editOccurrences',
  'cancelOccurrences',
  'announce',
  'publishDue',
]

const files = [
  ...globSync('lib/events/**/commands.ts'),
  ...[
    'lib/events/checkin/queries.ts',
    'lib/events/export/queries.ts',
    'lib/events/messages/queries.ts',
    'lib/events/greeters/queries.ts',
    'lib/events/guests/queries.ts',
    'lib/events/hosted/queries.ts',
    'lib/events/hosts/queries.ts',
  ],
]

const everything = { ...attempts, ...onDrafts }

test.each(files)('%s exports nothing that is not tried here', async (file) => {
  const exported = Object.keys(await import(path.resolve(file)))
  const excused = [...harmless, ...inner, ...byToken]
  expect(exported.filter((name) => !everything[name] && !excused.includes(name))).toEqual([])
})

async function scene(draft = false) {
  const organizer = toActor(await makeFreelancer())
  const event = await makeEvent({ organizerId: organizer.id, capacity: 1 })
  const cohost = toActor(await makeFreelancer())
  await db.eventHost.create({ data: { eventId: event.id, freelancerId: cohost.id } })
  const [guest, waiting, stranger] = await Promise.all(
    Array.from({ length: 3 }, async () => toActor(await makeFreelancer())),
  )
  if (!guest || !waiting || !stranger) throw new Error('unreachable')
  await joinEvent(guest, event.id)
  await joinEvent(waiting, event.id)
  const startsAt = new Date(event.startsAt.getTime() + 2 * 86_400_000)
  const endsAt = new Date(startsAt.getTime() + 3_600_000)
  if (draft) await db.event.update({ where: { id: event.id }, data: { status: 'draft', startsAt, endsAt } })
  await forgetJobs()
  const read = async () => [
    await db.event.findUnique({ where: { id: event.id } }),
    await db.rsvp.findMany({ where: { eventId: event.id }, orderBy: { position: 'asc' } }),
    await db.eventHost.findMany({ where: { eventId: event.id } }),
    await db.eventGreeter.count({ where: { eventId: event.id } }),
    await db.hostInvite.count({ where: { eventId: event.id } }),
    await writtenJobs(),
  ]
  return { organizer, cohost, event, guest, others: { guest, waiting, stranger }, read }
}

describe.each(Object.entries(everything))('%s', (name, attempt) => {
  test('does nothing for anybody else, and answers as if there were no event', async () => {
    const { event, cohost, guest, others, read } = await scene(name in onDrafts)
    const before = await read()
    for (const other of Object.values(others)) {
      const missing = await attempt(other, uuidv7(), guest.id, cohost.id)
      expect(await attempt(other, event.id, guest.id, cohost.id)).toEqual(missing)
      expect(missing === null || (missing as { reason?: string }).reason === 'not_found').toBe(true)
    }
    expect(await read()).toEqual(before)
  })

  test.each(['organizer', 'cohost'] as const)('does its work for the %s who may', async (role) => {
    const { event, cohost, guest, read, ...people } = await scene(name in onDrafts)
    const actor = role === 'cohost' ? cohost : people.organizer
    const before = await read()
    const answer = await attempt(actor, event.id, guest.id, cohost.id)
    if ((role === 'cohost' ? organizersAlone : cohostsAlone).includes(name)) {
      expect(answer).toMatchObject({ ok: false })
      expect(await read()).toEqual(before)
    } else {
      expect(answer).not.toBeNull()
      expect(answer).not.toMatchObject({ ok: false })
    }
  })
})
