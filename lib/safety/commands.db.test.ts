import { beforeEach, expect, test } from 'vitest'
import type { Actor } from '@/lib/accounts/schema'
import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { inviteHost } from '@/lib/events/hosts/commands'
import { eraseAccount } from '@/lib/freelancers/commands'
import { drain } from '@/lib/jobs/worker'
import { cancelRsvp } from '@/lib/rsvps/commands'
import { DOOR, HOME, makeHomeTable, makeIdentified } from '@/lib/testing/homes'
import { forgetJobs, makeJobsDue } from '@/lib/testing/jobs'
import { fileMailbox } from '@/lib/testing/mailbox'
import { makeEvent, makeFreelancer, makeRsvp, toActor } from '@/lib/testing/makers'
import { answerByToken, distrust, neverAgain, sayLeft, stayLonger, trust } from './commands'
import { leftToken, neverToken, ownTrust } from './queries'
import { trustedSchema } from './schema'

const MINUTE = 60_000
const MARIE = 'marie@example.com'

const mailbox = fileMailbox()

let [ines, host]: Actor[] = []
let eventId: string
beforeEach(async () => {
  await forgetJobs()
  await mailbox.take()
  await db.rateLimit.deleteMany()
  await db.suppressedAddress.deleteMany()
  ines = toActor(await makeIdentified({ name: 'Inès Diaz' }))
  host = toActor(await makeIdentified({ name: 'Léa' }))
  eventId = (await makeHomeTable({ organizerId: host.id, seatsTaken: 1 })).id
  await makeRsvp({ eventId, freelancerId: ines.id })
})
const me = () => ines as Actor

const said = (more: Record<string, string> = {}) =>
  trustedSchema.parse({ eventId, name: 'Marie', email: MARIE, telling: 'at_start', grace: '30', ...more })

/** The outing began, and ends in so many minutes (it is over where they are negative); whatever is due is done. */
async function endsIn(minutes: number): Promise<void> {
  const endsAt = new Date(now().getTime() + minutes * MINUTE)
  await db.event.update({
    where: { id: eventId },
    data: { startsAt: new Date(endsAt.getTime() - 120 * MINUTE), endsAt },
  })
  await makeJobsDue()
  await drain()
}

const subjects = async () =>
  (await mailbox.take()).map(({ to, subject }) => [[to].flat()[0]?.text, subject?.replace(/\s/g, ' ')])
const contact = () => db.trustedContact.findFirst({ where: { eventId, freelancerId: me().id } })

test('from the start to the call: told once, the person asked twice, and only then the contact asked, once', async () => {
  expect(await trust(me(), said())).toEqual({ ok: true })
  await drain()
  await makeJobsDue()
  await drain()
  expect(await subjects()).toEqual([])
  await endsIn(60)
  expect(await subjects()).toEqual([[MARIE, 'Inès Diaz est de sortie et vous a nommé·e']])
  await endsIn(-1)
  expect(await subjects()).toEqual([[me().email, 'Êtes-vous parti·e ?']])
  await endsIn(-31)
  expect(await subjects()).toEqual([[me().email, expect.stringContaining('Toujours là-bas')]])
  await makeJobsDue()
  await drain()
  // A quarter of an hour is left to answer.
  expect(await subjects()).toEqual([])
  await db.trustedContact.updateMany({ data: { warnedAt: new Date(now().getTime() - 16 * MINUTE) } })
  await makeJobsDue()
  await drain()
  await makeJobsDue()
  await drain()
  expect(await subjects()).toEqual([[MARIE, expect.stringContaining('pouvez-vous l’appeler')]])
  expect(await sayLeft(me(), eventId)).toEqual({ ok: true })
  expect(await sayLeft(me(), eventId)).toEqual({ ok: true })
  await drain()
  expect(await subjects()).toEqual([[MARIE, 'Inès Diaz est parti·e, tout va bien']])
  await db.trustedContact.updateMany({ data: { leftAt: new Date(now().getTime() - 25 * 60 * MINUTE) } })
  await makeJobsDue()
  await drain()
  expect(await contact()).toBeNull()
  expect(await subjects()).toEqual([])
})

test('nothing of where and until when, unless it was said', async () => {
  await trust(me(), said())
  await endsIn(60)
  const [quiet] = await mailbox.take()
  expect(quiet?.text).not.toMatch(DOOR)
  expect(quiet?.text).not.toMatch(/Cannes|Jusque/)
  await db.trustedContact.deleteMany()
  await trust(me(), said({ tellWhere: 'on', tellUntil: 'on' }))
  await drain()
  const [open] = await mailbox.take()
  expect(open?.text).toContain(HOME.address)
  expect(open?.text).toMatch(/Jusque vers/)
})

test('whoever left before the contact heard of it: no letter at all', async () => {
  await trust(me(), said({ telling: 'if_needed' }))
  await endsIn(10)
  await sayLeft(me(), eventId)
  await endsIn(-200)
  expect(await subjects()).toEqual([])
})

test('an hour more moves everything, and the person is asked anew', async () => {
  await trust(me(), said({ telling: 'if_needed' }))
  await endsIn(-1)
  const { id } = (await contact()) ?? { id: '' }
  expect(await answerByToken(leftToken(id), 'longer')).toEqual({ ok: true })
  await makeJobsDue()
  await drain()
  expect(await subjects()).toHaveLength(1)
  expect(await contact()).toMatchObject({ extra: expect.toBeOneOf([61, 62]), remindedAt: null })
  await endsIn(-62)
  expect(await subjects()).toEqual([[me().email, 'Êtes-vous parti·e ?']])
  await db.trustedContact.updateMany({ data: { extra: 590 } })
  expect(await stayLonger(me(), eventId)).toEqual({ ok: false, reason: 'too_long' })
  expect(await answerByToken(leftToken(id), 'left')).toEqual({ ok: true })
  expect(await contact()).toMatchObject({ leftAt: expect.any(Date) })
  expect(await answerByToken('nonsense', 'left')).toEqual({ ok: false, reason: 'not_found' })
})

test('giving the seat up, a cancelled outing and an erased account end it', async () => {
  await trust(me(), said({ telling: 'hour_before' }))
  await db.event.update({
    where: { id: eventId },
    data: {
      startsAt: new Date(now().getTime() + 30 * MINUTE),
      endsAt: new Date(now().getTime() + 90 * MINUTE),
    },
  })
  await drain()
  expect(await subjects()).toHaveLength(1)
  await cancelRsvp(me(), eventId)
  await drain()
  const told = await subjects()
  expect(told.filter(([to]) => to === MARIE)).toEqual([[MARIE, expect.stringContaining('n’y est pas')]])

  expect(await trust(host as Actor, said({ telling: 'if_needed' }))).toEqual({ ok: true })
  await db.event.update({ where: { id: eventId }, data: { status: 'cancelled' } })
  await drain()
  expect(await db.trustedContact.findFirst({ where: { freelancerId: host?.id } })).toMatchObject({
    offAt: expect.any(Date),
  })
  await makeJobsDue()
  await drain()
  expect((await subjects()).filter(([to]) => to === MARIE)).toEqual([])
  await eraseAccount(me(), { email: me().email })
  expect(await contact()).toBeNull()
})

test('one link, and nobody here writes to them again, whoever names them', async () => {
  await trust(me(), said())
  await endsIn(60)
  const [letter] = await mailbox.take()
  expect(letter?.text).toContain(`/never/${neverToken(MARIE)}`)
  expect(letter?.headers.get('list')).toMatchObject({
    unsubscribe: { url: expect.stringContaining('/api/never/') },
  })
  expect(await neverAgain(neverToken(MARIE))).toEqual({ ok: true })
  expect(JSON.stringify(await db.suppressedAddress.findMany())).not.toContain('marie')
  expect(await contact()).toMatchObject({ email: null })
  await db.trustedContact.updateMany({ data: { warnedAt: new Date(now().getTime() - 60 * MINUTE) } })
  await endsIn(-100)
  await makeJobsDue()
  await drain()
  expect((await subjects()).filter(([to]) => to === MARIE)).toEqual([])
  const declined = { ok: false, reason: 'contact_declined' }
  expect(await trust(host as Actor, said())).toEqual({ ok: false, reason: 'not_found' })
  eventId = (await makeHomeTable({ organizerId: host?.id ?? '' })).id
  expect(await trust(host as Actor, said())).toEqual(declined)
  const other = await makeEvent({ organizerId: host?.id ?? '' })
  await inviteHost(host as Actor, { eventId: other.id, email: MARIE })
  await drain()
  expect((await subjects()).filter(([to]) => to === MARIE)).toEqual([])
  expect(await neverAgain('nonsense')).toEqual({ ok: false, reason: 'not_found' })
})

test('no way to spam: so many addresses a day, and so many outings for one address', async () => {
  for (const name of ['a', 'b', 'c', 'd']) {
    expect(await trust(me(), said({ email: `${name}@example.com` }))).toEqual({ ok: true })
  }
  // The same address again is a change of what they may know, and costs nothing.
  expect(await trust(me(), said({ email: 'd@example.com', tellWhere: 'on' }))).toEqual({ ok: true })
  expect(await trust(me(), said({ email: 'e@example.com' }))).toEqual({ ok: false, reason: 'contact_limit' })
  await db.rateLimit.deleteMany()
  const tries = [host as Actor, me()]
  for (const actor of tries) expect(await trust(actor, said())).toEqual({ ok: true })
  const bob = toActor(await makeIdentified())
  await makeRsvp({ eventId, freelancerId: bob.id })
  expect(await trust(bob, said())).toEqual({ ok: false, reason: 'contact_limit' })
})

test('only the host and accepted guests name somebody, not themselves, and nobody else reads whom', async () => {
  const asking = toActor(await makeIdentified())
  await makeRsvp({ eventId, freelancerId: asking.id, status: 'asked' })
  const stranger = toActor(await makeFreelancer())
  for (const actor of [asking, stranger]) {
    expect(await trust(actor, said())).toEqual({ ok: false, reason: 'not_found' })
    expect(await ownTrust(actor.id, eventId, now())).toBeNull()
    expect(await sayLeft(actor, eventId)).toEqual({ ok: false, reason: 'not_found' })
    expect(await stayLonger(actor, eventId)).toEqual({ ok: false, reason: 'not_found' })
    expect(await distrust(actor, eventId)).toEqual({ ok: false, reason: 'not_found' })
  }
  expect(await trust(me(), said({ email: me().email }))).toEqual({ ok: false, reason: 'contact_self' })
  await trust(me(), said())
  expect(await ownTrust(host?.id ?? '', eventId, now())).toEqual({ contact: null })
  expect(await ownTrust(me().id, eventId, now())).toMatchObject({ contact: { name: 'Marie', told: false } })
  expect(await distrust(me(), eventId)).toEqual({ ok: true })
  expect(await contact()).toBeNull()
  await trust(me(), said())
  await endsIn(60)
  expect(await distrust(me(), eventId)).toEqual({ ok: false, reason: 'contact_told' })
  expect(await trust(me(), said({ name: 'Zoé' }))).toEqual({ ok: false, reason: 'contact_told' })
})

test('two workers at once send a letter once', async () => {
  await trust(me(), said())
  await endsIn(60)
  await db.trustedContact.updateMany({ data: { toldAt: null } })
  await mailbox.take()
  await db.event.update({ where: { id: eventId }, data: { endsAt: new Date(now().getTime() + 59 * MINUTE) } })
  await db.event.update({ where: { id: eventId }, data: { endsAt: new Date(now().getTime() + 58 * MINUTE) } })
  await Promise.all([drain(), drain()])
  expect(await subjects()).toHaveLength(1)
})
