import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { Actor } from '@/lib/accounts/schema'
import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { drain } from '@/lib/jobs/worker'
import { cancelRsvp, joinEvent } from '@/lib/rsvps/commands'
import { type Mailbox, openMailbox } from '@/lib/testing/mailbox'
import { makeEvent, makeFreelancer, makeRsvp, toActor } from '@/lib/testing/makers'
import { answerGreeting, nameGreeter, removeGreeter, sayShy } from './commands'
import { greetedBy, greetersDesk, greetingOf, isGreeted, ownGreeting } from './queries'

const words = { recognise: 'foulard rouge', meetAt: 'devant le comptoir' }
const named = (name: string) => makeFreelancer({ name, visibility: 'members' }).then(toActor)

let mailbox: Mailbox
beforeAll(async () => {
  mailbox = await openMailbox()
})
afterAll(() => mailbox.close())
beforeEach(async () => {
  await drain()
  await mailbox.take()
})

/** Léa hosts and greets; Ana comes for the first time, Marc comes, and has been out before. */
async function scene() {
  const [lea, ana, marc] = await Promise.all(['Léa Martin', 'Ana Petit', 'Marc Roux'].map(named))
  if (!lea || !ana || !marc) throw new Error('nobody')
  const { id: eventId } = await makeEvent({ organizerId: lea.id, title: 'Apéro' })
  const before = await makeEvent({ startsAt: hours(-50), endsAt: hours(-48) })
  await makeRsvp({ eventId: before.id, freelancerId: marc.id })
  for (const guest of [ana, marc]) await joinEvent(guest, eventId)
  const greeter = { eventId, freelancerId: lea.id, everyDate: false, ...words }
  expect(await nameGreeter(lea, greeter)).toEqual({ ok: true, value: undefined })
  return { lea, ana, marc, eventId, greeter }
}

const hours = (n: number) => new Date(now().getTime() + n * 3_600_000)
const shyTo = async (greeter: Actor, eventId: string) => (await ownGreeting(greeter.id, eventId, now()))?.shy

it('tells who greets to those alone who come for the first time', async () => {
  const { lea, ana, marc, eventId } = await scene()
  const stranger = await named('Zoé')
  expect(await greetedBy(ana.id, eventId, now())).toEqual({
    shy: false,
    greeters: [{ firstName: 'Léa', ...words }],
  })
  for (const { id } of [lea, marc, stranger]) expect(await greetedBy(id, eventId, now())).toBeNull()
  expect(await greetingOf(null, eventId, now())).toEqual({ somebody: true, greeted: null, own: null })
  await db.rsvp.updateMany({ where: { eventId, freelancerId: marc.id }, data: { firstTime: true } })
  expect(await greetedBy(marc.id, eventId, now())).not.toBeNull()
})

it('says nothing once the outing is over, called off, or the seat is given up', async () => {
  const { ana, eventId } = await scene()
  expect(await isGreeted(eventId, hours(1000))).toBe(false)
  expect(await greetedBy(ana.id, eventId, hours(1000))).toBeNull()
  await cancelRsvp(ana, eventId)
  expect(await greetedBy(ana.id, eventId, now())).toBeNull()
  await db.event.update({ where: { id: eventId }, data: { status: 'cancelled' } })
  expect(await isGreeted(eventId, now())).toBe(false)
})

it('"a bit shy" is for the greeter alone, and goes with the seat', async () => {
  const { lea, ana, marc, eventId } = await scene()
  const cohost = await named('Zoé')
  await db.eventHost.create({ data: { eventId, freelancerId: cohost.id } })
  expect(await shyTo(lea, eventId)).toEqual([])
  expect(await sayShy(ana, { eventId, shy: true })).toEqual({ ok: true, value: undefined })
  expect(await shyTo(lea, eventId)).toEqual(['Ana'])
  for (const { id } of [ana, marc, cohost]) expect(await ownGreeting(id, eventId, now())).toBeNull()
  expect(JSON.stringify(await greetersDesk(cohost, eventId))).not.toContain('shy')
  await sayShy(ana, { eventId, shy: false })
  expect(await shyTo(lea, eventId)).toEqual([])
  await sayShy(ana, { eventId, shy: true })
  await cancelRsvp(ana, eventId)
  expect(await shyTo(lea, eventId)).toEqual([])
  await joinEvent(ana, eventId)
  expect(await shyTo(lea, eventId)).toEqual([])
})

it('whoever is not greeted has nobody to tell', async () => {
  const { lea, marc, eventId } = await scene()
  const stranger = await named('Zoé')
  for (const actor of [lea, marc, stranger])
    expect(await sayShy(actor, { eventId, shy: true })).toEqual({ ok: false, reason: 'not_found' })
  expect(await db.rsvp.count({ where: { eventId, shy: true } })).toBe(0)
})

it('a block hides greeter and guest from each other, whoever made it', async () => {
  const { lea, ana, eventId } = await scene()
  await sayShy(ana, { eventId, shy: true })
  for (const [blockerId, blockedId] of [
    [lea.id, ana.id],
    [ana.id, lea.id],
  ] as const) {
    await db.block.create({ data: { blockerId, blockedId } })
    expect(await greetedBy(ana.id, eventId, now())).toBeNull()
    expect(await shyTo(lea, eventId)).toEqual([])
    await db.block.deleteMany({ where: { blockerId, blockedId } })
  }
  expect(await shyTo(lea, eventId)).toEqual(['Ana'])
})

it('a guest is asked by mail, named once they agree, and may step down', async () => {
  const { lea, ana, marc, eventId } = await scene()
  await removeGreeter(lea, { eventId, freelancerId: lea.id })
  await drain()
  await mailbox.take()
  await nameGreeter(lea, { eventId, freelancerId: marc.id, everyDate: false, ...words })
  await drain()
  const [mail] = await mailbox.take()
  expect(mail?.subject).toBe('Accueillir les nouveaux : Apéro')
  expect(mail?.text).toContain(`/fr/events/${eventId}`)
  expect(await greetedBy(ana.id, eventId, now())).toBeNull()
  expect(await ownGreeting(marc.id, eventId, now())).toMatchObject({ agreed: false, shy: [] })
  expect(await answerGreeting(ana, { eventId, answer: 'yes' })).toEqual({ ok: false, reason: 'not_found' })
  await answerGreeting(marc, { eventId, answer: 'yes' })
  expect((await greetedBy(ana.id, eventId, now()))?.greeters).toEqual([{ firstName: 'Marc', ...words }])
  // Other words ask nothing anew.
  await nameGreeter(lea, { eventId, freelancerId: marc.id, everyDate: false, ...words, recognise: 'béret' })
  expect((await greetedBy(ana.id, eventId, now()))?.greeters[0]?.recognise).toBe('béret')
  await answerGreeting(marc, { eventId, answer: 'no' })
  expect(await isGreeted(eventId, now())).toBe(false)
  await drain()
  expect(await mailbox.take()).toEqual([])
})

it('a greeter who gives up their seat greets nobody', async () => {
  const { lea, ana, marc, eventId } = await scene()
  await removeGreeter(lea, { eventId, freelancerId: lea.id })
  await nameGreeter(lea, { eventId, freelancerId: marc.id, everyDate: false, ...words })
  await answerGreeting(marc, { eventId, answer: 'yes' })
  await cancelRsvp(marc, eventId)
  expect(await greetedBy(ana.id, eventId, now())).toBeNull()
  expect(await ownGreeting(marc.id, eventId, now())).toBeNull()
  const desk = await greetersDesk(lea, eventId)
  expect(desk?.greeters.map(({ standing }) => standing)).toEqual(['away'])
})

it('three greet at most, and only who comes', async () => {
  const { lea, eventId, greeter } = await scene()
  const stranger = await named('Zoé')
  const refused = await nameGreeter(lea, { ...greeter, freelancerId: stranger.id })
  expect(refused).toEqual({ ok: false, reason: 'greeter_unknown' })
  const guests = await Promise.all(['Un', 'Deux', 'Trois'].map(named))
  for (const guest of guests) await joinEvent(guest, eventId)
  const answers = []
  for (const { id } of guests) answers.push(await nameGreeter(lea, { ...greeter, freelancerId: id }))
  expect(answers.map(({ ok }) => ok)).toEqual([true, true, false])
  expect(answers[2]).toMatchObject({ reason: 'too_many_greeters' })
})
