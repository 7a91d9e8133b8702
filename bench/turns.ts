import { load, percentile } from './load'
import { type Line, tell } from './report'

/** What is asked for in turns, ours and the floor: whole addresses. */
export type Pair = { what: string; ours: string[]; floor: string[]; bar?: Line['bar'] }

/** `turn` is the milliseconds of load on each in a round. */
export type Turns = { rounds: number; connections: number; turn: number }

/**
 * Asks for both in turns, after a turn that does not count: requests a second, the median of what they take, and what
 * one in a hundred takes, each in every round.
 */
export async function inTurns(pairs: Pair[], { rounds, connections, turn }: Turns): Promise<Line[]> {
  const lines = pairs.map(({ what, bar }): [Line, Line, Line] => [
    { what, unit: 'requests/s', ours: [], floor: [], bar },
    { what: `${what}: p50`, unit: 'ms', ours: [], floor: [] },
    { what: `${what}: p99`, unit: 'ms', ours: [], floor: [] },
  ])
  for (let round = 0; round <= rounds; round++) {
    tell(round === 0 ? 'warming up' : `round ${round} of ${rounds}`)
    for (const [i, pair] of pairs.entries()) {
      for (const side of ['floor', 'ours'] as const) {
        const { perSecond, latencies } = await load(pair[side], connections, turn)
        if (round === 0) continue
        const figures = [perSecond, percentile(latencies, 0.5), percentile(latencies, 0.99)]
        for (const [j, line] of (lines[i] ?? []).entries()) line[side]?.push(figures[j] ?? Number.NaN)
      }
    }
  }
  return lines.flat()
}
