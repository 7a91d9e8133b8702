import { beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/accounts/schema'
import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { weekStart } from '@/lib/measures/rules'
import { makeEvent, makeFreelancer, makeRsvp, toActor } from '@/lib/testing/makers'
import { addLook, settleMinutes, startCounting, stopCounting } from './commands'
import { myMinutes } from './queries'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const ago = (milliseconds: number) => new Date(now().getTime() - milliseconds)
const monday = () => weekStart(now())
const lastWeek = () => new Date(monday().getTime() - 3 * DAY)

const somebody = async () => toActor(await makeFreelancer())

/** Somebody whose counter began then and says so much. */
async function counted(since: Date, seconds: number): Promise<Actor> {
  const actor = await somebody()
  await startCounting(actor)
  await db.minutesCounter.update({ where: { personId: actor.id }, data: { since, seconds } })
  return actor
}

async function wasOut(actor: Actor, endsAt: Date) {
  const event = await makeEvent({ startsAt: new Date(endsAt.getTime() - HOUR), endsAt })
  await makeRsvp({ eventId: event.id, freelancerId: actor.id })
}

const spent = async () =>
  (await db.minutesSpent.findMany({ orderBy: { minutes: 'asc' } })).map(({ minutes, people }) => [
    minutes,
    people,
  ])

beforeEach(async () => {
  await db.event.deleteMany()
  await db.minutesCounter.deleteMany()
  await db.minutesSpent.deleteMany()
})

describe('counting', () => {
  it('is for those alone who asked for it, and over and forgotten when they say so', async () => {
    const actor = await somebody()
    expect(await addLook(actor, { seconds: 30 })).toEqual({ ok: false, reason: 'not_counting' })
    expect(await myMinutes(actor)).toBeNull()
    await startCounting(actor)
    await db.minutesCounter.update({ where: { personId: actor.id }, data: { since: ago(HOUR) } })
    expect(await addLook(actor, { seconds: 30 })).toEqual({ ok: true })
    expect(await addLook(actor, { seconds: 40 })).toEqual({ ok: true })
    await startCounting(actor)
    expect((await myMinutes(actor))?.seconds).toBe(70)
    await stopCounting(actor)
    expect(await db.minutesCounter.count()).toBe(0)
    expect(await addLook(actor, { seconds: 30 })).toEqual({ ok: false, reason: 'not_counting' })
  })

  it('never says more than the time that has passed, nor than two hours a day', async () => {
    const fresh = await counted(ago(60_000), 0)
    await addLook(fresh, { seconds: 600 })
    expect((await myMinutes(fresh))?.seconds).toBeLessThanOrEqual(65)
    const busy = await counted(ago(30 * HOUR), 4 * 3600 - 10)
    await addLook(busy, { seconds: 600 })
    expect((await myMinutes(busy))?.seconds).toBe(4 * 3600)
  })

  it('is told of two hundred times a day, and no more', async () => {
    const actor = await counted(ago(20 * DAY), 0)
    for (let i = 0; i < 200; i++) expect(await addLook(actor, { seconds: 1 })).toEqual({ ok: true })
    expect(await addLook(actor, { seconds: 1 })).toEqual({ ok: false, reason: 'too_many' })
  })

  it('goes with the account', async () => {
    const actor = await counted(ago(HOUR), 5)
    await db.user.delete({ where: { id: actor.id } })
    expect(await db.minutesCounter.count()).toBe(0)
  })
})

describe('settling', () => {
  it('moves what is over into the histogram, for one outing, and begins anew', async () => {
    const [once, twice, home] = [
      await counted(lastWeek(), 185),
      await counted(lastWeek(), 185),
      await counted(lastWeek(), 99),
    ]
    await wasOut(once, ago(60_000))
    for (const minutes of [1, 2]) await wasOut(twice, ago(minutes * 60_000))
    await wasOut(home, new Date(lastWeek().getTime() - HOUR))
    expect(await settleMinutes()).toBe(2)
    // 185 s are four minutes begun; half of them, two.
    expect(await spent()).toEqual([
      [2, 1],
      [4, 1],
    ])
    expect(await db.minutesSpent.findFirst({ select: { week: true } })).toEqual({ week: monday() })
    expect((await myMinutes(once))?.seconds).toBe(0)
    expect(await myMinutes(home)).toEqual({ seconds: 99, since: lastWeek() })
    expect(await settleMinutes()).toBe(0)
  })

  it('puts nobody into a week twice', async () => {
    const actor = await counted(monday(), 60)
    await wasOut(actor, new Date(monday().getTime() + HOUR))
    expect(await settleMinutes(new Date(monday().getTime() + 2 * HOUR))).toBe(0)
    const next = new Date(monday().getTime() + 7 * DAY + HOUR)
    expect(await settleMinutes(next)).toBe(1)
    await wasOut(actor, new Date(next.getTime() + HOUR))
    expect(await settleMinutes(new Date(next.getTime() + 2 * HOUR))).toBe(0)
  })

  it('adds people of one week up, with an hour as the most', async () => {
    for (const seconds of [70, 100, 90_000]) await wasOut(await counted(lastWeek(), seconds), ago(60_000))
    expect(await settleMinutes()).toBe(3)
    await wasOut(await counted(lastWeek(), 110), ago(60_000))
    expect(await settleMinutes()).toBe(1)
    expect(await spent()).toEqual([
      [2, 3],
      [60, 1],
    ])
  })

  it('once, when two workers do it', async () => {
    await wasOut(await counted(lastWeek(), 60), ago(60_000))
    await Promise.all([settleMinutes(), settleMinutes()])
    expect(await spent()).toEqual([[1, 1]])
  })
})
