import { v7 as uuidv7 } from 'uuid'
import { beforeEach, describe, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { claimJobs, enqueue, failJob, fanOut, finishJob, purgeJobs } from './commands'
import { nextDue } from './queries'
import { LEASE, MAX_ATTEMPTS } from './rules'

const now = new Date('2026-12-01T10:00:00Z')
const plus = (milliseconds: number) => new Date(now.getTime() + milliseconds)
const forget = (runAt: Date = now) => enqueue(db, 'forget_unproven', { userId: uuidv7() }, runAt)

beforeEach(async () => {
  await db.job.deleteMany()
})

describe('the outbox', () => {
  it('keeps what the transaction keeps and nothing else', async () => {
    await expect(
      db.$transaction(async (tx) => {
        await enqueue(tx, 'forget_unproven', { userId: uuidv7() })
        throw new Error('rolled back')
      }),
    ).rejects.toThrow('rolled back')
    expect(await db.job.count()).toBe(0)
  })

  it('gives out each job once, to however many ask', async () => {
    for (let i = 0; i < 40; i++) await forget()
    const claimed = (await Promise.all(Array.from({ length: 20 }, () => claimJobs(now, 3)))).flat()
    const ids = claimed.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const rest = await claimJobs(now, 100)
    expect(ids.length + rest.length).toBe(40)
  })

  it('gives out nothing before its time', async () => {
    await forget(plus(1000))
    expect(await claimJobs(now, 5)).toEqual([])
    expect(await nextDue()).toEqual(plus(1000))
    expect(await claimJobs(plus(1000), 5)).toHaveLength(1)
  })

  it('gives a job out again when its worker has died', async () => {
    await forget()
    await claimJobs(now, 5)
    expect(await claimJobs(plus(LEASE - 1), 5)).toEqual([])
    expect(await claimJobs(plus(LEASE), 5)).toMatchObject([{ attempts: 2 }])
  })

  it('forgets nothing that is done until its time has come', async () => {
    await forget()
    const [job] = await claimJobs(now, 5)
    await finishJob(job?.id ?? 0n, now)
    expect(await claimJobs(plus(LEASE), 5)).toEqual([])
    expect(await nextDue()).toBeNull()
    expect(await purgeJobs(now)).toBe(0)
    expect(await purgeJobs(plus(1))).toBe(1)
  })

  it('tries again later and gives up in the end, saying why', async () => {
    await forget()
    let at = now
    for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
      const [job] = await claimJobs(at, 5)
      if (!job) throw new Error(`attempt ${attempt} was not given out`)
      const lost = await failJob(job, 'the mail server said no', at)
      expect(lost).toBe(attempt === MAX_ATTEMPTS)
      at = (await nextDue()) ?? at
    }
    expect(await nextDue()).toBeNull()
    expect(await db.job.findFirst({ select: { failedAt: true, lastError: true } })).toEqual({
      failedAt: at,
      lastError: 'the mail server said no',
    })
    expect(await purgeJobs(new Date(at.getTime() + 1))).toBe(1)
  })

  it('sets aside a job that it does not understand', async () => {
    await db.job.create({ data: { kind: 'of_tomorrow', payload: { kind: 'of_tomorrow' }, runAt: now } })
    expect(await claimJobs(now, 5)).toEqual([])
    expect((await db.job.findFirst({ select: { failedAt: true } }))?.failedAt).toEqual(now)
  })

  it('fans out to nobody twice', async () => {
    await enqueue(db, 'event_cancelled', { eventId: uuidv7(), sequence: 1 }, now)
    const [job] = await claimJobs(now, 5)
    if (!job) throw new Error('no job')
    await fanOut(job, 'guest_told_cancellation', uuidv7(), now)
    expect(await db.job.count({ where: { doneAt: null } })).toBe(0)
  })
})
