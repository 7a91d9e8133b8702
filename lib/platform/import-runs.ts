import { z } from 'zod'
import { now } from '@/lib/clock'
import { OperatorError } from '@/lib/errors'
import type { Run } from '@/lib/imports/runs/queries'
import { migrateDatabase } from '@/lib/platform/database'
import { progressOn } from '@/lib/platform/import-progress'
import { reachDatabase } from '@/lib/platform/reach'
import { loadSettings } from '@/lib/platform/settings'
import { stepsOn } from '@/lib/platform/steps'

const USAGE = `Write: npm run import -- runs            what was imported, the latest first
       npm run import -- undo RUN       take back all that a run did`
/** Runs listed. */
const SHOWN = 30

/** `npm run import -- runs` and `npm run import -- undo RUN`. Answers the exit code. */
export async function importRuns([what, id, ...others]: string[]): Promise<number> {
  const undo = what === 'undo'
  if (others.length > 0 || undo !== (id !== undefined)) throw new OperatorError(USAGE, { exitCode: 2 })
  if (undo && !z.uuid().safeParse(id).success)
    throw new OperatorError(`"${id}" is no run: npm run import -- runs lists them by their ids.`, {
      exitCode: 2,
    })
  const env = await loadSettings()
  const database = await reachDatabase(env, 'an import', stepsOn(process.stdout))
  try {
    Object.assign(process.env, { DATABASE_URL: database.databaseUrl, AUTH_SECRET: env.authSecret })
    await migrateDatabase(database.databaseUrl)
    if (id !== undefined) await undoOne(id)
    else await list()
    return 0
  } finally {
    const { db } = await import('@/lib/db')
    await db.$disconnect()
    await database.stop()
  }
}

async function list(): Promise<void> {
  const { latestRuns } = await import('@/lib/imports/runs/queries')
  const runs = await latestRuns(SHOWN, now())
  process.stdout.write(
    runs.length === 0 ? 'Nothing was imported so far.\n' : `${runs.map(line).join('\n')}\n`,
  )
}

function line({ id, createdAt, status, origin, source, tally }: Run): string {
  const { read, created, merged, updated } = tally
  const counts = `${read} read, ${created} created, ${merged} merged, ${updated} updated`
  return `${id}  ${createdAt.toISOString().slice(0, 16).replace('T', ' ')}  ${status}  ${origin} (${source}): ${counts}`
}

async function undoOne(id: string): Promise<void> {
  const { runById } = await import('@/lib/imports/runs/queries')
  const { endRun } = await import('@/lib/imports/runs/commands')
  const { undoRun } = await import('@/lib/imports/undo/commands')
  const run = await runById(id, now())
  const unknown = `There is no run ${id}: npm run import -- runs lists them.`
  if (!run) throw new OperatorError(unknown, { exitCode: 2 })
  if (run.status === 'interrupted') await endRun(id, 'stopped', { now: now() })
  const { created, merged, updated } = run.tally
  const progress = progressOn(process.stdout, `Undoing ${run.origin}`, created + merged + updated)
  const undone = await undoRun(id, { now: now(), onProgress: progress.update })
  progress.stop()
  if (!undone.ok)
    throw new OperatorError(
      undone.reason === 'unknown' ? unknown : 'That run is at work: stop it first, or wait for its end.',
      { exitCode: 2 },
    )
  const { removed, restored, kept } = undone.value
  process.stdout.write(
    `Undone: ${removed} spaces removed, ${restored} as they were before` +
      `${kept > 0 ? `, ${kept} kept because people use them` : ''}.\n`,
  )
}
