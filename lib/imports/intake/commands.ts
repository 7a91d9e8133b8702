import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Actor } from '@/lib/accounts/schema'
import { isAdmin } from '@/lib/admin/queries'
import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { endRun } from '@/lib/imports/runs/commands'
import { type RunOptions, runOptionsSchema } from '@/lib/imports/runs/schema'
import { enqueue } from '@/lib/jobs/commands'
import { ok, type Result, refuse } from '@/lib/result'
import { MAX_FILE_BYTES } from './schema'

/** A file that was taken in: its name in the folder of imports, and its SHA-256 in hex. */
export type TakenIn = { file: string; sha256: string }

/** Files that wait to be imported. */
export const importsFolder = () => path.join(env().dataDir, 'imports')

/** Keeps a file while it comes in; memory holds one piece of it. What is too large leaves nothing behind. */
export async function takeIn(
  name: string,
  source: AsyncIterable<Uint8Array>,
  maxBytes = MAX_FILE_BYTES,
): Promise<Result<TakenIn, 'too_large' | 'empty'>> {
  const folder = importsFolder()
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const file = `${randomUUID()}${path.extname(name).toLowerCase()}`
  const at = path.join(folder, file)
  const hash = createHash('sha256')
  let bytes = 0
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length
      hash.update(chunk)
      done(bytes > maxBytes ? new RangeError('too large') : null, chunk)
    },
  })
  try {
    await pipeline(Readable.from(source), counted, createWriteStream(at, { mode: 0o600 }))
  } catch (error) {
    await rm(at, { force: true })
    if (error instanceof RangeError) return refuse('too_large')
    throw error
  }
  if (bytes > 0) return ok({ file, sha256: hash.digest('hex') })
  await rm(at, { force: true })
  return refuse('empty')
}

export type Asked = { origin: string; sha256?: string; options: Partial<RunOptions> }

/** Has the worker import a file that was taken in, or an address. Answers the id of the run. */
export async function requestImport(
  actor: Actor,
  { origin, sha256 = '', options }: Asked,
): Promise<Result<string, 'forbidden'>> {
  if (!isAdmin(actor)) return refuse('forbidden')
  return ok(
    await db.$transaction(async (tx) => {
      const data = { origin: origin.slice(0, 500), sha256, options: runOptionsSchema.parse(options) }
      const { id } = await tx.importRun.create({
        data: { ...data, createdAt: now(), startedBy: actor.id },
        select: { id: true },
      })
      await enqueue(tx, 'import_run', { runId: id })
      return id
    }),
  )
}

/** Begins a run anew whose table nobody knew, with its columns named by hand. */
export async function mapColumns(
  actor: Actor,
  runId: string,
  { kind, map }: Pick<RunOptions, 'kind' | 'map'>,
): Promise<Result<void, 'forbidden' | 'unknown'>> {
  if (!isAdmin(actor)) return refuse('forbidden')
  return db.$transaction(async (tx) => {
    const run = await tx.importRun.findUnique({
      where: { id: runId },
      select: { options: true, status: true },
    })
    if (run?.status !== 'failed') return refuse('unknown')
    const options = { ...runOptionsSchema.parse(run.options), kind, map }
    await tx.importRun.update({
      where: { id: runId },
      data: { options, status: 'waiting', problem: '', finishedAt: null },
    })
    await enqueue(tx, 'import_run', { runId })
    return ok(undefined)
  })
}

/** Ends a run after the batch at hand; what is written stays. */
export async function stopRun(actor: Actor, runId: string): Promise<Result<void, 'forbidden'>> {
  if (!isAdmin(actor)) return refuse('forbidden')
  await endRun(runId, 'stopped', { now: now() })
  return ok(undefined)
}

/** Has the worker take back all that a run did. One whose process went away is ended first. */
export async function requestUndo(
  actor: Actor,
  runId: string,
): Promise<Result<void, 'forbidden' | 'unknown'>> {
  if (!isAdmin(actor)) return refuse('forbidden')
  await endRun(runId, 'stopped', { now: now() })
  return db.$transaction(async (tx) => {
    const run = await tx.importRun.findUnique({
      where: { id: runId },
      select: { options: true, status: true },
    })
    if (!run || run.status === 'undone') return refuse('unknown')
    await tx.importRun.update({
      where: { id: runId },
      data: { options: { ...runOptionsSchema.parse(run.options), undo: true } },
    })
    await enqueue(tx, 'import_run', { runId, undo: true })
    return ok(undefined)
  })
}

/** Throws away files that no run needs any more: all but those of runs that wait, are at work, or failed lately. */
export async function forgetFiles(before: Date): Promise<void> {
  const files = await readdir(importsFolder()).catch(() => [])
  if (files.length === 0) return
  const runs = await db.importRun.findMany({
    where: {
      OR: [{ status: { in: ['waiting', 'running'] } }, { status: 'failed', finishedAt: { gt: before } }],
    },
    select: { options: true },
  })
  const needed = new Set(
    runs.map(({ options }) => runOptionsSchema.catch({ kind: null, map: null }).parse(options).file),
  )
  for (const file of files) if (!needed.has(file)) await rm(path.join(importsFolder(), file), { force: true })
}
