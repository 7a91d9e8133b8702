import fc from 'fast-check'
import { expect, it } from 'vitest'
import { canMeet, gather } from '@/lib/coffees/gathering/rules'
import { circleOf, compatible } from '@/lib/testing/candidates'
import { circles, split } from './rules'

it('circles hold everybody once, and nobody can meet somebody of another circle', () => {
  fc.assert(
    fc.property(circleOf(0, 25), ({ people, ties }) => {
      const gathering = gather(people, ties, 1)
      const found = circles(gathering)
      expect(found.flat().sort((a, b) => a.index - b.index)).toEqual(gathering.people)
      for (const [i, circle] of found.entries())
        for (const other of found.slice(i + 1).flat())
          expect(circle.some((one) => canMeet(gathering, one, other))).toBe(false)
    }),
  )
})

it('whoever can meet through others is in one circle, also across the edges of boxes and the antimeridian', () => {
  const chain = Array.from({ length: 40 }, (_, i) => ({
    lat: 10 + i * 0.01,
    lng: i < 20 ? 179.8 + i * 0.01 : i * 0.01 - 180.2,
  }))
  const people = compatible(40, { reachKm: 1 }).map((one, i) => ({ ...one, ...chain[i] }))
  const nextOnly = gather(people, { met: [], apart: [] }, 3)
  expect(circles(nextOnly)).toHaveLength(1)
  const cut = gather(people, { met: [], apart: [['person-19', 'person-20']] }, 3)
  expect(circles(cut).map(({ length }) => length)).toEqual([20, 20])
})

it('areas hold everybody once, none too many, all but one an even number, and keep neighbours together', () => {
  for (const count of [1, 100, 101, 777]) {
    const people = compatible(count).map((one, i) => ({ ...one, lng: 7 + i * 0.001 }))
    const areas = split(gather(people, { met: [], apart: [] }, 1).people, 100, 1 / 3)
    expect(
      areas
        .flat()
        .map(({ id }) => id)
        .sort(),
    ).toEqual(people.map(({ id }) => id).sort())
    expect(Math.max(...areas.map(({ length }) => length))).toBeLessThanOrEqual(100)
    expect(areas.filter(({ length }) => length % 2 === 1)).toHaveLength(count % 2)
    for (const area of areas) {
      const lngs = area.map(({ lng }) => lng)
      expect(Math.max(...lngs) - Math.min(...lngs)).toBeLessThan(0.001 * area.length)
    }
  }
})
