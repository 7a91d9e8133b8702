import { describe, expect, it, test } from 'vitest'
import { byShare, drawsOf, TOPICS } from './chance'
import { FEATURES, type Feature, simulate } from './simulate'
import { EVENT_MAILS, State } from './state'
import { longestRun, tally } from './tally'
import { makeWorld } from './world'

const TOWNS = [
  { lat: 43.5513, lng: 7.0128, population: 74_000 },
  { lat: 43.6603, lng: 6.9264, population: 51_000 },
  { lat: 43.5804, lng: 7.1251, population: 78_000 },
]
const WEEKS = 8
const world = (seed: number) => makeWorld(seed, 150, TOWNS)
const run = (seed: number, features: readonly Feature[] = FEATURES) => simulate(world(seed), WEEKS, features)

test('the same seed gives the same figures, another seed others', () => {
  expect(tally(run(1))).toEqual(tally(run(1)))
  expect(tally(run(1))).not.toEqual(tally(run(2)))
})

describe('each feature, and all of them', () => {
  it.each([...FEATURES.map((feature) => [feature]), FEATURES])(
    '%s: nobody is at two things at once',
    (...features) => {
      const state = run(3, features)
      let seats = 0
      for (let week = 0; week < WEEKS; week++) {
        const at = new Map<string, number>()
        for (const { half, guests, present, seats: most } of state.in(week)) {
          expect(guests.length).toBeLessThanOrEqual(most)
          expect(new Set(guests).size).toBe(guests.length)
          expect(guests).toEqual(expect.arrayContaining(present))
          if (present.length > 1) seats += present.length
          for (const guest of guests) at.set(`${guest} ${half}`, (at.get(`${guest} ${half}`) ?? 0) + 1)
        }
        expect([...at.values()].every((times) => times === 1)).toBe(true)
      }
      // Every outing is somebody's seat at something that took place.
      expect(tally(state).outings * 150 * WEEKS).toBeCloseTo(seats, 6)
      expect(seats).toBeGreaterThan(0)
    },
  )
})

it('draws depend on what they are about, not on how many came before', () => {
  const [one, other] = [drawsOf(7), drawsOf(7)]
  other('yes', 9, 9)
  expect(other('yes', 1, 2)).toBe(one('yes', 1, 2))
  expect(new Set(TOPICS.map((topic) => one(topic, 1))).size).toBe(TOPICS.length)
  const all = Array.from({ length: 20_000 }, (_, i) => one('home', i, 3))
  expect(all.reduce((sum, drawn) => sum + drawn, 0) / all.length).toBeCloseTo(0.5, 2)
  expect(all.every((drawn) => drawn >= 0 && drawn < 1)).toBe(true)
  const shares = [
    { share: 0.25, name: 'few' },
    { share: 0.75, name: 'many' },
  ]
  expect([0.1, 0.3, 0.9999].map((drawn) => byShare(shares, drawn).name)).toEqual(['few', 'many', 'many'])
})

it('counts people met twice, weeks alone and messages', () => {
  const state = new State(makeWorld(1, 4, TOWNS), 6)
  const somewhere = {
    lat: 43.55,
    lng: 7,
    hosted: true,
    listed: true,
    isKnown: true,
    noShow: 0,
    gentle: false,
    greeter: false,
  }
  const free = (person: number) => state.world.people[person]?.halfDays ?? 0
  const half = [...Array(14).keys()].find((bit) => ((free(0) & free(1)) >> bit) % 2 === 1) as number
  for (const week of [0, 1])
    state.add({ ...somewhere, week, half, seats: 8, guests: [0, 1], mails: EVENT_MAILS })
  state.add({ ...somewhere, week: 2, half, seats: 8, guests: [0], mails: EVENT_MAILS })
  expect(state.seat(0, state.in(0)[0] as never)).toBe(false)
  for (let week = 0; week < 6; week++) state.happen(week)
  expect(tally(state)).toEqual({
    outings: 4 / 24,
    metTwice: 0.5,
    metSomebodyTwice: 0.5,
    alone: 20 / 24,
    fourAlone: 1,
    longestAlone: 4,
    messages: (2 * 3 * 2 + 2) / 24,
  })
})

test('the longest run', () => {
  expect(longestRun([true, false, true, true])).toBe(2)
  expect(longestRun([])).toBe(0)
})
