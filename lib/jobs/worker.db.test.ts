import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { db } from '@/lib/db'
import { joinEvent } from '@/lib/rsvps/commands'
import { type Mailbox, openMailbox } from '@/lib/testing/mailbox'
import { makeEvent, makeFreelancer, toActor } from '@/lib/testing/makers'
import { drain, startWorker } from './worker'

let mailbox: Mailbox
beforeAll(async () => {
  mailbox = await openMailbox()
})
afterAll(async () => {
  await mailbox.close()
})
beforeEach(async () => {
  await db.job.deleteMany()
})

const join = async () => joinEvent(toActor(await makeFreelancer()), (await makeEvent()).id)
const unfinished = () => db.job.count({ where: { doneAt: null } })

it('hears of a job by itself, and stops when told', async () => {
  const stop = new AbortController()
  const stopped = startWorker({ signal: stop.signal })
  await vi.waitFor(async () => expect(await listeners()).toBe(1), { timeout: 5000 })
  await join()
  // Well under the fallback's 15 seconds: only the notification can be that quick.
  await vi.waitFor(async () => expect(await unfinished()).toBe(0), { timeout: 5000 })
  expect(await mailbox.take()).toHaveLength(1)
  stop.abort()
  await stopped
  expect(await listeners()).toBe(0)
  await join()
  expect(await unfinished()).toBe(1)
})

async function listeners(): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM pg_stat_activity
    WHERE datname = current_database() AND application_name = 'cafetiere worker' AND query = 'LISTEN jobs'`
  return row?.count ?? 0
}

it('does what was written while nobody listened', async () => {
  await join()
  const stop = new AbortController()
  const stopped = startWorker({ signal: stop.signal })
  await vi.waitFor(async () => expect(await unfinished()).toBe(0), { timeout: 5000 })
  stop.abort()
  await stopped
  expect(await mailbox.take()).toHaveLength(1)
})

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
  await db.job.updateMany({ data: { doneAt: null, runAt: new Date(0) } })
  await drain()
  const [first, second] = await mailbox.take()
  expect(first?.messageId).toMatch(/^<job-\d+@localhost>$/)
  expect(second?.messageId).toBe(first?.messageId)
})
