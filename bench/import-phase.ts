import { readFile } from 'node:fs/promises'
import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { importSpaces } from '@/lib/imports/commands'
import { inspect } from '@/lib/imports/records/queries'
import { NOTHING } from '@/lib/imports/rules'
import { beginRun, endRun } from '@/lib/imports/runs/commands'
import { undoRun } from '@/lib/imports/undo/commands'
import { keepHeapSmall } from '@/lib/platform/memory'

/** What a part of the bench took: milliseconds, and megabytes at the most. */
export type Phase = { milliseconds: number; peak: number; runId: string }

/** What people see while it works. */
const STEP = 100_000

const [what, about = ''] = process.argv.slice(2)
keepHeapSmall()
const begun = performance.now()
const runId = what === 'undo' ? await undone(about) : await whole(about)
const milliseconds = performance.now() - begun
await db.$disconnect()
process.send?.({ milliseconds, peak: await peak(), runId } satisfies Phase)
process.disconnect()

async function whole(path: string): Promise<string> {
  const inspected = await inspect(path)
  if (!inspected.ok) throw new Error(inspected.problem.code)
  const file = inspected.value
  const run = { origin: 'bench', source: 'osm', licence: '', options: { kind: null, map: null } }
  const id = await beginRun({ ...run, sha256: file.sha256, total: file.rows }, now())
  const onProgress = telling()
  const { tally } = await importSpaces(file, {
    ...{ reader: null, hint: null, now: now(), run: { id, done: NOTHING }, onProgress },
  })
  await endRun(id, 'done', { now: now() })
  process.stderr.write(`${JSON.stringify(tally)}\n`)
  return id
}

async function undone(id: string): Promise<string> {
  const result = await undoRun(id, { now: now(), onProgress: telling() })
  process.stderr.write(`${JSON.stringify(result)}\n`)
  return id
}

function telling(): (rows: number) => void {
  let told = 0
  return (rows) => {
    if (rows < told + STEP) return
    told = rows
    process.stderr.write(`  ${rows} rows, ${Math.round((performance.now() - begun) / 1000)} s\n`)
  }
}

/** Of this process alone: what `resourceUsage` says may be that of the process that started it. */
async function peak(): Promise<number> {
  const status = await readFile('/proc/self/status', 'utf8').catch(() => '')
  const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1] ?? process.resourceUsage().maxRSS
  return Math.round(Number(kilobytes) / 1024)
}
