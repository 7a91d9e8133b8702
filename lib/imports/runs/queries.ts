import { isDeepStrictEqual } from 'node:util'
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

/** A run that wrote nothing since then has lost its process. */
export const silentSince = (now: Date) => new Date(now.getTime() - SILENT)

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
  const silent = run.progressedAt !== null && run.progressedAt < silentSince(now)
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

/** What is asked of an import: two with the same answer are one, broken off and begun again. */
type Asked = { origin: string; sha256: string; options: RunOptions }

/** The latest run that was asked the same and did not come to its end; null when the latest one did, or is at work. */
export async function unfinishedRun({ origin, sha256, options }: Asked, now: Date): Promise<Run | null> {
  const latest = await db.importRun.findFirst({
    where: { origin, sha256 },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    ...select,
  })
  const run = latest && runOf(latest, now)
  // Of one that is being undone, rows that were done are no more.
  if (!run || run.options.undo || !['interrupted', 'stopped', 'failed'].includes(run.status)) return null
  const same = run.options.kind === options.kind && isDeepStrictEqual(run.options.map, options.map)
  return same ? run : null
}
