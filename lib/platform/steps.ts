import { performance } from 'node:perf_hooks'

export type Steps = {
  /** Says `label`, does `work`, says how long it took. */
  step<T>(label: string, work: () => Promise<T>): Promise<T>
  say(line: string): void
}

/** Writes each step on one line: what is being done, then how long it took, in seconds. */
export function stepsOn(out: Pick<NodeJS.WriteStream, 'write'>): Steps {
  return {
    async step(label, work) {
      out.write(`  ${label} … `)
      const begun = performance.now()
      try {
        const value = await work()
        out.write(`${seconds(performance.now() - begun)}\n`)
        return value
      } catch (error) {
        out.write('\n')
        throw error
      }
    },
    say(line) {
      out.write(`${line}\n`)
    },
  }
}

/** "0.3 s", "12 s": one decimal below ten seconds. */
export function seconds(milliseconds: number): string {
  const s = milliseconds / 1000
  return `${s < 10 ? s.toFixed(1) : Math.round(s)} s`
}
