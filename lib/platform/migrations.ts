import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { MigrationList } from '@prisma/schema-engine-wasm'
import { errorCode, OperatorError } from '@/lib/errors'
import { withSchemaEngine } from '@/lib/platform/schema-engine'
import { withScratchDatabase } from '@/lib/platform/scratch-database'

const MIGRATIONS = path.resolve('prisma/migrations')
const SCHEMA = path.resolve('prisma/schema.prisma')
const LOCKFILE = 'migration_lock.toml'
const NO_FILTERS = { externalTables: [], externalEnums: [] }

/** The migrations on disk, in the order of their timestamps, as the engine wants them. */
async function readMigrations(directory = MIGRATIONS): Promise<MigrationList> {
  const entries = await readdir(directory, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  const migrationDirectories = await Promise.all(
    names.sort().map(async (name) => {
      const content = await readFile(path.join(directory, name, 'migration.sql'), 'utf8')
      return {
        path: name,
        migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value: content } },
      }
    }),
  )
  return {
    baseDir: directory,
    lockfile: { path: LOCKFILE, content: await readFile(path.join(directory, LOCKFILE), 'utf8') },
    shadowDbInitScript: '',
    migrationDirectories,
  }
}

/** Applies what `databaseUrl` does not have yet. Returns the names of the migrations it applied. */
export async function applyMigrations(databaseUrl: string): Promise<string[]> {
  const migrationsList = await readMigrations()
  return withSchemaEngine(databaseUrl, undefined, async (engine) => {
    const input = { migrationsList, filters: NO_FILTERS }
    return (await engine.applyMigrations(input)).appliedMigrationNames
  })
}

export type MigrationStatus = {
  onDisk: string[]
  /** On disk, not in the database. */
  pending: string[]
  /** In the database, not on disk: it was migrated by a newer checkout. */
  unknown: string[]
  /** Stopped half-way by an error. */
  failed: string[]
  /** Changed on disk since they were applied. */
  edited: string[]
}

/** Compares the migrations on disk with those recorded in the database's _prisma_migrations. */
export async function migrationStatus(databaseUrl: string): Promise<MigrationStatus> {
  const migrationsList = await readMigrations()
  const found = await withSchemaEngine(databaseUrl, undefined, (engine) =>
    engine.diagnoseMigrationHistory({ migrationsList, optInToShadowDatabase: false, filters: NO_FILTERS }),
  )
  const { history } = found
  return {
    onDisk: migrationsList.migrationDirectories.map((directory) => directory.path),
    pending: history && 'unappliedMigrationNames' in history ? history.unappliedMigrationNames : [],
    unknown: history && 'unpersistedMigrationNames' in history ? history.unpersistedMigrationNames : [],
    failed: found.failedMigrationNames,
    edited: found.editedMigrationNames,
  }
}

/**
 * The SQL that would bring the migrations up to schema.prisma; empty when they agree. Migrations are applied to
 * a scratch database on the server of `databaseUrl`, so what PostgreSQL knows and Prisma cannot say (CHECKs,
 * functions, triggers, partial and expression indexes) stands on one side only: the engine does not see it.
 */
export async function schemaDrift(databaseUrl: string): Promise<string> {
  const schema = await readFile(SCHEMA, 'utf8')
  return withScratchDatabase(databaseUrl, async (scratchUrl) => {
    await applyMigrations(scratchUrl)
    return withSchemaEngine(scratchUrl, schema, async (engine) => {
      const files = [{ path: 'schema.prisma', content: schema }]
      const { stdout } = await engine.diff({
        from: { tag: 'schemaDatasource', files, configDir: path.dirname(SCHEMA) },
        to: { tag: 'schemaDatamodel', files },
        script: true,
        exitCode: null,
        filters: { ...NO_FILTERS, externalTables: ['public._prisma_migrations'] },
      })
      return isEmptyScript(stdout ?? '') ? '' : (stdout ?? '')
    })
  })
}

function isEmptyScript(sql: string): boolean {
  return sql.split('\n').every((line) => line.trim() === '' || line.startsWith('--'))
}

/**
 * Writes prisma/migrations/<timestamp>_<name>/migration.sql with what schema.prisma has and the migrations
 * lack (perhaps nothing: then it is an empty file to fill by hand). Returns the file's path.
 */
export async function newMigration(databaseUrl: string, name: string, now: Date): Promise<string> {
  if (!/^[a-z][a-z0-9_]{0,59}$/.test(name)) {
    throw new OperatorError(
      `"${name}" is no name for a migration: use lower-case letters, digits and _ (at most 60).`,
    )
  }
  const sql = await schemaDrift(databaseUrl)
  const timestamp = now.toISOString().replace(/\D/g, '').slice(0, 14)
  const directory = path.join(MIGRATIONS, `${timestamp}_${name}`)
  try {
    await mkdir(directory)
  } catch (error) {
    if (errorCode(error) === 'EEXIST')
      throw new OperatorError(`${directory} exists already.`, { cause: error })
    throw error
  }
  const file = path.join(directory, 'migration.sql')
  await writeFile(file, sql || '-- Nothing differs from schema.prisma: write the SQL by hand.\n')
  return file
}
