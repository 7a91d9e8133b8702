import { access, chmod, mkdtemp, rename, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { checkDatabase } from '@/lib/platform/postgres/external'
import { removeCluster } from '@/lib/platform/postgres/home'
import { startEmbeddedServer } from '@/lib/platform/postgres/server'

let parent: string
let directory: string

beforeAll(async () => {
  parent = await mkdtemp(path.join(os.tmpdir(), 'cafetiere-server-'))
  await chmod(parent, 0o755)
  directory = path.join(parent, 'postgres')
})
afterAll(() => rm(parent, { recursive: true, force: true }))

const start = () => startEmbeddedServer({ directory, disposable: true })

async function run(databaseUrl: string, sql: string) {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

it('keeps its data from start to start, also when the earlier start was killed', async () => {
  const first = await start()
  expect(first.fresh).toBe(true)
  await run(first.databaseUrl, 'CREATE TABLE kept AS SELECT 42 AS answer')

  // The first is left running, as a start that was killed leaves it.
  const second = await start()
  expect(second.fresh).toBe(false)
  expect(await run(second.databaseUrl, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }])
  await second.stop()
  await expect(checkDatabase(second.databaseUrl)).rejects.toThrow('does not answer')
})

it('never begins anew over data whose password is lost', async () => {
  const file = path.join(directory, 'cafetiere.json')
  await rename(file, path.join(parent, 'elsewhere.json'))
  await expect(start()).rejects.toThrow('Bring that file back')
  await rename(path.join(parent, 'elsewhere.json'), file)

  const server = await start()
  expect(await run(server.databaseUrl, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }])
  await server.stop()
})

it('says which part of a wrong DATABASE_URL to mend, as PostgreSQL itself refuses it', async () => {
  const server = await start()
  const wrong = new URL(server.databaseUrl)
  wrong.pathname = '/nowhere'
  await expect(checkDatabase(wrong.href)).rejects.toThrow('"nowhere" does not exist')
  wrong.pathname = '/cafetiere'
  wrong.password = 'guessed'
  await expect(checkDatabase(wrong.href)).rejects.toThrow('refuses user "cafetiere"')
  await expect(checkDatabase(server.databaseUrl)).resolves.toBeUndefined()
  await server.stop()
})

it('is gone after a reset', async () => {
  await removeCluster(directory)
  await expect(access(directory)).rejects.toThrow('ENOENT')
})
