import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { haveCommonPoint } from '@/lib/geo/discs'
import { distance } from '@/lib/geo/distance'
import { circleOf, compatible } from '@/lib/testing/candidates'
import { matchRound } from './rules'
import type { Candidate, Round, Ties } from './schema'

const none: Ties = { met: [], apart: [] }

const bothWays = (pairs: Iterable<readonly [string, string]>) =>
  new Set([...pairs].flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`]))

const pairsOf = (table: Candidate[]) =>
  table.flatMap((a, i) => table.slice(i + 1).map((b) => [a, b] as const))

/** Whether people may share a table, said again from the rules rather than from the code. */
function mayShare(table: Candidate[], { apart }: Ties): boolean {
  const kept = bothWays(apart)
  const [first] = table as [Candidate]
  return (
    pairsOf(table).every(
      ([a, b]) => !kept.has(`${a.id} ${b.id}`) && distance(a, b) / 1000 <= a.reachKm + b.reachKm + 0.01,
    ) &&
    table.reduce((common, { slots }) => common & slots, first.slots) !== 0 &&
    first.languages.some((one) => table.every(({ languages }) => languages.includes(one))) &&
    haveCommonPoint(table.map(({ lat, lng, reachKm }) => ({ lat, lng, km: reachKm })))
  )
}

/** The aims in their order, each the more the better, of a whole arrangement; ways in metres come last. */
function aims(tables: Candidate[][], { met }: Ties): number[] {
  const ago = new Map<string, number>()
  for (const [a, b, rounds] of met)
    for (const key of bothWays([[a, b]])) ago.set(key, Math.min(rounds, ago.get(key) ?? rounds))
  const sums = [0, 0, 0, 0, 0, 0, 0, 0]
  const add = (aim: number, more: number) => {
    sums[aim] = (sums[aim] ?? 0) + more
  }
  for (const table of tables.filter(({ length }) => length > 1)) {
    const pair = table.length === 2
    add(0, table.length)
    for (const one of table) {
      add(3, one.arrivedLately ? 53 : one.weeksIn)
      add(4, Number(pair === (one.size === 'pair')))
    }
    for (const [a, b] of pairsOf(table)) {
      const rounds = ago.get(`${a.id} ${b.id}`)
      add(1, rounds === undefined ? 0 : -1)
      add(2, rounds === undefined ? 0 : -Math.max(0, 64 - rounds))
      add(5, Number(a.trade !== b.trade && a.trade !== '' && b.trade !== '') * (pair ? 2 : 1))
      add(6, Number(a.interests.some((one) => b.interests.includes(one))) * (pair ? 2 : 1))
      add(7, -distance(a, b) * (pair ? 1 : 0.5))
    }
  }
  return sums
}

const compare = (a: number[], b: number[]) => {
  const at = a.findIndex((sum, i) => sum !== b[i])
  return at < 0 ? 0 : (a[at] as number) - (b[at] as number)
}

/** The best of every arrangement there is. */
function best(people: Candidate[], ties: Ties): number[] {
  const arrange = (rest: Candidate[]): Candidate[][][] => {
    const [first, ...others] = rest
    if (!first) return [[]]
    const tables = [
      [first],
      ...others.map((b) => [first, b]),
      ...others.flatMap((b, i) => others.slice(i + 1).map((c) => [first, b, c])),
    ]
    return tables
      .filter((table) => mayShare(table, ties))
      .flatMap((table) => arrange(rest.filter((one) => !table.includes(one))).map((more) => [table, ...more]))
  }
  return arrange(people)
    .map((tables) => aims(tables, ties))
    .reduce((most, one) => (compare(one, most) > 0 ? one : most))
}

const seatsOf = ({ tables }: Round, people: Candidate[]) =>
  tables.map((table) => table.map((id) => people.find((one) => one.id === id) as Candidate))

function expectSound(round: Round, people: Candidate[], ties: Ties) {
  expect([...round.tables.flat(), ...round.alone].sort()).toEqual(people.map(({ id }) => id).sort())
  for (const table of seatsOf(round, people)) {
    expect([2, 3]).toContain(table.length)
    expect(mayShare(table, ties)).toBe(true)
  }
}

describe('a small circle', () => {
  it('gets the best of every arrangement there is, aim by aim', () => {
    fc.assert(
      fc.property(circleOf(0, 7), fc.nat(), ({ people, ties }, seed) => {
        const round = matchRound(people, ties, seed)
        expectSound(round, people, ties)
        const [ours, theirs] = [aims(seatsOf(round, people), ties), best(people, ties)]
        expect(ours.slice(0, 7)).toEqual(theirs.slice(0, 7))
        // Ways are weighed in steps of a two-thousandth of the longest reach, rounded down at each table.
        expect(ours[7]).toBeGreaterThan((theirs[7] as number) - 70)
      }),
      { numRuns: 150 },
    )
  })

  it('repeats nobody while that can be had, and then the oldest meeting', () => {
    const four = compatible(4)
    const met = [
      ['person-0', 'person-1', 3],
      ['person-2', 'person-3', 3],
      ['person-0', 'person-2', 2],
      ['person-1', 'person-3', 2],
    ] as const
    expect(matchRound(four, { met, apart: [] }, 1).tables).toEqual([
      ['person-0', 'person-3'],
      ['person-1', 'person-2'],
    ])
    const all = [...met, ['person-0', 'person-3', 1], ['person-1', 'person-2', 1]] as const
    expect(matchRound(four, { met: all, apart: [] }, 1).tables).toEqual([
      ['person-0', 'person-1'],
      ['person-2', 'person-3'],
    ])
  })
})

describe('any circle', () => {
  it('seats everybody at one table or none, only where they can meet, blocks and refusals kept', () => {
    fc.assert(
      fc.property(circleOf(13, 40), fc.nat(), ({ people, ties }, seed) => {
        expectSound(matchRound(people, ties, seed), people, ties)
      }),
      { numRuns: 60 },
    )
  })

  it('gives the same round for the same seed, in whatever order people and ties come', () => {
    const shuffled = circleOf(2, 30).chain(({ people, ties }) =>
      fc.record({
        people: fc.constant(people),
        ties: fc.constant(ties),
        others: fc.shuffledSubarray(people, { minLength: people.length }),
        apart: fc.shuffledSubarray([...ties.apart], { minLength: [...ties.apart].length }),
        seed: fc.string(),
      }),
    )
    fc.assert(
      fc.property(shuffled, ({ people, ties, others, apart, seed }) => {
        const met = [...ties.met].reverse().map(([a, b, ago]) => [b, a, ago] as const)
        expect(matchRound(others, { met, apart }, seed)).toEqual(matchRound(people, ties, seed))
      }),
      { numRuns: 50 },
    )
  })

  it('also where it is too large to be seated whole: a town of 900 along a coast, half of whom know each other', () => {
    const people = compatible(901).map((one, i) => ({
      ...one,
      ...{
        lng: 7 + i * 0.0005,
        languages: [i % 3 ? 'fr' : 'en'],
        slots: 1 << (i % 4),
        size: i % 5 ? 'pair' : 'trio',
      },
    })) as Candidate[]
    const near = (steps: number) => people.slice(steps).map(({ id }, i) => [`person-${i}`, id] as const)
    const ties: Ties = { met: near(12).map(([a, b]) => [a, b, 3] as const), apart: near(24) }
    const round = matchRound(people, ties, 'a coast')
    expectSound(round, people, ties)
    expect(round.alone).toEqual([])
    expect(aims(seatsOf(round, people), ties)[1]).toBe(0)
  })

  it('finds the one trio that leaves nobody alone, however far it is from who would be', () => {
    // People who can each meet the next alone, but for a triangle at one end.
    const chain = compatible(61).map((one, i) => ({
      ...one,
      languages: i < 60 ? [`${i}`, `${i + 1}`] : ['59', '60'],
    }))
    const people = chain.map((one, i) => (i === 58 ? { ...one, languages: ['58', '59'] } : one))
    expect(matchRound(people, none, 1).alone).toEqual([])
  })

  it('draws lots by the seed where nothing else decides', () => {
    const rounds = Array.from({ length: 10 }, (_, seed) => matchRound(compatible(14), none, seed).tables)
    expect(new Set(rounds.map((tables) => JSON.stringify(tables))).size).toBeGreaterThan(1)
  })

  it('leaves nobody alone who can meet everybody; odd numbers end in one trio', () => {
    for (const count of [2, 3, 5, 6, 11, 12, 13, 14, 31, 64, 301, 450]) {
      const { tables, alone } = matchRound(compatible(count), none, count)
      expect(alone).toEqual([])
      expect(tables.filter(({ length }) => length === 3)).toHaveLength(count % 2)
    }
    expect(matchRound(compatible(1), none, 1)).toEqual({ tables: [], alone: ['person-0'] })
    expect(matchRound([], none, 1)).toEqual({ tables: [], alone: [] })
  })

  it('seats in trios those who chose trios, and pairs as pairs', () => {
    for (const trios of [6, 9, 30]) {
      const people = compatible(trios + 20).map((one, i) =>
        i < trios ? { ...one, size: 'trio' as const } : one,
      )
      const { tables } = matchRound(people, none, 5)
      const sizes = tables.map((table) => table.map((id) => people.find((one) => one.id === id)?.size))
      expect(sizes.filter((at) => at.length === 3 && at.every((size) => size === 'trio'))).toHaveLength(
        trios / 3,
      )
      expect(sizes.filter((at) => at.length === 2 && at.every((size) => size === 'pair'))).toHaveLength(10)
    }
  })

  it('seats the newcomers, then those who have been out least, where somebody must stay out', () => {
    for (const hosts of [3, 12]) {
      // Guests can only meet the one host who shares their half-day, never each other; hosts can all meet.
      const host = compatible(hosts, { weeksIn: 1 }).map((one, i) => ({
        ...one,
        slots: (1 << i) | (1 << 20),
      }))
      const guests = Array.from({ length: 2 * hosts }, (_, i) => ({
        ...(compatible(1)[0] as Candidate),
        ...{ id: `guest-${i}`, slots: 1 << (i % hosts) },
        ...{ arrivedLately: i < 2, weeksIn: i < 2 ? 0 : i },
      }))
      const kept = guests.flatMap((a, i) => guests.slice(i + 1).map((b) => [a.id, b.id] as const))
      const { alone } = matchRound([...host, ...guests], { met: [], apart: kept }, 7)
      const stayedIn = host
        .map((_, i) => 1 << i)
        .map((slots) => {
          const rivals = guests.filter((one) => one.slots === slots)
          const rank = ({ arrivedLately, weeksIn }: Candidate) => (arrivedLately ? 53 : weeksIn)
          return rivals.reduce((least, one) => (rank(one) < rank(least) ? one : least)).id
        })
      expect(alone).toEqual(stayedIn.sort())
    }
  })
})

/** Rounds after one another among the same people; who met whom, how long ago, is passed on. */
function rotation(count: number, rounds: number) {
  const last = new Map<string, number>()
  return Array.from({ length: rounds }, (_, round) => {
    const met = [...last].map(
      ([key, when]) => [...(key.split(' ') as [string, string]), round - when] as const,
    )
    const { tables } = matchRound(compatible(count), { met, apart: [] }, round)
    const keys = tables.flatMap((table) =>
      table.flatMap((a, i) => table.slice(i + 1).map((b) => `${a} ${b}`)),
    )
    const repeats = keys.filter((key) => last.has(key)).length
    for (const key of keys) last.set(key, round)
    return repeats
  })
}

describe('round after round', () => {
  /*
   * What is guaranteed: nobody of an even circle of n repeats in the first n/2 rounds, because after r rounds each can
   * still meet n-1-r new people, and with half the circle or more there is a way to pair all (Dirac, 1952). After that
   * every round has the fewest repeats that what happened before leaves possible.
   */
  it('nobody of an even circle meets again in the first half of the rounds', () => {
    for (const count of [4, 6, 8, 10, 12, 14, 20, 40])
      expect(rotation(count, count / 2)).toEqual(Array(count / 2).fill(0))
  })

  it('an odd circle of n repeats nobody for (n-1)/4 rounds, a trio taking two partners at once', () => {
    for (const count of [5, 9, 11, 13, 21])
      expect(rotation(count, Math.floor((count - 1) / 4))).toEqual(Array(Math.floor((count - 1) / 4)).fill(0))
  })

  it('of all pairs of a circle, nine in ten are used before many repeat', () => {
    const repeats = rotation(20, 19)
    expect(repeats.reduce((sum, one) => sum + one)).toBeLessThan(190 / 10)
  })
})
