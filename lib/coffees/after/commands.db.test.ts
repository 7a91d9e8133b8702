import { beforeEach, expect, test } from 'vitest'
import type { Actor } from '@/lib/accounts/schema'
import { now } from '@/lib/clock'
import { answerCoffee } from '@/lib/coffees/commands'
import { resumeCoffees } from '@/lib/coffees/members/commands'
import { myCoffees } from '@/lib/coffees/queries'
import { db } from '@/lib/db'
import { makeCoffee, makeDrinker } from '@/lib/testing/coffees'
import { forgetJobs, writtenJobs } from '@/lib/testing/jobs'
import { makeFreelancer, toActor } from '@/lib/testing/makers'
import { reportCoffee } from './commands'

const HOUR = 3_600_000
beforeEach(forgetJobs)

/** A coffee that these people agreed on, which was to be so many hours ago. */
async function past(people: Actor[], hours = 3): Promise<string> {
  const id = await makeCoffee(people)
  for (const one of people) await answerCoffee(one, { coffeeId: id, answer: 'yes', times: 7 })
  const startsAt = new Date(+now() - hours * HOUR)
  const options = [startsAt]
  await db.coffee.update({ where: { id }, data: { startsAt, options, decideBy: new Date(+startsAt - HOUR) } })
  return id
}
const seat = (coffeeId: string, { id: freelancerId }: Actor) =>
  db.coffeeSeat.findUniqueOrThrow({ where: { coffeeId_freelancerId: { coffeeId, freelancerId } } })
const isPaused = async ({ id }: Actor) =>
  (await db.coffeeMember.findUniqueOrThrow({ where: { freelancerId: id } })).pausedAt !== null

test('it is asked once it is over, and said once', async () => {
  const [ana, bob] = [await makeDrinker('Ana'), await makeDrinker('Bob')]
  const id = await past([ana, bob])
  expect((await myCoffees(ana, now())).toReport.map((coffee) => coffee.id)).toEqual([id])
  expect(await reportCoffee(ana, { coffeeId: id, met: true, missing: [] })).toEqual({ ok: true })
  expect((await myCoffees(ana, now())).toReport).toEqual([])
  expect((await myCoffees(bob, now())).toReport).toHaveLength(1)
  const stranger = toActor(await makeFreelancer())
  expect(await reportCoffee(stranger, { coffeeId: id, met: false, missing: [ana.id] })).toEqual({
    ...{ ok: false, reason: 'coffee_unknown' },
  })
  const coming = await makeCoffee([ana, bob])
  for (const one of [ana, bob]) await answerCoffee(one, { coffeeId: coming, answer: 'yes', times: 7 })
  expect(await reportCoffee(ana, { coffeeId: coming, met: true, missing: [] })).toEqual({
    ...{ ok: false, reason: 'coffee_not_over' },
  })
})

test('missing twice is a pause, once is none; taking part again begins anew', async () => {
  const [ana, bob, cleo] = [await makeDrinker('Ana'), await makeDrinker('Bob'), await makeDrinker('Cléo')]
  const missing = [bob.id]
  await reportCoffee(ana, { coffeeId: await past([ana, bob], 30), met: false, missing })
  expect(await isPaused(bob)).toBe(false)
  await reportCoffee(cleo, { coffeeId: await past([cleo, bob], 5), met: false, missing })
  expect(await isPaused(bob)).toBe(true)
  expect(await writtenJobs('coffee_paused')).toHaveLength(1)
  await resumeCoffees(bob)
  await reportCoffee(ana, { coffeeId: await past([ana, bob]), met: false, missing })
  expect(await isPaused(bob)).toBe(false)
})

test('word against word counts for nothing, in either order; nobody marks themselves or a stranger', async () => {
  const [ana, bob] = [await makeDrinker('Ana'), await makeDrinker('Bob')]
  const first = await past([ana, bob])
  await reportCoffee(bob, { coffeeId: first, met: true, missing: [] })
  await reportCoffee(ana, { coffeeId: first, met: false, missing: [bob.id] })
  expect((await seat(first, bob)).missed).toBe(false)
  const second = await past([ana, bob])
  await reportCoffee(ana, { coffeeId: second, met: false, missing: [bob.id, ana.id, crypto.randomUUID()] })
  expect([(await seat(second, bob)).missed, (await seat(second, ana)).missed]).toEqual([true, false])
  await reportCoffee(bob, { coffeeId: second, met: false, missing: [ana.id] })
  expect([(await seat(second, bob)).missed, (await seat(second, ana)).missed]).toEqual([false, false])
})
