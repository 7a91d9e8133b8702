import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { db } from '@/lib/db'
import { joinEvent } from '@/lib/rsvps/commands'
import { forgetJobs, makeJobsDue, unfinishedJobs, writtenJobs } from '@/lib/testing/jobs'
import { type Mailbox, openMailbox } from '@/lib/testing/mailbox'
import { makeEvent, makeFreelancer, toActor } from '@/lib/testing/makers'
import { withBoss } from './boss'
import { enqueue } from './commands'
import { RECURRING_TASKS } from './recurring'
import { DEAD, MAX_ATTEMPTS } from './rules'
import { drain, startWorker } from './worker'

let mailbox: Mailbox
beforeAll(async () => {
  mailbox = await openMailbox()
})
afterAll(async () => {
  await mailbox.close()
})
beforeEach(forgetJobs)

const join = async () => joinEvent(toActor(await makeFreelancer()), (await makeEvent()).id)

async function withWorker(work: () => Promise<void>) {
  const stop = new AbortController()
  const stopped = startWorker({ signal: stop.signal })
  try {
    await work()
  } finally {
    stop.abort()
    await stopped
  }
}

/** Workers that hear of new jobs. */
async function listeners(): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM pg_stat_activity
    WHERE datname = current_database() AND application_name = 'cafetiere worker' AND query LIKE 'LISTEN%'`
  return row?.count ?? 0
}

it('hears of a job by itself, and stops when told', async () => {
  await withWorker(async () => {
    await vi.waitFor(async () => expect(await listeners()).toBe(1), { timeout: 15_000 })
    await join()
    // Well under the five seconds between two looks: only the notification can be that quick.
    await vi.waitFor(async () => expect(await unfinishedJobs()).toBe(0), { timeout: 15_000, interval: 20 })
    expect(await mailbox.take()).toHaveLength(1)
    const schedules = await withBoss((boss) => boss.getSchedules())
    expect(schedules.map(({ key }) => key).sort()).toEqual(Object.keys(RECURRING_TASKS).sort())
  })
  expect(await listeners()).toBe(0)
  await join()
  expect(await unfinishedJobs()).toBe(1)
})

it('does what was written while nobody listened', async () => {
  await join()
  await withWorker(() => vi.waitFor(async () => expect(await unfinishedJobs()).toBe(0), { timeout: 15_000 }))
  expect(await mailbox.take()).toHaveLength(1)
})

it('goes on after its line to the database was cut', async () => {
  await withWorker(async () => {
    await vi.waitFor(async () => expect(await listeners()).toBe(1), { timeout: 15_000 })
    const ended = await db.$queryRaw<{ pid: number }[]>`
      SELECT pid, pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND application_name = 'cafetiere worker' AND query LIKE 'LISTEN%'`
    await join()
    await vi.waitFor(async () => expect(await unfinishedJobs()).toBe(0), { timeout: 15_000 })
    // It has heard of that, and listens again, before it is told to end.
    const pids = ended.map(({ pid }) => pid)
    const alive = () => db.$queryRaw<unknown[]>`SELECT FROM pg_stat_activity WHERE pid = ANY (${pids})`
    await vi.waitFor(async () => expect(await alive()).toEqual([]), { timeout: 15_000 })
    await vi.waitFor(async () => expect(await listeners()).toBe(1), { timeout: 15_000 })
  })
  expect(await mailbox.take()).toHaveLength(1)
}, 60_000)

it('sends each mail once, with two workers at it', async () => {
  for (let i = 0; i < 12; i++) await join()
  const taken = await Promise.all([drain(), drain()])
  expect(taken.reduce((a, b) => a + b)).toBe(12)
  const mails = await mailbox.take()
  expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(12)
})

it('takes a repeated mail by the same Message-ID', async () => {
  await join()
  await drain()
  await db.$executeRaw`UPDATE pgboss.job SET state = 'retry', start_after = now(), completed_on = NULL`
  await drain()
  const [first, second] = await mailbox.take()
  expect(first?.messageId).toMatch(/^<job-[\da-f-]{36}@localhost>$/)
  expect(second?.messageId).toBe(first?.messageId)
})

it('sets aside what it does not understand, with the reason', async () => {
  await db.$executeRaw`SELECT job_write('of_tomorrow', '{}', now())`
  await withWorker(() => vi.waitFor(async () => expect(await unfinishedJobs()).toBe(0), { timeout: 15_000 }))
  const [dead] = await withBoss((boss) => boss.findJobs<{ kind: string }>(DEAD))
  expect(dead).toMatchObject({
    data: { kind: 'of_tomorrow' },
    sourceOutput: { message: expect.stringContaining('not understood') },
  })
})

it('sets aside what failed too often, with the last error', async () => {
  await enqueue(db, 'forget_unproven', { userId: uuidv7() })
  await db.$executeRaw`ALTER TABLE users RENAME TO users_away`
  try {
    for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
      expect(await unfinishedJobs()).toBe(1)
      await drain()
      await makeJobsDue()
    }
  } finally {
    await db.$executeRaw`ALTER TABLE users_away RENAME TO users`
  }
  expect(await writtenJobs()).toMatchObject([{ state: 'failed' }])
  const [dead] = await withBoss((boss) => boss.findJobs(DEAD))
  expect(dead).toMatchObject({
    sourceRetryCount: MAX_ATTEMPTS - 1,
    sourceOutput: { message: expect.stringContaining('users') },
  })
})

it('does what recurs', async () => {
  for (const { run } of Object.values(RECURRING_TASKS)) await run()
})
