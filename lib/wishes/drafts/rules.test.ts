import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { distance } from '@/lib/geo/distance'
import { wishCell, withinReach } from '@/lib/wishes/rules'
import { WISH_KINDS, WORKING_WEEK } from '@/lib/wishes/terms'
import {
  bestSlots,
  circleOf,
  fairestPlace,
  halfDayAt,
  kindFor,
  NOTICE,
  type Place,
  pairOf,
  planFor,
  type Wisher,
} from './rules'

/** A Tuesday in Cannes, 9:10. */
const NOW = new Date('2026-11-24T08:10:00Z')
const PARIS = 'Europe/Paris'
const CANNES = wishCell({ lat: 43.5513, lng: 7.0128 })

const one = (id: string, values: Partial<Wisher> = {}): Wisher => ({
  ...{ id, ...CANNES, kinds: [], halfDays: WORKING_WEEK },
  ...values,
})

const wisher = fc.record({
  id: fc.uuid(),
  north: fc.integer({ min: -3, max: 3 }),
  east: fc.integer({ min: -3, max: 3 }),
  kinds: fc.subarray([...WISH_KINDS]),
  halfDays: fc.integer({ min: 1, max: 2 ** 14 - 1 }),
})
const wishers = fc.uniqueArray(wisher, { selector: ({ id }) => id, minLength: 1, maxLength: 14 }).map((all) =>
  all.map(
    ({ north, east, ...rest }): Wisher => ({
      ...rest,
      ...wishCell({ lat: CANNES.lat + north * 0.045, lng: CANNES.lng + east * 0.062 }),
    }),
  ),
)

describe('who is brought together', () => {
  it('everybody is within reach of everybody, and nobody with whom they stay apart from', () => {
    fc.assert(
      fc.property(wishers, fc.infiniteStream(fc.boolean()), ([anchor, ...near], coin) => {
        if (!anchor) return
        const pairs = [anchor, ...near].flatMap((a, i) => near.slice(i).map((b) => pairOf(a.id, b.id)))
        const apart = new Set(pairs.filter(() => coin.next().value))
        const circle = circleOf(anchor, near, apart)
        expect(circle[0]).toBe(anchor)
        for (const a of circle)
          for (const b of circle) {
            expect(withinReach(a, b)).toBe(true)
            if (a !== b) expect(apart.has(pairOf(a.id, b.id))).toBe(false)
          }
      }),
    )
  })

  it('a neighbour is left out only for the sake of another', () => {
    fc.assert(
      fc.property(wishers, ([anchor, ...near]) => {
        if (!anchor) return
        const circle = circleOf(anchor, near, new Set())
        for (const out of near.filter((two) => !circle.includes(two)))
          expect(circle.some((two) => !withinReach(two, out))).toBe(true)
      }),
    )
  })

  it('a pair apart does not keep the others from each other', () => {
    const [ana, bob, cleo, dan] = ['ana', 'bob', 'cleo', 'dan'].map((id) => one(id)) as [
      Wisher,
      Wisher,
      Wisher,
      Wisher,
    ]
    const circle = circleOf(ana, [bob, cleo, dan], new Set([pairOf('bob', 'cleo'), pairOf('dan', 'bob')]))
    expect(circle.map(({ id }) => id)).toEqual(['ana', 'cleo', 'dan'])
  })
})

describe('what for', () => {
  it('is what most named, and a coffee where nobody said', () => {
    expect(kindFor([one('a'), one('b'), one('c')])).toBe('open_coffee')
    expect(
      kindFor([one('a'), one('b', { kinds: ['lunch'] }), one('c', { kinds: ['lunch', 'afterwork'] })]),
    ).toBe('lunch')
    expect(kindFor([one('a', { kinds: ['lunch'] }), one('b', { kinds: ['open_coffee'] })])).toBe(
      'open_coffee',
    )
  })
})

describe('when', () => {
  it('is three days ahead at least and within a week, at hours that suit as many as any', () => {
    fc.assert(
      fc.property(wishers, fc.constantFrom(...WISH_KINDS), (people, kind) => {
        const slots = bestSlots(people, kind, PARIS, NOW)
        for (const { startsAt, endsAt, suited } of slots) {
          expect(startsAt.getTime()).toBeGreaterThanOrEqual(NOW.getTime() + NOTICE)
          expect(startsAt.getTime()).toBeLessThan(NOW.getTime() + NOTICE + 8 * 86_400_000)
          expect(endsAt > startsAt).toBe(true)
          const index = halfDayAt(startsAt, PARIS)
          expect(people.filter(({ halfDays }) => halfDays & (1 << index))).toHaveLength(suited)
          expect(suited).toBeGreaterThanOrEqual(2)
        }
      }),
    )
  })

  it('is the first half-day that suits the most', () => {
    const people = [
      one('a', { halfDays: 0b1100_0000 }),
      one('b', { halfDays: 0b1000_0000 }),
      one('c', { halfDays: 0b1 }),
    ]
    const slots = bestSlots(people, 'open_coffee', PARIS, NOW)
    // Thursday afternoon; the one of this week is less than three days away.
    expect(slots).toEqual([
      { startsAt: new Date('2026-12-03T14:00:00Z'), endsAt: new Date('2026-12-03T15:30:00Z'), suited: 2 },
    ])
  })

  it('is never where no two agree', () => {
    expect(
      bestSlots([one('a', { halfDays: 1 }), one('b', { halfDays: 2 })], 'open_coffee', PARIS, NOW),
    ).toEqual([])
  })
})

const place = (id: string, north: number, openingHours: string): Place => ({
  ...{ id, lat: CANNES.lat + north * 0.009, lng: CANNES.lng, openingHours, timeZone: PARIS, country: 'FR' },
})
const slot = {
  startsAt: new Date('2026-12-03T14:00:00Z'),
  endsAt: new Date('2026-12-03T15:30:00Z'),
  suited: 2,
}

describe('where', () => {
  it('is open from beginning to end, and the farthest has the shortest way', () => {
    const near = place('near', 0, 'Mo-Fr 08:00-16:00')
    const shut = place('shut', 0.5, 'Mo-We 08:00-20:00')
    const fair = place('fair', 2, 'Mo-Fr 08:00-20:00')
    const far = place('far', 5, '24/7')
    const people = [CANNES, { ...CANNES, lat: CANNES.lat + 0.045 }]
    expect(fairestPlace([far, shut, near, fair], people, slot)).toBe(fair)
    expect(fairestPlace([shut, near], people, slot)).toBeNull()
    expect(fairestPlace([place('unread', 0, 'quand il fait beau')], people, slot)).toBeNull()
  })

  it('is within everybody’s reach', () => {
    fc.assert(
      fc.property(wishers, fc.integer({ min: -12, max: 12 }), (people, north) => {
        const found = fairestPlace([place('one', north, '24/7')], people, slot)
        if (found) for (const person of people) expect(distance(person, found)).toBeLessThanOrEqual(8000)
      }),
    )
  })
})

describe('a plan', () => {
  const three = ['a', 'b', 'c'].map((id) => one(id))

  it('prefers the hours at which a place is open, among those that suit as many', () => {
    const plan = planFor(three, [place('monday', 0, 'Mo 09:00-12:00')], PARIS, NOW)
    expect(plan).toMatchObject({ kind: 'open_coffee', place: { id: 'monday' } })
    expect(plan?.startsAt).toEqual(new Date('2026-11-30T08:30:00Z'))
  })

  it('leaves the place to the face where none is known', () => {
    expect(planFor(three, [], PARIS, NOW)).toMatchObject({ place: null, suited: 3 })
  })

  it('becomes a coffee where the kind fits no half-day', () => {
    const mornings = three.map((person) => ({ ...person, kinds: ['afterwork' as const], halfDays: 0b101 }))
    expect(planFor(mornings, [], PARIS, NOW)?.kind).toBe('open_coffee')
  })

  it('comes to nothing where no two have time at once', () => {
    expect(
      planFor(
        three.map((person, i) => ({ ...person, halfDays: 1 << i })),
        [],
        PARIS,
        NOW,
      ),
    ).toBeNull()
  })
})
