import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { env } from '@/lib/env'
import { parseChoice, perform } from '@/lib/platform/migrate'
import { migrationStatus, newMigration, schemaDrift } from '@/lib/platform/migrations'
import { withScratchDatabase } from '@/lib/platform/scratch-database'
import { isUpToDate } from '@/lib/platform/standing'

const { databaseUrl } = env()
const deploy = (url: string) => perform({ what: 'deploy' }, url)
const status = (url: string) => perform({ what: 'status' }, url)

async function run(url: string, sql: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

it('holds schema.prisma and the migrations to each other', async () => {
  expect(await schemaDrift(databaseUrl)).toBe('')
})

it('brings an empty database up to date, once, and says where one stands', async () => {
  await withScratchDatabase(databaseUrl, async (url) => {
    const { onDisk } = await migrationStatus(url)
    expect(await status(url)).toContain(`0 of ${onDisk.length} migrations applied. To come: ${onDisk[0]}`)
    expect(await deploy(url)).toBe(`Applied: ${onDisk.join(', ')}.`)
    expect(await status(url)).toBe(`The database is up to date: ${onDisk.length} migrations applied.`)
    expect(await deploy(url)).toContain('nothing to apply')
    expect(await isUpToDate(url)).toBe(true)
    // As an earlier version of the program leaves them, with queues of its own.
    await run(url, `COMMENT ON SCHEMA pgboss IS 'otherwise'`)
    expect(await isUpToDate(url)).toBe(false)
    await expect(run(url, 'SELECT FROM events')).resolves.toEqual([])
  })
})

describe('a history that forbids it', () => {
  it.each([
    [
      'an edited migration',
      `UPDATE _prisma_migrations SET checksum = 'other'`,
      /was changed after .* npm run migrate new NAME/,
    ],
    [
      'a migration of a newer checkout',
      `UPDATE _prisma_migrations SET migration_name = '29990101000000_later' WHERE migration_name = (SELECT max(migration_name) FROM _prisma_migrations)`,
      /newer version .*29990101000000_later.*git pull/,
    ],
    [
      'a migration that stopped half-way',
      'UPDATE _prisma_migrations SET finished_at = NULL',
      /stopped half-way .* backup/,
    ],
  ])('says how to mend %s', async (_name, sql, sentence) => {
    await withScratchDatabase(databaseUrl, async (url) => {
      await deploy(url)
      await run(url, sql)
      await expect(deploy(url)).rejects.toThrow(sentence)
      await expect(status(url)).rejects.toThrow(sentence)
    })
  })
})

it.each(['', 'Add Seats', '../seats', 'x'.repeat(61)])('writes no migration named "%s"', async (name) => {
  await expect(newMigration(databaseUrl, name, new Date(0))).rejects.toThrow('is no name for a migration')
})

it('reads what it is asked, and shows its use otherwise', () => {
  expect(parseChoice([])).toEqual({ what: 'deploy' })
  expect(parseChoice(['status'])).toEqual({ what: 'status' })
  expect(parseChoice(['new', 'add_seats'])).toEqual({ what: 'new', name: 'add_seats' })
  for (const args of [['new'], ['new', 'a', 'b'], ['rollback'], ['status', 'now']])
    expect(() => parseChoice(args)).toThrow('npm run migrate new NAME')
})
