import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { Actor } from '@/lib/accounts/schema'
import { block } from '@/lib/blocks/commands'
import { now } from '@/lib/clock'
import { answerCoffee } from '@/lib/coffees/commands'
import { nextWeek } from '@/lib/coffees/halfdays/rules'
import { pauseCoffees, resumeCoffees } from '@/lib/coffees/members/commands'
import { db } from '@/lib/db'
import { makeDrinker } from '@/lib/testing/coffees'
import { writtenJobs } from '@/lib/testing/jobs'
import { makeEvent, makeFreelancer, makeRsvp, makeSpace } from '@/lib/testing/makers'
import { drawRound } from './commands'
import { participants } from './queries'

const DAY = 86_400_000
/** Draws of weeks to come, so that everybody has time to answer. */
const draw = (weeks = 1) => drawRound(new Date(+now() + weeks * 7 * DAY))

beforeAll(async () => {
  await makeSpace({
    name: 'Le Zinc',
    kind: 'cafe',
    lat: 43.555,
    lng: 7.013,
    openingHours: 'Mo-Fr 08:00-20:00',
  })
})
beforeEach(async () => {
  await db.coffee.deleteMany()
  await db.coffeeRound.deleteMany()
  await db.coffeeMember.deleteMany()
})

/** Who was drawn with whom, by name. */
async function tables() {
  const coffees = await db.coffee.findMany({
    orderBy: { createdAt: 'asc' },
    select: { week: true, seats: { select: { freelancer: { select: { name: true } } } } },
  })
  return coffees.map(({ seats }) =>
    seats
      .map(({ freelancer }) => freelancer.name)
      .sort()
      .join(' + '),
  )
}

test('a week is drawn once, whoever comes at the same time; a place that is open then and three times are proposed', async () => {
  for (const name of ['Ana', 'Bob', 'Cléo', 'Dan']) await makeDrinker(name)
  const drawn = await Promise.all([draw(), draw(), draw()])
  expect(drawn.sort()).toEqual([0, 0, 2])
  expect(await draw()).toBe(0)
  expect(await writtenJobs('coffee_proposed')).toHaveLength(4)
  const coffees = await db.coffee.findMany({ include: { space: true, seats: true } })
  expect(new Set(coffees.flatMap(({ seats }) => seats.map(({ freelancerId }) => freelancerId))).size).toBe(4)
  for (const { space, options, decideBy, week, seats } of coffees) {
    expect(space?.name).toBe('Le Zinc')
    expect(options).toHaveLength(3)
    expect(+decideBy).toBeLessThan(+(options[0] ?? 0))
    expect(week.toISOString().slice(0, 10)).toBe(nextWeek(new Date(+now() + 7 * DAY)))
    expect(seats.every(({ answer }) => answer === null)).toBe(true)
  }
})

test('who is drawn: those who take part, are not paused, have a home, and are not at a coffee that week already', async () => {
  const [ana, bob] = [await makeDrinker('Ana'), await makeDrinker('Bob')]
  await makeDrinker('Nowhere', {}, { cellLat: null, cellLng: null })
  await pauseCoffees(bob)
  expect(await draw(1)).toBe(0)
  await resumeCoffees(bob)
  expect(await draw(1)).toBe(0)
  expect(await draw(2)).toBe(1)
  expect(await tables()).toEqual(['Ana + Bob'])
  const week = nextWeek(new Date(+now() + 14 * DAY))
  expect((await participants(week, now())).map(({ id }) => id)).not.toContain(ana.id)
})

test('nobody who blocked the other, or said "rather not" to them, is drawn with them', async () => {
  const [ana, bob] = [await makeDrinker('Ana'), await makeDrinker('Bob')]
  await block(bob, ana.id)
  expect(await draw(1)).toBe(0)
  await db.block.deleteMany()
  expect(await draw(2)).toBe(1)
  const { id } = await db.coffee.findFirstOrThrow()
  await answerCoffee(ana, { coffeeId: id, answer: 'never', times: 0 })
  expect(await draw(3)).toBe(0)
})

test('week after week somebody else, until everybody was met', async () => {
  const people: Actor[] = []
  for (const name of ['Ana', 'Bob', 'Cléo', 'Dan']) people.push(await makeDrinker(name))
  for (const week of [1, 2, 3]) expect(await draw(week)).toBe(2)
  expect(new Set(await tables()).size).toBe(6)
  expect(await draw(4)).toBe(2)
})

test('no place to sit down within everybody’s reach: no proposal; one that is closed then is none', async () => {
  const far = { lat: 45.2, lng: 5.7 }
  for (const name of ['Ana', 'Bob']) await makeDrinker(name, {}, { cellLat: far.lat, cellLng: far.lng })
  expect(await draw(1)).toBe(0)
  await makeSpace({ kind: 'cafe', ...far, openingHours: 'Sa-Su 08:00-20:00' })
  expect(await draw(2)).toBe(0)
  const home = await makeSpace({ kind: 'home_table', ...far })
  expect(await draw(3)).toBe(0)
  await db.space.delete({ where: { id: home.id } })
  await makeSpace({ name: 'unknown hours', kind: 'third_place', ...far })
  expect(await draw(4)).toBe(1)
  expect((await db.coffee.findFirstOrThrow({ include: { space: true } })).space?.name).toBe('unknown hours')
})

test('who has been out is known to the week; the newly arrived as such', async () => {
  const [ana, bob] = [await makeDrinker('Ana'), await makeDrinker('Bob')]
  await db.freelancer.update({ where: { id: bob.id }, data: { createdAt: new Date(+now() - 100 * DAY) } })
  const ago = (days: number) => new Date(+now() - days * DAY)
  const event = await makeEvent({ startsAt: ago(24), endsAt: ago(23) })
  await makeRsvp({ eventId: event.id, freelancerId: bob.id })
  const found = await participants(nextWeek(now()), now())
  expect(found.find(({ id }) => id === ana.id)).toMatchObject({
    weeksIn: 52,
    arrivedLately: true,
    languages: ['fr'],
  })
  expect(found.find(({ id }) => id === bob.id)).toMatchObject({ weeksIn: 3, arrivedLately: false })
})

test('people at their clients’ on the same day are proposed a lunch there, each week once', async () => {
  await makeSpace({
    name: 'La Cantine',
    kind: 'cafe',
    lat: 43.615,
    lng: 7.055,
    openingHours: 'Mo-Fr 11:00-15:00',
  })
  const people = [await makeFreelancer({ name: 'Ana' }), await makeFreelancer({ name: 'Bob' })]
  for (const { id } of people)
    await db.clientDay.create({
      data: {
        ...{ freelancerId: id, weekday: 4, half: 'morning', area: 'Sophia Antipolis' },
        ...{ cellLat: 43.615, cellLng: 7.055 },
      },
    })
  expect(await draw(1)).toBe(1)
  expect(await draw(1)).toBe(0)
  const { kind, space, options, decideBy, seats } = await db.coffee.findFirstOrThrow({
    include: { space: true, seats: true },
  })
  expect([kind, space?.name, seats.length]).toEqual(['lunch', 'La Cantine', 2])
  const clock = new Intl.DateTimeFormat('fr', {
    timeZone: 'Europe/Paris',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
  })
  expect(options.map((at) => clock.format(at))).toEqual(['jeu. 12:00', 'jeu. 12:15', 'jeu. 12:30'])
  expect(+decideBy).toBeLessThan(+(options[0] ?? 0))
})
