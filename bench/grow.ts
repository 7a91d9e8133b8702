import { Agent } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { buildWhenStale } from '@/lib/platform/build'
import { questionsAt } from './grow/asks'
import { type Grown, grown } from './grow/grown'
import { percentile } from './load'
import { type Line, tell } from './report'

/** `npm run bench -- grow [SIZES] [ROUNDS]`; `grow 10000,20000 2` is over in a minute. */
const SIZES = (process.argv[3] ?? '10000,100000,1000000').split(',').map(Number)
const ROUNDS = Number(process.argv[4] ?? 5)
/** Times each thing is asked in a round of each size. */
const ASKED = Math.max(...SIZES) < 100_000 ? 10 : 40
/** Of the greatest size's p50 to that of the least. */
const GROWTH = 1.3

/**
 * The same questions to instances of several sizes, one request after the other and the sizes in turns, so that the
 * noise of the machine is the same for all. An instance grows from one region to a continent: a greater one has more
 * towns (a region of twenty for each ten thousand places) and not denser ones, so that a view of a town shows as much at any size.
 * What is asked is drawn from all of its towns by one seed. Each size has a database of its own on one server.
 */
export async function bench(databaseUrl: string): Promise<Line[]> {
  const instances: Grown[] = []
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  try {
    tell('building the site, if anything changed')
    await buildWhenStale(new AbortController().signal)
    for (const size of SIZES) instances.push(await grown(databaseUrl, size, ROUNDS * ASKED + 1))
    const firsts = await firstAnswers(agent, instances)
    for (const { inMemory } of instances) await inMemory()
    return [...standingOf(instances), ...firsts, ...(await answers(agent, instances))]
  } finally {
    agent.destroy()
    for (const { stop } of instances) await stop()
  }
}

const named = (size: number) => size.toLocaleString('en')

/** Of each size alone: what it takes to read, to hold and to start. */
const standingOf = (instances: Grown[]): Line[] =>
  instances.flatMap(({ size, standing }) =>
    standing.map((line) => ({ ...line, what: `${named(size)}: ${line.what}` })),
  )

/** The first answer of each kind that a fresh process gives, while the map may still be read. */
async function firstAnswers(agent: Agent, instances: Grown[]): Promise<Line[]> {
  tell('first answers')
  const lines = new Map<string, Line>()
  for (const instance of instances)
    for (const { what, ask } of questionsAt(instance, agent)) {
      const key = `${named(instance.size)}: first ${what}`
      lines.set(key, { what: key, unit: 'ms', ours: [await ask(0)] })
    }
  return [...lines.values()]
}

async function answers(agent: Agent, instances: Grown[]): Promise<Line[]> {
  const sets = instances.map((instance) => questionsAt(instance, agent))
  const kinds = sets[0]?.map(({ what }) => what) ?? []
  /** By kind, by size, by round. */
  const figures = kinds.map(() => instances.map((): number[][] => []))
  const asking = async (kind: number, round: number) => {
    const times = instances.map((): number[] => [])
    for (let n = 0; n < ASKED; n++)
      for (const [at, set] of sets.entries()) {
        await pause(0)
        times[at]?.push((await set[kind]?.ask(1 + round * ASKED + n)) ?? Number.NaN)
      }
    return times
  }
  for (let round = 0; round < ROUNDS; round++) {
    tell(`round ${round + 1} of ${ROUNDS}`)
    for (const kind of kinds.keys())
      for (const [at, times] of (await asking(kind, round)).entries()) figures[kind]?.[at]?.push(times)
  }
  return kinds.flatMap((what, kind) => lines(what, instances, figures[kind] ?? []))
}

/** The floor is the least size. */
function lines(what: string, instances: Grown[], bySize: number[][][]): Line[] {
  const [least, ...greater] = instances.map(({ size }, at) => ({ size, rounds: bySize[at] ?? [] }))
  return greater.flatMap(({ size, rounds }) =>
    [0.5, 0.99].map((share): Line => {
      const of = (all: number[][] = []) => all.map((times) => percentile(times, share))
      const line = { what: `${what}, ${named(size)}: p${share * 100}`, unit: 'ms', ours: of(rounds) }
      const judged = share === 0.5 && size === SIZES.at(-1)
      return {
        ...{ ...line, floor: of(least?.rounds) },
        ...(judged ? { bar: { of: 'ratio', atMost: GROWTH } } : {}),
      }
    }),
  )
}
