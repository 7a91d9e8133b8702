import { expect, test } from 'vitest'
import type { Actor } from '@/lib/accounts/schema'
import { block } from '@/lib/blocks/commands'
import { now } from '@/lib/clock'
import { answerCoffee, decideDue } from '@/lib/coffees/commands'
import { coffeePage } from '@/lib/coffees/queries'
import { db } from '@/lib/db'
import { greetersFor } from '@/lib/newcomers/greeters/queries'
import { makeCoffee, makeDrinker } from '@/lib/testing/coffees'
import { writtenJobs } from '@/lib/testing/jobs'
import { makeEvent, makeFreelancer, makeRsvp, makeSpace, toActor } from '@/lib/testing/makers'
import { beWelcomed, endWay, forgetWays, setOut } from './commands'
import { myWay } from './queries'

const DAY = 86_400_000
let town = 0

/** A town with a café, far from the others. */
async function nowhere() {
  town += 1
  const at = { lat: 45 + town / 2, lng: 3 }
  await makeSpace({ kind: 'cafe', ...at })
  return { cellLat: at.lat, cellLng: at.lng, languages: ['fr'] }
}
const arrived = async (home: { cellLat: number; cellLng: number; languages: string[] }) => {
  const ana = toActor(await makeFreelancer({ name: 'Ana', trade: 'Graphiste', ...home }))
  await setOut(ana)
  return ana
}
const step = async (actor: Actor) => (await myWay(actor, now()))?.step

test('one step at a time: welcomed, a small outing, a coffee, two more outings', async () => {
  const home = await nowhere()
  const greeter = await makeDrinker('Bob', { welcomes: true }, { ...home, visibility: 'members' })
  const ana = await arrived(home)
  expect(await step(ana)).toBe('greeter')
  const asked = await beWelcomed(ana)
  const coffeeId = asked.ok ? asked.value : ''
  expect(await beWelcomed(ana)).toEqual({ ok: false, reason: 'greeter_asked' })
  expect((await writtenJobs('coffee_proposed')).map(({ payload }) => payload)).toContainEqual(
    expect.objectContaining({ coffeeId, freelancerId: greeter.id }),
  )
  expect(await myWay(ana, now())).toMatchObject({ step: 'event', asked: true, walked: 0 })
  await answerCoffee(greeter, { coffeeId, answer: 'yes', times: 7 })
  expect(await coffeePage(ana, coffeeId, now())).toMatchObject({ standing: 'agreed', welcome: true })

  const large = await makeEvent({ lat: home.cellLat, lng: home.cellLng, capacity: 40 })
  expect((await myWay(ana, now()))?.idea).toBeNull()
  await db.event.update({ where: { id: large.id }, data: { goodForNewcomers: true } })
  expect((await myWay(ana, now()))?.idea?.event.id).toBe(large.id)
  await db.event.update({ where: { id: large.id }, data: { goodForNewcomers: false } })
  const small = await makeEvent({ lat: home.cellLat, lng: home.cellLng, capacity: 8, title: 'Petit café' })
  expect((await myWay(ana, now()))?.idea?.event.title).toBe('Petit café')
  for (const [i, { id }] of [small, large, await makeEvent()].entries())
    await makeRsvp({ eventId: id, freelancerId: ana.id, position: i + 1 })
  expect(await myWay(ana, now())).toMatchObject({ step: 'wait', walked: 4 })
  const other = await makeDrinker('Cléo', {}, home)
  const coffee = await makeCoffee([ana, other])
  for (const one of [ana, other]) await answerCoffee(one, { coffeeId: coffee, answer: 'yes', times: 7 })
  expect(await myWay(ana, now())).toMatchObject({ step: 'done', walked: 5 })
  await endWay(ana)
  expect(await myWay(ana, now())).toBeNull()
})

test('whoever welcomes said so, may be seen, has something in common, and nothing stands between', async () => {
  const home = await nowhere()
  const ana = await arrived(home)
  const seen = { ...home, visibility: 'members' as const }
  const bob = await makeDrinker('Bob', { welcomes: true }, seen)
  await makeDrinker('no welcome', {}, seen)
  await makeDrinker('hidden', { welcomes: true }, home)
  await makeDrinker('paused', { welcomes: true, pausedAt: now() }, seen)
  await makeDrinker('invented', { welcomes: true }, { ...seen, demo: true })
  await makeDrinker(
    'another language',
    { welcomes: true },
    { ...seen, languages: ['de'], trade: 'Comptable' },
  )
  await makeDrinker('far', { welcomes: true }, { ...seen, cellLat: home.cellLat + 1 })
  const peer = await makeDrinker(
    'Peer',
    { welcomes: true },
    { ...seen, trade: 'GRAPHISTE', languages: ['de'] },
  )
  expect(await greetersFor(ana.id, now())).toEqual([peer.id, bob.id])
  await block(peer, ana.id)
  expect(await greetersFor(ana.id, now())).toEqual([bob.id])
})

test('a no is silent, and somebody else is asked; with nobody left the way goes on', async () => {
  const home = await nowhere()
  const seen = { ...home, visibility: 'members' as const }
  const greeters = [
    await makeDrinker('Bob', { welcomes: true }, seen),
    await makeDrinker('Cléo', { welcomes: true }, seen),
  ]
  const ana = await arrived(home)
  for (let i = 0; i < 2; i++) {
    const asked = await beWelcomed(ana)
    const coffeeId = asked.ok ? asked.value : ''
    const seat = await db.coffeeSeat.findFirstOrThrow({ where: { coffeeId, freelancerId: { not: ana.id } } })
    const greeter = greeters.find(({ id }) => id === seat.freelancerId)
    if (greeter) await answerCoffee(greeter, { coffeeId, answer: 'no', times: 0 })
    expect(await myWay(ana, now())).toMatchObject({ asked: true })
    await db.coffee.update({ where: { id: coffeeId }, data: { decideBy: new Date(+now() - 1000) } })
    await decideDue(coffeeId)
  }
  expect(await beWelcomed(ana)).toEqual({ ok: false, reason: 'no_greeter' })
  expect(await step(ana)).toBe('event')
})

test('asked at the same moment, one is asked once; without a way or a home, nothing is', async () => {
  const home = await nowhere()
  await makeDrinker('Bob', { welcomes: true }, { ...home, visibility: 'members' })
  await makeDrinker('Cléo', { welcomes: true }, { ...home, visibility: 'members' })
  const ana = await arrived(home)
  const all = await Promise.all([beWelcomed(ana), beWelcomed(ana), beWelcomed(ana)])
  expect(all.filter(({ ok }) => ok)).toHaveLength(1)
  const stranger = toActor(await makeFreelancer())
  expect(await beWelcomed(stranger)).toEqual({ ok: false, reason: 'not_on_way' })
  expect(await setOut(stranger)).toEqual({ ok: false, reason: 'area_required' })
})

test('forgotten after ninety days', async () => {
  const ana = await arrived(await nowhere())
  expect(await forgetWays(new Date(+now() + 89 * DAY))).toBe(0)
  expect(await forgetWays(new Date(+now() + 91 * DAY))).toBeGreaterThan(0)
  expect(await myWay(ana, now())).toBeNull()
})
