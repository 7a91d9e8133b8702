import { expect, test } from 'vitest'
import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { makeEvent, makeFreelancer, makeRsvp } from '@/lib/testing/makers'
import { metBy, wereTogether } from './queries'
import { CROWD } from './rules'

const hoursAgo = (hours: number) => new Date(now().getTime() - hours * 3_600_000)
const someone = async (values = {}) => (await makeFreelancer({ visibility: 'members', ...values })).id
const over = (values = {}) => makeEvent({ startsAt: hoursAgo(3), endsAt: hoursAgo(1), ...values })

/** Both were at an event, the first as its host where no other is given. */
async function meet(a: string, b: string, event: Parameters<typeof makeEvent>[0] = {}, theirs = {}) {
  const { id } = await over(event)
  await makeRsvp({ eventId: id, freelancerId: a })
  await makeRsvp({ eventId: id, freelancerId: b, ...theirs })
  return id
}

const ids = async (id: string) => (await metBy(id, { now: now() })).map((met) => met.id)

/** What each sees of the other; and whether one may be glad of the other. */
const know = async (a: string, b: string) => [
  (await ids(a)).includes(b),
  (await ids(b)).includes(a),
  await wereTogether(a, b, now()),
]

const YES = [true, true, true]
const NO = [false, false, false]

test('whoever was at an ended event together has met: how often and when last', async () => {
  const [ana, bob, cleo] = [await someone(), await someone(), await someone()]
  await meet(ana, bob, { startsAt: hoursAgo(99), endsAt: hoursAgo(98) })
  await meet(ana, cleo, { startsAt: hoursAgo(60), endsAt: hoursAgo(59) })
  const last = hoursAgo(2)
  await meet(ana, bob, { endsAt: last })
  expect(await metBy(ana, { now: now() })).toEqual([
    { id: bob, times: 2, last, timeZone: 'Europe/Paris' },
    { id: cleo, times: 1, last: expect.any(Date), timeZone: 'Europe/Paris' },
  ])
  expect(await ids(bob)).toEqual([ana])
  expect(await know(bob, cleo)).toEqual(NO)
})

test('hosts are there, and count once when they also have a seat', async () => {
  const [host, cohost, guest] = [await someone(), await someone(), await someone()]
  const event = await over({ organizerId: host })
  await db.eventHost.create({ data: { eventId: event.id, freelancerId: cohost } })
  for (const freelancerId of [guest, host]) await makeRsvp({ eventId: event.id, freelancerId })
  expect((await metBy(guest, { now: now() })).map(({ id, times }) => [id, times]).sort()).toEqual(
    [host, cohost].sort().map((id) => [id, 1]),
  )
  expect(await know(host, cohost)).toEqual(YES)
})

test.each([
  ['did not come', {}, { status: 'cancelled' }],
  ['only waited', {}, { status: 'waitlisted' }],
  ['is in no list of names', {}, { unlisted: true }],
  ['is at one that goes on', { endsAt: hoursAgo(-1) }, {}],
  ['was at one that was called off', { status: 'cancelled' }, {}],
  ['was where the hosts keep the list to themselves', { listVisibility: 'hosts' }, {}],
] as const)('nobody met somebody who %s', async (_case, event, theirs) => {
  const [ana, bob] = [await someone(), await someone()]
  await meet(ana, bob, event, theirs)
  expect(await know(ana, bob)).toEqual(NO)
})

test('where anybody was checked in, only those who were', async () => {
  const [ana, bob, cleo] = [await someone(), await someone(), await someone()]
  const eventId = await meet(ana, bob)
  await makeRsvp({ eventId, freelancerId: cleo })
  await db.rsvp.updateMany({
    where: { eventId, freelancerId: { in: [ana, cleo] } },
    data: { checkedInAt: hoursAgo(2) },
  })
  expect(await know(ana, cleo)).toEqual(YES)
  expect(await know(ana, bob)).toEqual(NO)
  expect(await know(bob, cleo)).toEqual(NO)
})

test('both must let themselves be seen, then and now', async () => {
  const [ana, bob] = [await someone(), await someone()]
  await meet(ana, bob)
  for (const [change, back] of [
    [{ visibility: 'hidden' }, { visibility: 'members' }],
    [{ seeAgain: false }, { seeAgain: true }],
  ] as const) {
    for (const id of [ana, bob]) {
      await db.freelancer.update({ where: { id }, data: change })
      expect(await know(ana, bob)).toEqual(NO)
      await db.freelancer.update({ where: { id }, data: back })
    }
  }
  expect(await know(ana, bob)).toEqual(YES)
})

test('a block hides each from the other', async () => {
  const [ana, bob] = [await someone(), await someone()]
  await meet(ana, bob)
  await db.block.create({ data: { blockerId: ana, blockedId: bob } })
  expect(await know(ana, bob)).toEqual(NO)
  expect(await know(bob, ana)).toEqual(NO)
})

test('in a crowd nobody has met yet, but whom one was glad of, and then on one’s own side alone', async () => {
  const [ana, bob] = [await someone(), await someone()]
  const eventId = await meet(ana, bob, {}, { partySize: 6 })
  for (let guests = 7; guests <= CROWD; guests += 6) await makeRsvp({ eventId, partySize: 6 })
  expect(await know(ana, bob)).toEqual([false, false, true])
  await db.glad.create({ data: { personId: ana, aboutId: bob } })
  expect(await know(ana, bob)).toEqual([true, false, true])
  await db.glad.create({ data: { personId: bob, aboutId: ana } })
  expect(await know(ana, bob)).toEqual(YES)
})

test('up to thirty is no crowd, companions included', async () => {
  const [ana, bob] = [await someone(), await someone()]
  const eventId = await meet(ana, bob, {}, { partySize: 5 })
  for (let seats = 6; seats < CROWD; seats += 6) await makeRsvp({ eventId, partySize: 6 })
  expect(await know(ana, bob)).toEqual(YES)
  await makeRsvp({ eventId })
  expect(await know(ana, bob)).toEqual([false, false, true])
})

test('a coffee that was agreed counts like an event, once it is over, and unless somebody missed it', async () => {
  const [ana, bob] = [await someone(), await someone()]
  const said = { answer: 'yes' as const, times: 1, answeredAt: hoursAgo(30) }
  const { id } = await db.coffee.create({
    data: {
      ...{ week: hoursAgo(48), timeZone: 'Europe/Paris', minutes: 60, status: 'agreed' },
      ...{ startsAt: hoursAgo(3), options: [hoursAgo(3)], decideBy: hoursAgo(24) },
      seats: { create: [ana, bob].map((freelancerId) => ({ ...said, freelancerId })) },
    },
  })
  const seat = (data: object) =>
    db.coffeeSeat.updateMany({ where: { coffeeId: id, freelancerId: bob }, data })
  expect(await know(ana, bob)).toEqual(YES)
  await meet(ana, bob)
  expect(await metBy(ana, { now: now() })).toMatchObject([{ id: bob, times: 2 }])
  await db.event.deleteMany()
  await seat({ missed: true })
  expect(await know(ana, bob)).toEqual(NO)
  await seat({ missed: false, met: false })
  expect(await know(ana, bob)).toEqual([true, false, true])
  await seat({ met: null, answer: 'no', times: 0 })
  expect(await know(ana, bob)).toEqual(NO)
  await seat(said)
  await db.coffee.update({ where: { id }, data: { startsAt: hoursAgo(0) } })
  expect(await know(ana, bob)).toEqual(NO)
})
