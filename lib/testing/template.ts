import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { applyMigrations } from '@/lib/platform/migrations'
import { startEmbeddedServer } from '@/lib/platform/postgres/server'
import { runStatement, withDatabaseName } from '@/lib/platform/scratch-database'

declare module 'vitest' {
  interface ProvidedContext {
    /** A migrated, empty database that each worker clones. */
    templateUrl: string
  }
}

/** Starts a PostgreSQL for this run alone and migrates a template; both are gone when the run ends. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const directory = await mkdtemp(path.join(tmpdir(), 'cafetiere-test-'))
  // Under root, PostgreSQL runs as a user of its own, who must be able to pass through.
  await chmod(directory, 0o755)
  const server = await startEmbeddedServer({ directory: path.join(directory, 'postgres'), disposable: true })
  const templateUrl = withDatabaseName(server.databaseUrl, 'template_cafetiere')
  try {
    await runStatement(server.databaseUrl, 'CREATE DATABASE template_cafetiere')
    await applyMigrations(templateUrl)
  } catch (error) {
    await server.stop()
    throw error
  }
  project.provide('templateUrl', templateUrl)
  return async () => {
    await server.stop()
    await rm(directory, { recursive: true, force: true })
  }
}
