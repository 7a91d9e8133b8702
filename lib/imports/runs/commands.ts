import { db, type Transaction } from '@/lib/db'
import type { Tally } from '@/lib/imports/rules'
import { type Run, silentSince } from './queries'
import { REMARKS, type RunOptions, remarksSchema } from './schema'

export type NewRun = {
  /** File name, address or area, as it was asked for. */
  origin: string
  source: string
  licence: string
  /** SHA-256 of the file, in hex. */
  sha256: string
  /** Rows in it. */
  total: number
  options: RunOptions
}

/** Notes that an import begins. Answers the id of its run. */
export async function beginRun(run: NewRun, now: Date): Promise<string> {
  const data = { ...run, status: 'running' as const, createdAt: now, startedAt: now, progressedAt: now }
  return (await db.importRun.create({ data, select: { id: true } })).id
}

/** Goes on with a run that broke off. Answers false when somebody else did, or it came to an end after all. */
export async function resumeRun(run: Pick<Run, 'id'>, now: Date): Promise<boolean> {
  const { count } = await db.importRun.updateMany({
    where: {
      id: run.id,
      OR: [
        { status: { in: ['stopped', 'failed'] } },
        { status: 'running', progressedAt: { lt: silentSince(now) } },
      ],
    },
    data: { status: 'running', problem: '', finishedAt: null, progressedAt: now },
  })
  return count === 1
}

/** How far a run is, in the transaction of a batch. Answers false when somebody has stopped it. */
export async function saveProgress(
  tx: Transaction,
  id: string,
  {
    tally,
    remarks,
    now,
  }: { tally: Tally; remarks: { row: number; line: number; flaw: string }[]; now: Date },
): Promise<boolean> {
  const { read, skipped, ...counts } = tally
  const run = await tx.importRun.findUniqueOrThrow({ where: { id }, select: { status: true, remarks: true } })
  const before = remarksSchema.catch([]).parse(run.remarks)
  const all = [...before, ...remarks.map(({ row, line, flaw }) => ({ row, line, flaw }))].slice(0, REMARKS)
  await tx.importRun.update({
    where: { id },
    data: { ...counts, rows: read, skipped, remarks: all, progressedAt: now },
  })
  return run.status === 'running'
}

/** The end of a run, unless it was ended already: all done, called off, or broken with a sentence. */
export async function endRun(
  id: string,
  status: 'done' | 'stopped' | 'failed',
  { now, problem = '' }: { now: Date; problem?: string },
): Promise<void> {
  await db.importRun.updateMany({
    where: { id, status: { in: ['waiting', 'running'] } },
    data: { status, problem: problem.slice(0, 4000), finishedAt: now },
  })
}
