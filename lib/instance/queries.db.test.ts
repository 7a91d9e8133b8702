import { afterEach, expect, it, vi } from 'vitest'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { runStatement, withDatabaseName } from '@/lib/platform/scratch-database'
import { makeFreelancer } from '@/lib/testing/makers'
import { databaseAnswers, hasDemoData } from './queries'

afterEach(() => {
  vi.useRealTimers()
})

it('knows of demo data, and asks the database at most once a minute', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-23T08:00:00Z') })
  await makeFreelancer()
  expect(await hasDemoData()).toBe(false)
  await makeFreelancer({ demo: true })
  vi.setSystemTime(new Date('2026-11-23T08:00:59Z'))
  expect(await hasDemoData()).toBe(false)
  vi.setSystemTime(new Date('2026-11-23T08:01:00Z'))
  expect(await hasDemoData()).toBe(true)
})

it('says that the database answers, and that it does not while it lets nobody in', async () => {
  expect(await databaseAnswers()).toBe(true)
  const { databaseUrl } = env()
  const name = new URL(databaseUrl).pathname.slice(1)
  const server = withDatabaseName(databaseUrl, 'postgres')
  await runStatement(server, `ALTER DATABASE ${name} ALLOW_CONNECTIONS false`)
  try {
    await runStatement(
      server,
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'`,
    )
    expect(await databaseAnswers()).toBe(false)
  } finally {
    await runStatement(server, `ALTER DATABASE ${name} ALLOW_CONNECTIONS true`)
  }
  expect(await databaseAnswers()).toBe(true)
})

it('does not wait for a database that is too busy to answer', async () => {
  const { promise: finished, resolve: finish } = Promise.withResolvers<void>()
  const begun = Array.from({ length: 10 }, () => Promise.withResolvers<void>())
  const busy = begun.map(({ resolve }) =>
    db.$transaction(
      async (tx) => {
        await tx.$queryRaw`SELECT 1`
        resolve()
        await finished
      },
      { maxWait: 20_000, timeout: 20_000 },
    ),
  )
  await Promise.all(begun.map(({ promise }) => promise))
  // What asks without that patience waits on until the pool gives up.
  const patient = db.$queryRaw`SELECT 1`.then(
    () => 'answered',
    () => 'gave up',
  )
  try {
    expect(await Promise.race([patient, databaseAnswers()])).toBe(false)
  } finally {
    finish()
    await Promise.all(busy)
  }
  expect(await databaseAnswers()).toBe(true)
})
