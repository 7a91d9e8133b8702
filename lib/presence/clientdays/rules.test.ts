import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { distance } from '@/lib/geo/distance'
import { LUNCH_KM, type Lunchgoer, lunchTables } from './rules'

const SOPHIA = { lat: 43.615, lng: 7.055 }
const goer = (id: string, values: Partial<Lunchgoer> = {}): Lunchgoer => ({
  ...{ id, ...SOPHIA, trade: '', interests: [], languages: ['fr'] },
  ...values,
})
const NONE = { met: [], apart: [] }
const pairs = (table: string[]) => table.flatMap((a, i) => table.slice(i + 1).map((b) => [a, b] as const))

describe('tables', () => {
  it('two, three and four sit together, five are three and two, one has no table', () => {
    const sizes = (count: number) =>
      lunchTables(
        Array.from({ length: count }, (_, i) => goer(`p${i}`)),
        NONE,
        'w',
      )
        .map(({ length }) => length)
        .sort()
    expect([1, 2, 3, 4, 5, 6, 8].map(sizes)).toEqual([[], [2], [3], [4], [2, 3], [3, 3], [2, 3, 3]])
  })

  it('areas five kilometres apart are one, further ones are not', () => {
    const east = (km: number) =>
      goer('b', { lng: SOPHIA.lng + km / (111.195 * Math.cos((43.615 * Math.PI) / 180)) })
    expect(lunchTables([goer('a'), east(4.9)], NONE, 'w')).toHaveLength(1)
    expect(lunchTables([goer('a'), east(5.1)], NONE, 'w')).toEqual([])
  })

  it('blocked people never share one, nor do people without a language in common', () => {
    expect(lunchTables([goer('a'), goer('b')], { met: [], apart: [['b', 'a']] }, 'w')).toEqual([])
    expect(lunchTables([goer('a'), goer('b', { languages: ['en'] })], NONE, 'w')).toEqual([])
  })

  it('week by week, nobody sits again with last week’s company while there is somebody else', () => {
    const people = ['a', 'b', 'c', 'd'].map((id) => goer(id))
    const met: [string, string, number][] = [
      ['a', 'b', 1],
      ['d', 'c', 1],
    ]
    const tables = lunchTables(people, { met, apart: [] }, 'w')
    expect(tables.flat().sort()).toEqual(['a', 'b', 'c', 'd'])
    expect(tables.flatMap(pairs).map((pair) => pair.join(''))).not.toEqual(
      expect.arrayContaining(['ab', 'cd']),
    )
    expect(tables).toHaveLength(2)
    // Where there is nobody else, the same company is better than none.
    expect(lunchTables(people.slice(0, 2), { met, apart: [] }, 'w')).toEqual([['a', 'b']])
  })

  it('mixes trades where it can', () => {
    const people = ['a', 'b', 'c', 'd', 'e', 'f'].map((id, i) => goer(id, { trade: i % 2 ? 'son' : 'image' }))
    for (const table of lunchTables(people, NONE, 'w')) {
      const trades = table.map((id) => people.find((one) => one.id === id)?.trade)
      expect(new Set(trades).size).toBe(2)
    }
  })
})

const person = fc.record({
  lat: fc.integer({ min: 0, max: 9 }).map((step) => 43.6 + step / 100),
  lng: fc.integer({ min: 0, max: 9 }).map((step) => 7 + step / 80),
  trade: fc.constantFrom('', 'son', 'image', 'code'),
  languages: fc.subarray(['fr', 'en', 'it'], { minLength: 1 }),
})
const crowd = fc
  .array(person, { maxLength: 14 })
  .map((all) => all.map((one, i) => goer(`p${String(i).padStart(2, '0')}`, one)))
const couples = fc.array(fc.tuple(fc.integer({ min: 0, max: 13 }), fc.integer({ min: 0, max: 13 })), {
  maxLength: 12,
})

it('whoever comes: at one table at most, of two to four, all within five kilometres, with nobody to avoid; the same seed the same', () => {
  const name = (i: number) => `p${String(i).padStart(2, '0')}`
  fc.assert(
    fc.property(crowd, couples, couples, fc.string(), (people, avoided, before, seed) => {
      const apart = avoided.filter(([a, b]) => a !== b).map(([a, b]) => [name(a), name(b)] as const)
      const met = before.filter(([a, b]) => a !== b).map(([a, b]) => [name(a), name(b), 1] as const)
      const tables = lunchTables(people, { met, apart }, seed)
      expect(new Set(tables.flat()).size).toBe(tables.flat().length)
      for (const table of tables) {
        expect(table.length).toBeGreaterThanOrEqual(2)
        expect(table.length).toBeLessThanOrEqual(4)
        for (const [a, b] of pairs(table)) {
          const [one, other] = [a, b].map((id) => people.find((someone) => someone.id === id)) as [
            Lunchgoer,
            Lunchgoer,
          ]
          expect(distance(one, other)).toBeLessThanOrEqual(2 * LUNCH_KM * 1000 + 1)
          expect(one.languages.some((language) => other.languages.includes(language))).toBe(true)
          expect(apart.some((pair) => pair.includes(a) && pair.includes(b))).toBe(false)
        }
      }
      const reversed = lunchTables(people.toReversed(), { met, apart }, seed)
      expect(reversed.map((table) => table.toSorted()).sort()).toEqual(
        tables.map((table) => table.toSorted()).sort(),
      )
    }),
    { numRuns: 60 },
  )
})

it('nobody goes without lunch who could have had it with somebody else left over', () => {
  fc.assert(
    fc.property(crowd, fc.string(), (people, seed) => {
      const seated = new Set(lunchTables(people, NONE, seed).flat())
      const alone = people.filter(({ id }) => !seated.has(id))
      for (const [i, one] of alone.entries()) {
        for (const other of alone.slice(i + 1)) {
          const near = distance(one, other) < 2 * LUNCH_KM * 1000 - 1
          expect(near && one.languages.some((language) => other.languages.includes(language))).toBe(false)
        }
      }
    }),
    { numRuns: 60 },
  )
})
