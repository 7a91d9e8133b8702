import { beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/accounts/schema'
import { block } from '@/lib/blocks/commands'
import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { forgetDays } from '@/lib/presence/commands'
import { makeCoffee } from '@/lib/testing/coffees'
import { makeFreelancer, makeSpace, toActor } from '@/lib/testing/makers'
import { addClientDay, removeClientDay } from './commands'
import { lunchesFor, myClientDays } from './queries'
import { MOST_DAYS, WEEKDAYS } from './terms'

/** A Monday far ahead, and a Thursday that is no holiday. */
const WEEK = '2031-03-10'
const THURSDAY = { weekday: 4, half: 'morning' as const }
const SOPHIA = { ...THURSDAY, area: 'Sophia Antipolis', near: null }

const someone = async (name: string, values: Parameters<typeof makeFreelancer>[0] = {}) =>
  toActor(await makeFreelancer({ name, languages: ['fr'], ...values }))

beforeEach(async () => {
  await db.clientDay.deleteMany()
  await db.space.deleteMany()
})

describe('a client day', () => {
  it('is a town, of which the cell alone is kept, and one a half-day', async () => {
    const ana = await someone('Ana')
    expect(await addClientDay(ana, SOPHIA)).toEqual({ ok: true })
    expect(await myClientDays(ana)).toEqual([
      { ...THURSDAY, area: 'Sophia Antipolis', lat: 43.615, lng: expect.closeTo(7.055, 1), others: 0 },
    ])
    expect(await addClientDay(ana, { ...SOPHIA, area: 'Valbonne' })).toEqual({ ok: true })
    expect((await myClientDays(ana)).map(({ area }) => area)).toEqual(['Valbonne'])
    expect(await addClientDay(ana, { ...SOPHIA, area: 'Zzyzx-les-Bains' })).toEqual({
      ok: false,
      reason: 'area_unknown',
    })
    expect(await removeClientDay(ana, THURSDAY)).toEqual({ ok: true })
    expect(await removeClientDay(ana, THURSDAY)).toEqual({ ok: true })
    expect(await myClientDays(ana)).toEqual([])
  })

  it('five at most, also when they are said at once', async () => {
    const ana = await someone('Ana')
    const said = await Promise.all(WEEKDAYS.map((weekday) => addClientDay(ana, { ...SOPHIA, weekday })))
    expect(said.filter(({ ok }) => ok)).toHaveLength(MOST_DAYS)
    expect(said.find(({ ok }) => !ok)).toEqual({ ok: false, reason: 'too_many_client_days' })
    const [first] = await myClientDays(ana)
    expect(await addClientDay(ana, { ...SOPHIA, weekday: first?.weekday ?? 0, area: 'Nice' })).toEqual({
      ok: true,
    })
    expect(await myClientDays(ana)).toHaveLength(MOST_DAYS)
  })

  it('says how many others are there that weekday, blocked ones aside, and nothing else of them', async () => {
    const [ana, bob, cleo, dan] = await Promise.all(
      ['Ana', 'Bob', 'Cléo', 'Dan'].map((name) => someone(name)),
    )
    const all = [ana, bob, cleo, dan] as Actor[]
    for (const actor of all) await addClientDay(actor, SOPHIA)
    await addClientDay(bob as Actor, { ...SOPHIA, half: 'afternoon' })
    const other = await someone('Zoé')
    await addClientDay(other, { ...SOPHIA, weekday: 5 })
    await addClientDay(await someone('Paul'), { ...SOPHIA, area: 'Nice' })
    expect((await myClientDays(ana as Actor))[0]).toMatchObject({ others: 3 })
    expect((await myClientDays(other))[0]).toMatchObject({ others: 0 })
    await block(dan as Actor, (ana as Actor).id)
    expect((await myClientDays(ana as Actor))[0]).toMatchObject({ others: 2 })
    expect((await myClientDays(dan as Actor))[0]).toMatchObject({ others: 2 })
    expect(JSON.stringify(await myClientDays(ana as Actor))).not.toMatch(/Bob|Cléo|example/)
  })

  it('is forgotten at one switch, and with the account', async () => {
    const [ana, bob] = [await someone('Ana'), await someone('Bob')]
    for (const actor of [ana, bob]) await addClientDay(actor, SOPHIA)
    await forgetDays(ana)
    expect(await myClientDays(ana)).toEqual([])
    expect(await myClientDays(bob)).toMatchObject([{ others: 0 }])
    await db.user.delete({ where: { id: bob.id } })
    expect(await db.clientDay.count()).toBe(0)
  })
})

describe('lunch', () => {
  const cafe = (values: Parameters<typeof makeSpace>[0] = {}) =>
    makeSpace({
      ...{ kind: 'cafe', name: 'Café', lat: 43.617, lng: 7.053, openingHours: 'Mo-Fr 08:00-16:00' },
      ...values,
    })
  const both = async () => {
    const [ana, bob] = [await someone('Ana'), await someone('Bob')]
    await addClientDay(ana, SOPHIA)
    await addClientDay(bob, { ...SOPHIA, half: 'afternoon' })
    return { ana, bob }
  }
  const lunches = () => lunchesFor(WEEK, now())

  it('brings together those who are there, at noon, at a place that is open then', async () => {
    const { ana, bob } = await both()
    expect(await lunches()).toEqual([])
    await cafe({ name: 'closed at noon', openingHours: 'Mo-Fr 08:00-12:00,14:00-18:00' })
    await cafe({ name: 'closes at one', openingHours: 'Mo-Fr 08:00-13:00' })
    await cafe({ name: 'nobody knows', openingHours: null })
    await cafe({ name: 'at home', kind: 'home_table' })
    await cafe({ name: 'far', lat: 43.55, lng: 7.01 })
    expect(await lunches()).toEqual([])
    const library = await cafe({ name: 'library', kind: 'library' })
    expect((await lunches()).map(({ spaceId }) => spaceId)).toEqual([library.id])
    const open = await cafe({ name: 'open', lat: 43.619 })
    expect(await lunches()).toEqual([
      {
        freelancerIds: expect.arrayContaining([ana.id, bob.id]),
        timeZone: 'Europe/Paris',
        spaceId: open.id,
        // Thursday 12:15 in Paris, in winter.
        startsAt: new Date('2031-03-13T11:15:00Z'),
      },
    ])
    expect(await lunchesFor(WEEK, new Date('2031-03-13T11:15:00Z'))).toEqual([])
  })

  it('never those who blocked each other, nor those who said never, nor people of the demo', async () => {
    const { ana, bob } = await both()
    await cafe()
    expect(await lunches()).toHaveLength(1)
    const coffeeId = await makeCoffee([ana, bob])
    await db.coffeeSeat.updateMany({
      where: { coffeeId, freelancerId: ana.id },
      data: { answer: 'never', answeredAt: now() },
    })
    expect(await lunches()).toEqual([])
    const cleo = await someone('Cléo')
    await addClientDay(cleo, SOPHIA)
    expect(await lunches()).toHaveLength(1)
    await block(cleo, ana.id)
    await block(bob, cleo.id)
    expect(await lunches()).toEqual([])
    await addClientDay(await someone('Demo', { demo: true }), SOPHIA)
    expect(await lunches()).toEqual([])
  })

  it('changes the company from week to week, by the lunches that were proposed', async () => {
    await cafe()
    const people = await Promise.all(['Ana', 'Bob', 'Cléo', 'Dan'].map((name) => someone(name)))
    for (const actor of people) await addClientDay(actor, SOPHIA)
    const [first] = await lunches()
    expect(first?.freelancerIds).toHaveLength(4)
    const [a, b, c, d] = people as [Actor, Actor, Actor, Actor]
    for (const pair of [
      [a, b],
      [c, d],
    ])
      await makeCoffee(pair, { kind: 'lunch', week: '2031-03-03' })
    const tables = (await lunches()).map(({ freelancerIds }) => freelancerIds.toSorted())
    expect(tables.flat().sort()).toEqual(people.map(({ id }) => id).sort())
    for (const pair of [
      [a, b],
      [c, d],
    ])
      expect(tables).not.toContainEqual(pair.map(({ id }) => id).sort())
    expect(tables).toHaveLength(2)
  })

  it('whoever is in two towns on a day has one lunch, where the morning is', async () => {
    const { ana } = await both()
    await cafe()
    await addClientDay(ana, { ...SOPHIA, half: 'afternoon', area: 'Nice' })
    const paul = await someone('Paul')
    await addClientDay(paul, { ...SOPHIA, area: 'Nice' })
    await cafe({ lat: 43.7, lng: 7.26 })
    const seated = (await lunches()).flatMap(({ freelancerIds }) => freelancerIds)
    expect(seated.filter((id) => id === ana.id)).toHaveLength(1)
    expect(seated).not.toContain(paul.id)
  })
})
