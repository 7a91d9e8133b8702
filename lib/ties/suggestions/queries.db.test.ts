import { beforeEach, expect, test } from 'vitest'
import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { makeEvent, makeFreelancer } from '@/lib/testing/makers'
import type { MetPerson } from '@/lib/ties/queries'
import { suggestions } from './queries'

const DAY = 86_400_000
const inDays = (days: number) => new Date(now().getTime() + days * DAY)
const CANNES = { cellLat: 43.555, cellLng: 7.013 }
const ANTIBES = { cellLat: 43.585, cellLng: 7.123 }
const NICE = { cellLat: 43.705, cellLng: 7.263 }

beforeEach(() => db.event.deleteMany())

const someone = (home: object = {}) => makeFreelancer({ visibility: 'members', ...home })

/** Somebody tied, not seen for so many weeks. */
const tie = ({ id, name, trade }: Awaited<ReturnType<typeof someone>>, weeks: number): MetPerson => ({
  ...{ id, name, trade, glad: true, tied: true, myWay: '', theirWay: '', times: 1 },
  last: inDays(-7 * weeks - 1),
  timeZone: 'Europe/Paris',
})

const small = (values: Parameters<typeof makeEvent>[0] = {}) =>
  makeEvent({ capacity: 6, startsAt: inDays(3), endsAt: inDays(3.1), ...values })

test('those not seen the longest, two at most, with the soonest small outing near both', async () => {
  const me = await someone(CANNES)
  const [bob, cleo, dan, eva] = [
    await someone(ANTIBES),
    await someone(NICE),
    await someone(),
    await someone(CANNES),
  ]
  await small({ capacity: 40, startsAt: inDays(1), endsAt: inDays(1.1) })
  await small({ seatsTaken: 6, startsAt: inDays(1), endsAt: inDays(1.1) })
  await small({ unlisted: true, startsAt: inDays(1), endsAt: inDays(1.1) })
  const soonest = await small({ title: 'Café à six' })
  await small({ startsAt: inDays(4), endsAt: inDays(4.1) })
  const said = await suggestions(
    me.id,
    [tie(bob, 8), tie(eva, 6), tie(cleo, 12), tie(dan, 2)],
    new Map(),
    now(),
  )
  expect([...said].map(([id, { weeks, event }]) => [id, weeks, event?.id])).toEqual([
    [cleo.id, 12, undefined],
    [bob.id, 8, soonest.id],
  ])
  // Where somebody lives is not known: nothing is near both.
  const [alone] = (await suggestions(me.id, [tie(dan, 9)], new Map(), now())).values()
  expect(alone).toMatchObject({ weeks: 9, free: null, event: null })
})

test('the half-days are those that both stated for coffees, and none of somebody who pauses', async () => {
  const [me, bob] = [await someone(CANNES), await someone(CANNES)]
  const all = { reachKm: 5, halfDays: 2 ** 14 - 1 }
  await db.coffeeMember.create({ data: { freelancerId: me.id, ...all } })
  const free = async () => (await suggestions(me.id, [tie(bob, 7)], new Map(), now())).get(bob.id)?.free
  expect(await free()).toBeNull()
  await db.coffeeMember.create({ data: { freelancerId: bob.id, ...all } })
  expect(await free()).toMatchObject({ half: 'morning' })
  await db.coffeeMember.update({ where: { freelancerId: bob.id }, data: { pausedAt: now() } })
  expect(await free()).toBeNull()
})

test('nothing while an outing or a coffee is ahead for both', async () => {
  const [me, bob] = [await someone(CANNES), await someone(CANNES)]
  expect((await suggestions(me.id, [tie(bob, 7)], new Map([[bob.id, {}]]), now())).size).toBe(0)
  const seat = { answer: 'yes' as const, times: 1, answeredAt: now() }
  await db.coffee.create({
    data: {
      ...{ week: inDays(2), timeZone: 'Europe/Paris', minutes: 60, status: 'agreed', decideBy: inDays(1) },
      ...{ startsAt: inDays(2), options: [inDays(2)] },
      seats: { create: [me, bob].map(({ id }) => ({ ...seat, freelancerId: id })) },
    },
  })
  expect((await suggestions(me.id, [tie(bob, 7)], new Map(), now())).size).toBe(0)
})
