import { mkdir, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { now } from '@/lib/clock'
import { median } from './median'

/** One thing that was measured, once per round: ours, and the floor in the same rounds where there is one. */
export type Line = {
  what: string
  unit: string
  ours: number[]
  floor?: number[]
  /** What must hold of the median, or of the median's ratio to that of the floor. */
  bar?: { of: 'ours' | 'ratio'; atMost: number } | { of: 'ours' | 'ratio'; atLeast: number }
}

/** Where the figures are kept; not part of the repository. */
const RESULTS = 'bench/results'

/** Prints one table, keeps the figures as JSON, and answers whether every bar holds. */
export async function report(name: string, lines: Line[]): Promise<boolean> {
  const judged = lines.map((line) => ({ ...line, ...judge(line) }))
  console.table(
    Object.fromEntries(
      judged.map(({ what, unit, floor, ours, ratio, bar, held }) => [
        what,
        {
          unit,
          floor: floor ? round(median(floor)) : '',
          ours: round(median(ours)),
          spread: ours.length > 1 ? `${round(Math.min(...ours))} to ${round(Math.max(...ours))}` : '',
          ratio: ratio === null ? '' : round(ratio),
          bar: bar ? inWords(bar) : '',
          held: bar ? (held ? 'yes' : 'NO') : '',
        },
      ]),
    ),
  )
  await mkdir(RESULTS, { recursive: true })
  const kept = { name, at: now().toISOString(), machine: machine(), lines: judged }
  await writeFile(path.join(RESULTS, `${name}.json`), `${JSON.stringify(kept, null, 2)}\n`)
  return judged.every(({ held }) => held)
}

function judge({ ours, floor, bar }: Line): { ratio: number | null; held: boolean } {
  const ratio = floor ? median(ours) / median(floor) : null
  if (!bar) return { ratio, held: true }
  const value = bar.of === 'ratio' ? (ratio ?? Number.NaN) : median(ours)
  return { ratio, held: 'atMost' in bar ? value <= bar.atMost : value >= bar.atLeast }
}

function inWords(bar: NonNullable<Line['bar']>): string {
  const limit = 'atMost' in bar ? `≤ ${bar.atMost}` : `≥ ${bar.atLeast}`
  return bar.of === 'ratio' ? `ratio ${limit}` : limit
}

/** Three figures that count. */
const round = (value: number): number => Number(value.toPrecision(value >= 1000 ? 4 : 3))

/** The machine in a line. */
export function machine(): string {
  const [cpu] = os.cpus()
  return `${os.availableParallelism()} × ${cpu?.model.trim() ?? 'unknown'}, ${Math.round(os.totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`
}

/** What people see while it works. */
export function tell(line: string): void {
  process.stderr.write(`  ${line}\n`)
}
