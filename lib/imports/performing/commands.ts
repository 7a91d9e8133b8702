import { stat } from 'node:fs/promises'
import path from 'node:path'
import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { fetchPublic, OutsideError } from '@/lib/http/fetch-public'
import { importSpaces } from '@/lib/imports/commands'
import { importsFolder, type TakenIn, takeIn } from '@/lib/imports/intake/commands'
import { MAX_FILE_BYTES } from '@/lib/imports/intake/schema'
import { forgetAnswers } from '@/lib/imports/overpass/commands'
import { inspect } from '@/lib/imports/records/queries'
import { originOf } from '@/lib/imports/rules'
import { endRun } from '@/lib/imports/runs/commands'
import { type Run, runById } from '@/lib/imports/runs/queries'
import type { RunProblem } from '@/lib/imports/runs/schema'
import { chooseReader } from '@/lib/imports/sources/queries'
import { kindFromName } from '@/lib/imports/spaces/rules'
import { undoRun } from '@/lib/imports/undo/commands'
import { ok, type Result, refuse } from '@/lib/result'

/** Milliseconds that another server may take for a file. */
const FETCH_TIMEOUT = 10 * 60_000

/**
 * Does an import that somebody asked for, from the file to the last row. A file that is not what it says ends the run
 * with the reason; when this process is asked to stop, or dies, the job is tried again and goes on where it was.
 */
export async function performRun(runId: string, signal?: AbortSignal): Promise<void> {
  const run = await runById(runId, now())
  if (!run || !['waiting', 'running', 'interrupted'].includes(run.status)) return
  await db.importRun.update({
    where: { id: runId },
    data: { status: 'running', startedAt: now(), progressedAt: now() },
  })
  await forgetAnswers(now())
  const taken = await fileOf(run, signal)
  if (!taken.ok) return fail(runId, { code: taken.reason })
  const at = path.join(importsFolder(), taken.value.file)
  const inspected = await inspect(at)
  if (!inspected.ok) return fail(runId, inspected.problem)
  const file = inspected.value
  const { kind, map } = run.options
  const chosen = await chooseReader(file, { name: run.origin, map, kind })
  if (!chosen.ok) return fail(runId, { code: chosen.reason, columns: chosen.columns.slice(0, 60) })
  const { source, licence } = originOf(chosen.value)
  await db.importRun.update({
    where: { id: runId },
    data: { source, licence, sha256: file.sha256, total: file.rows, progressedAt: now() },
  })
  const { stopped } = await importSpaces(file, {
    ...{ reader: chosen.value, hint: kind ?? kindFromName(path.basename(run.origin)), now: now() },
    ...{ run: { id: runId, done: run.tally }, ...(signal ? { signal } : {}) },
  })
  if (signal?.aborted) throw new Error('this process is ending; the import goes on when it is there again')
  if (!stopped) await endRun(runId, 'done', { now: now() })
}

/** Takes back all that a run did, as somebody asked. */
export async function undoAsked(runId: string): Promise<void> {
  const undone = await undoRun(runId, { now: now() })
  if (!undone.ok && undone.reason === 'running') throw new Error('the run is still ending')
}

async function fail(runId: string, problem: RunProblem): Promise<void> {
  await endRun(runId, 'failed', { now: now(), problem: JSON.stringify(problem) })
}

/** The file of a run: the one that was uploaded or fetched before, else fetched now. */
async function fileOf(
  { id, options, sha256 }: Run,
  signal?: AbortSignal,
): Promise<Result<TakenIn, RunProblem['code']>> {
  if (options.file) {
    const there = await stat(path.join(importsFolder(), path.basename(options.file))).catch(() => null)
    return there ? ok({ file: path.basename(options.file), sha256 }) : refuse('file_gone')
  }
  if (!options.url) return refuse('file_gone')
  const answer = await fetchPublic(options.url, {
    ...{ maxBytes: MAX_FILE_BYTES, timeout: FETCH_TIMEOUT, accept: 'application/json, text/csv, */*;q=0.5' },
    ...(signal ? { signal } : {}),
  })
  if (!answer.ok) return answer
  try {
    const taken = await takeIn(new URL(answer.value.url).pathname, answer.value.body)
    if (!taken.ok) return taken
    const data = { options: { ...options, file: taken.value.file }, sha256: taken.value.sha256 }
    await db.importRun.update({ where: { id }, data })
    return taken
  } catch (error) {
    if (error instanceof OutsideError) return refuse(error.reason)
    throw error
  }
}
