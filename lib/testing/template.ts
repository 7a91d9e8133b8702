import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { migrateDatabase } from '@/lib/platform/database'
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
  await using opened = new AsyncDisposableStack()
  opened.defer(() => rm(directory, { recursive: true, force: true }))
  const server = await startEmbeddedServer({ directory: path.join(directory, 'postgres'), disposable: true })
  opened.defer(() => server.stop())
  const templateUrl = withDatabaseName(server.databaseUrl, 'template_cafetiere')
  await runStatement(server.databaseUrl, 'CREATE DATABASE template_cafetiere')
  await migrateDatabase(templateUrl)
  project.provide('templateUrl', templateUrl)
  const standing = opened.move()
  return () => standing.disposeAsync()
}
