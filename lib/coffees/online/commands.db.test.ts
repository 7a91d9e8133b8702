import { beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/accounts/schema'
import { block } from '@/lib/blocks/commands'
import { now } from '@/lib/clock'
import { answerCoffee } from '@/lib/coffees/commands'
import { pauseCoffees } from '@/lib/coffees/members/commands'
import { coffeePage, myCoffees } from '@/lib/coffees/queries'
import { db } from '@/lib/db'
import { makeDrinker } from '@/lib/testing/coffees'
import { writtenJobs } from '@/lib/testing/jobs'
import { makeFreelancer, makeSpace, toActor } from '@/lib/testing/makers'
import { askOnline, meetForReal } from './commands'
import { onlineOffer, roomOf } from './queries'

const room = 'https://meet.example.org/ana'
const drinker = (name: string) => makeDrinker(name, {}, { visibility: 'members' })
const times = async (actor: Actor, personId: string) =>
  ((await onlineOffer(actor, personId, now()))?.starts ?? []).slice(0, 3).map((at) => at.toISOString())
const ask = async (actor: Actor, personId: string, values = {}) =>
  askOnline(actor, { personId, times: await times(actor, personId), room, ...values })

beforeEach(async () => {
  await db.rateLimit.deleteMany()
})

describe('asking', () => {
  test('both take part, the other may be seen, and nothing stands between them', async () => {
    const [ana, bob] = [await drinker('Ana'), await drinker('Bob')]
    const outside = toActor(await makeFreelancer({ visibility: 'members' }))
    const hidden = await makeDrinker('Zoé')
    const offered = async (a: Actor, b: Actor) => (await onlineOffer(a, b.id, now())) !== null
    expect(await offered(ana, bob)).toBe(true)
    expect([
      await offered(ana, ana),
      await offered(ana, outside),
      await offered(outside, ana),
      await offered(ana, hidden),
    ]).toEqual([...[false, false, false, false]])
    expect(await askOnline(ana, { personId: outside.id, times: await times(ana, bob.id), room })).toEqual({
      ...{ ok: false, reason: 'person_unknown' },
    })
    await pauseCoffees(bob)
    expect(await offered(ana, bob)).toBe(false)
    const cleo = await drinker('Cléo')
    await block(cleo, ana.id)
    expect([await offered(ana, cleo), await offered(cleo, ana)]).toEqual([false, false])
  })

  test('who asks has said yes; a yes makes it so, and the link is for those who come', async () => {
    const [ana, bob] = [await drinker('Ana'), await drinker('Bob')]
    const asked = await ask(ana, bob.id)
    const id = asked.ok ? asked.value : ''
    expect((await writtenJobs('coffee_proposed')).map(({ payload }) => payload)).toContainEqual(
      expect.objectContaining({ coffeeId: id, freelancerId: bob.id }),
    )
    expect(JSON.stringify(await coffeePage(bob, id, now()))).not.toContain(room)
    await answerCoffee(bob, { coffeeId: id, answer: 'yes', times: 0b010 })
    const page = await coffeePage(ana, id, now())
    expect(page).toMatchObject({
      standing: 'agreed',
      minutes: 15,
      room: { url: room, own: false },
      space: null,
    })
    expect(page?.startsAt).toEqual(page?.options[1])
  })

  test('one at a time between two, however fast one taps; three a day', async () => {
    const [ana, bob] = [await drinker('Ana'), await drinker('Bob')]
    const all = await Promise.all([ask(ana, bob.id), ask(ana, bob.id), ask(bob, ana.id)])
    expect(all.filter(({ ok }) => ok)).toHaveLength(1)
    expect(new Set(all.flatMap((answer) => (answer.ok ? [] : [answer.reason])))).toEqual(
      new Set(['coffee_asked']),
    )
    await db.rateLimit.deleteMany()
    for (const name of ['Cléo', 'Dan', 'Eva'])
      expect((await ask(ana, (await drinker(name)).id)).ok).toBe(true)
    expect(await ask(ana, (await drinker('Flo')).id)).toEqual({ ok: false, reason: 'coffee_asked_often' })
  })

  test('not in the past, and not without a room where the instance has none', async () => {
    const [ana, bob] = [await drinker('Ana'), await drinker('Bob')]
    const past = [new Date(Math.floor(+now() / 3_600_000) * 3_600_000 - 3_600_000).toISOString()]
    expect(await ask(ana, bob.id, { times: past })).toEqual({ ok: false, reason: 'coffee_times_past' })
    expect(await ask(ana, bob.id, { room: '' })).toEqual({ ok: false, reason: 'room_link' })
    expect(roomOf('x', null)).toBeNull()
  })
})

describe('"meet for real?"', () => {
  /** An e-coffee that took place an hour ago. */
  async function past(ana: Actor, bob: Actor): Promise<string> {
    const asked = await ask(ana, bob.id)
    const id = asked.ok ? asked.value : ''
    await answerCoffee(bob, { coffeeId: id, answer: 'yes', times: 1 })
    const startsAt = new Date(+now() - 3_600_000)
    await db.coffee.update({ where: { id }, data: { startsAt, options: [startsAt], decideBy: startsAt } })
    return id
  }

  test('two yeses open a coffee at a place between them, once', async () => {
    await makeSpace({ name: 'Le Zinc', kind: 'cafe', lat: 43.555, lng: 7.013 })
    const [ana, bob] = [await drinker('Ana'), await drinker('Bob')]
    const id = await past(ana, bob)
    expect(await meetForReal(ana, { coffeeId: id, real: true })).toEqual({ ok: true, value: 'noted' })
    expect((await myCoffees(bob, now())).open).toEqual([])
    expect(await meetForReal(bob, { coffeeId: id, real: true })).toEqual({ ok: true, value: 'opened' })
    expect(await meetForReal(bob, { coffeeId: id, real: true })).toEqual({ ok: true, value: 'noted' })
    const [open, ...more] = (await myCoffees(ana, now())).open
    expect(more).toEqual([])
    expect(open).toMatchObject({ kind: 'coffee', space: { name: 'Le Zinc' }, mine: { answer: null } })
    expect(open?.others.map(({ firstName }) => firstName)).toEqual(['Bob'])
  })

  test('one yes alone is nobody’s to know, before and after the other’s no', async () => {
    const [ana, bob] = [await drinker('Ana'), await drinker('Bob')]
    const id = await past(ana, bob)
    const before = await coffeePage(bob, id, now())
    await meetForReal(ana, { coffeeId: id, real: true })
    expect(await coffeePage(bob, id, now())).toEqual(before)
    await meetForReal(bob, { coffeeId: id, real: false })
    expect(await coffeePage(ana, id, now())).toMatchObject({ bothWould: false })
    expect((await myCoffees(ana, now())).open).toEqual([])
    expect(await meetForReal(toActor(await makeFreelancer()), { coffeeId: id, real: true })).toEqual({
      ...{ ok: false, reason: 'coffee_unknown' },
    })
  })
})
