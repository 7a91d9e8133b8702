import { randomUUID } from 'node:crypto'
import pg from 'pg'

/** The same server and account, another database. */
export function withDatabaseName(databaseUrl: string, name: string): string {
  const url = new URL(databaseUrl)
  url.pathname = `/${encodeURIComponent(name)}`
  return url.href
}

/** Runs one statement on its own connection. `statement` is ours: no outside text reaches it. */
export async function runStatement(databaseUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

/** Lends an empty database on the server of `databaseUrl`, and drops it afterwards. Needs the CREATEDB right. */
export async function withScratchDatabase<T>(
  databaseUrl: string,
  work: (url: string) => Promise<T>,
): Promise<T> {
  const name = `cafetiere_scratch_${randomUUID().replaceAll('-', '')}`
  await runStatement(databaseUrl, `CREATE DATABASE "${name}"`)
  try {
    return await work(withDatabaseName(databaseUrl, name))
  } finally {
    await runStatement(databaseUrl, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`)
  }
}
