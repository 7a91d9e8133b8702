import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import pg from 'pg'
import { errorCode } from '@/lib/errors'
import { QUEUE_SETTINGS } from '@/lib/jobs/rules'

const MIGRATIONS = path.resolve('prisma/migrations')
/** Any number that nothing else locks. */
const LOCK = 20_100_413

/**
 * Does the database have just the migrations on disk, each as it is there, and the queues as they are set? One question
 * instead of Prisma's engine, which takes half a second. Whatever else it finds is for the engine to tell apart.
 */
export async function isUpToDate(databaseUrl: string): Promise<boolean> {
  const [onDisk, queues] = await Promise.all([migrationsOnDisk(), queuesWanted()])
  const found = await standingOf(databaseUrl)
  return found !== null && found.queues === queues && found.migrations === onDisk
}

type Standing = { migrations: string; queues: string | null }

async function standingOf(databaseUrl: string): Promise<Standing | null> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const { rows } = await client.query<Standing>(
      `SELECT coalesce(string_agg(migration_name || ' ' || checksum || ' ' ||
           CASE WHEN finished_at IS NULL OR rolled_back_at IS NOT NULL THEN 'unfinished' ELSE 'applied' END,
           E'\n' ORDER BY migration_name COLLATE "C"), '') AS migrations,
         obj_description(to_regnamespace('pgboss'), 'pg_namespace') AS queues
       FROM _prisma_migrations`,
    )
    return rows[0] ?? null
  } catch (error) {
    // An empty database has no such table.
    if (errorCode(error) === '42P01') return null
    throw error
  } finally {
    await client.end()
  }
}

/** As Prisma notes them: names, and SHA-256 of what they do. */
async function migrationsOnDisk(): Promise<string> {
  const entries = await readdir(MIGRATIONS, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
  const lines = names.sort().map(async (name) => {
    const sql = await readFile(path.join(MIGRATIONS, name, 'migration.sql'))
    return `${name} ${createHash('sha256').update(sql).digest('hex')} applied`
  })
  return (await Promise.all(lines)).join('\n')
}

/** What the queues are made of: pg-boss in its version, and our settings. */
async function queuesWanted(): Promise<string> {
  const manifest = await readFile(path.resolve('node_modules/pg-boss/package.json'), 'utf8')
  const { version }: { version: string } = JSON.parse(manifest)
  const digest = createHash('sha256').update(JSON.stringify(QUEUE_SETTINGS)).digest('hex')
  return `pg-boss ${version}, queues ${digest.slice(0, 16)}`
}

/** Notes on the queue's schema how it was set up. Who does not own it looks each time. */
export async function markQueues(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    // One transaction: PostgreSQL refuses two who comment on the same at once.
    await client.query(
      `SELECT pg_advisory_xact_lock(${LOCK}); COMMENT ON SCHEMA pgboss IS '${await queuesWanted()}'`,
    )
  } catch (error) {
    if (errorCode(error) !== '42501') throw error
  } finally {
    await client.end()
  }
}
