import path from 'node:path'
import pg from 'pg'
import type { Env } from '@/lib/env'
import { OperatorError } from '@/lib/errors'
import type { MigrationStatus } from '@/lib/platform/migrations'
import { checkExtensions } from '@/lib/platform/postgres/extensions'
import { checkDatabase } from '@/lib/platform/postgres/external'
import { startEmbeddedServer } from '@/lib/platform/postgres/server'
import { isUpToDate, markQueues } from '@/lib/platform/standing'
import type { Steps } from '@/lib/platform/steps'

export type OpenDatabase = { databaseUrl: string; died?: Promise<OperatorError>; stop(): Promise<void> }

/** Where the packaged PostgreSQL keeps an instance's data. */
export function clusterDirectory(dataDir: string): string {
  return path.join(dataDir, 'postgres')
}

/** The database of DATABASE_URL, checked; or the packaged PostgreSQL, started. */
export async function openDatabase(env: Env, { step }: Steps): Promise<OpenDatabase> {
  if (env.databaseUrl) {
    await step('Reaching the database', () => checkDatabase(env.databaseUrl))
    return { databaseUrl: env.databaseUrl, stop: async () => {} }
  }
  return step('Starting PostgreSQL', () => startEmbeddedServer({ directory: clusterDirectory(env.dataDir) }))
}

/** Brings the tables and the queue's up to date. Throws OperatorError where that would not be safe. */
export async function migrateDatabase(databaseUrl: string): Promise<void> {
  if (await isUpToDate(databaseUrl)) return
  // Read late: Prisma's engine alone is 20 MB, and most starts find nothing to do.
  const { applyMigrations, migrationStatus } = await import('@/lib/platform/migrations')
  const { installQueues } = await import('@/lib/jobs/boss')
  const status = await migrationStatus(databaseUrl)
  const problem = migrationProblem(status)
  if (problem) throw new OperatorError(problem)
  if (status.pending.length > 0) await checkExtensions(databaseUrl)
  // First, because the migrations hand jobs over to the queue.
  await installQueues(databaseUrl)
  await markQueues(databaseUrl)
  if (status.pending.length === 0) return
  try {
    await applyMigrations(databaseUrl)
  } catch (error) {
    const { failed } = await migrationStatus(databaseUrl)
    if (failed.length === 0) throw error
    throw new OperatorError(failedMigration(failed, error), { cause: error })
  }
}

/** The engine's message goes on with its own call stack: PostgreSQL's line is what tells. */
function failedMigration(names: string[], error: unknown): string {
  const said = error instanceof Error ? (/ERROR: .*/.exec(error.message)?.[0] ?? '') : ''
  return `The migration ${names.join(', ')} could not be applied; PostgreSQL said: ${said}\nBring the database back from a backup (docs/operations.md) once the migration is mended, then start again.`
}

/** Why these migrations cannot be applied, or null. */
export function migrationProblem({ failed, unknown, edited }: MigrationStatus): string | null {
  if (failed.length > 0) {
    return `The migration ${failed.join(', ')} stopped half-way in this database. Bring the database back from a backup (docs/operations.md), then start again.`
  }
  if (unknown.length > 0) {
    return `This database was written by a newer version of the program: it has ${unknown.join(', ')}, which this checkout does not know. Bring the checkout up to date (git pull), then start again.`
  }
  if (edited.length > 0) {
    return `The migration ${edited.join(', ')} was changed after this database had applied it. Put the file back as it was (git checkout prisma/migrations), and write changes as a new migration: npm run migrate new NAME`
  }
  return null
}

/** Has nobody and nothing been entered yet? */
export async function isEmptyDatabase(databaseUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ used: boolean }>(
      `SELECT EXISTS (SELECT FROM spaces) OR EXISTS (SELECT FROM events) OR EXISTS (SELECT FROM freelancers) AS used`,
    )
    return rows[0]?.used === false
  } finally {
    await client.end()
  }
}
