import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { db } from '@/lib/db'
import { NOTHING, type Tally } from '@/lib/imports/rules'
import {
  type RunOptions,
  type RunProblem,
  remarksSchema,
  runOptionsSchema,
  runProblemSchema,
  skippedSchema,
} from './schema'

/** Milliseconds after which a run that writes nothing has lost its process. */
const SILENT = 3 * 60_000

export const RUN_STATUSES = [
  'waiting',
  'running',
  'interrupted',
  'done',
  'stopped',
  'failed',
  'undone',
] as const
export type RunStatus = (typeof RUN_STATUSES)[number]

/** One run of the importer. `interrupted`: its process went away; what it wrote is there, and it may be undone. */
export type Run = {
  id: string
  origin: string
  source: string
  licence: string
  sha256: string
  status: RunStatus
  options: RunOptions
  tally: Tally
  /** Rows there are to read, when that is known. */
  total: number | null
  remarks: { row: number; line: number; flaw: string }[]
  /** Why it failed; `code` is "unexpected" where nobody foresaw it. */
  problem: RunProblem | null
  startedBy: string | null
  createdAt: Date
  finishedAt: Date | null
}

const select = { include: { starter: { select: { name: true } } } } as const
type Found = NonNullable<Awaited<ReturnType<typeof find>>>
const find = (id: string) => db.importRun.findUnique({ where: { id }, ...select })

/** The latest runs, the newest first. */
export async function latestRuns(limit: number, now: Date): Promise<Run[]> {
  const runs = await db.importRun.findMany({
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: limit,
    ...select,
  })
  return runs.map((run) => runOf(run, now))
}

/** One run, or null. */
export async function runById(id: string, now: Date): Promise<Run | null> {
  const run = await find(id)
  return run && runOf(run, now)
}

function runOf(run: Found, now: Date): Run {
  const { rows, created, merged, updated, unchanged, doubtful, approximate, starter, ...rest } = run
  const skipped = skippedSchema.catch({}).parse(run.skipped)
  const silent = run.progressedAt !== null && now.getTime() - run.progressedAt.getTime() > SILENT
  return {
    ...rest,
    status: run.status === 'running' && silent ? 'interrupted' : run.status,
    options: runOptionsSchema.catch({ kind: null, map: null }).parse(run.options),
    tally: { ...NOTHING, read: rows, created, merged, updated, unchanged, doubtful, approximate, skipped },
    remarks: remarksSchema.catch([]).parse(run.remarks),
    problem: problemOf(run.problem),
    startedBy: starter?.name ?? null,
  }
}

function problemOf(text: string): RunProblem | null {
  if (text === '') return null
  try {
    return runProblemSchema.parse(JSON.parse(text))
  } catch {
    return { code: 'unexpected' }
  }
}

/** SHA-256 of a file, in hex. */
export async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}
