import { v7 as uuidv7 } from 'uuid'
import { beforeEach, describe, expect, it } from 'vitest'
import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { forgetJobs, writtenJobs } from '@/lib/testing/jobs'
import { makeEvent, makeFreelancer, makeRsvp } from '@/lib/testing/makers'
import { withBoss } from './boss'
import { enqueue, fanOut } from './commands'
import { DEAD, MAX_ATTEMPTS, QUEUES } from './rules'

const forget = (runAt?: Date) => enqueue(db, 'forget_unproven', { userId: uuidv7() }, runAt)

beforeEach(forgetJobs)

describe('the outbox', () => {
  it('keeps what the transaction keeps and nothing else', async () => {
    await expect(
      db.$transaction(async (tx) => {
        await enqueue(tx, 'forget_unproven', { userId: uuidv7() })
        throw new Error('rolled back')
      }),
    ).rejects.toThrow('rolled back')
    expect(await writtenJobs()).toEqual([])
  })

  it('writes what pg-boss itself would have written', async () => {
    const userId = uuidv7()
    await enqueue(db, 'forget_unproven', { userId })
    const [ours, theirs] = await withBoss(async (boss) => {
      await boss.send('work', { userId, kind: 'forget_unproven' })
      return boss.findJobs('work')
    })
    const { id, createdOn, startAfter, keepUntil, ...rest } = theirs ?? {}
    expect(ours).toMatchObject(rest)
    expect(Math.abs(Number(ours?.keepUntil) - Number(keepUntil))).toBeLessThan(5000)
  })

  it('gives out each job once, to however many ask', async () => {
    for (let i = 0; i < 40; i++) await forget()
    const ids = await withBoss(async (boss) => {
      const asked = Array.from({ length: 20 }, () => boss.fetch('work', { batchSize: 3 }))
      const taken = (await Promise.all(asked)).flat()
      return [...taken, ...(await boss.fetch('work', { batchSize: 100 }))].map(({ id }) => id)
    })
    expect(ids).toHaveLength(40)
    expect(new Set(ids).size).toBe(40)
  })

  it('gives out nothing before its time', async () => {
    await forget(new Date(now().getTime() + 60_000))
    expect(await withBoss((boss) => boss.fetch('work'))).toEqual([])
  })

  it('keeps codes apart, so that no crowd stands before them', async () => {
    await forget()
    await enqueue(db, 'sign_in_code', { codeId: uuidv7() })
    const kinds = await withBoss((boss) => boss.fetch<{ kind: string }>('codes', { batchSize: 9 }))
    expect(kinds.map(({ data }) => data.kind)).toEqual(['sign_in_code'])
  })

  it('gives a job out again when its worker has died', async () => {
    await forget()
    await withBoss(async (boss) => {
      const [first] = await boss.fetch('work')
      await boss.supervise('work')
      expect(await boss.fetch('work')).toEqual([])
      await db.$executeRaw`UPDATE pgboss.job SET started_on = now() - expire_seconds * interval '1 second'`
      await db.$executeRaw`UPDATE pgboss.queue SET monitor_on = NULL, monitor_claim_on = NULL`
      await boss.supervise('work')
      await db.$executeRaw`UPDATE pgboss.job SET start_after = now()`
      expect(await boss.fetch('work')).toMatchObject([{ id: first?.id, retryCount: 1 }])
    })
  })

  it.each(QUEUES)('tries %s again, later each time, and gives up in the end', async (queue) => {
    const { retryLimit, retryDelay, retryBackoff, deadLetter } = await withBoss(async (boss) => {
      const settings = await boss.getQueue(queue)
      if (!settings) throw new Error(`no queue ${queue}`)
      return settings
    })
    expect({ retryLimit, retryDelay, retryBackoff, deadLetter }).toEqual({
      retryLimit: MAX_ATTEMPTS - 1,
      retryDelay: 30,
      retryBackoff: true,
      deadLetter: DEAD,
    })
  })
})

it('fans out to each person once, however often it is done', async () => {
  const event = await makeEvent()
  for (const status of ['going', 'waitlisted', 'cancelled'] as const) {
    await makeRsvp({ eventId: event.id, status })
  }
  const payload = { kind: 'event_cancelled' as const, others: [], eventId: event.id, sequence: 1 }
  for (const id of [uuidv7(), uuidv7()]) {
    await forgetJobs()
    for (let i = 0; i < 2; i++) {
      await fanOut({ id, payload }, 'guest_told_cancellation', [event.id], now())
    }
    expect((await writtenJobs()).map(({ kind }) => kind)).toEqual([
      'guest_told_cancellation',
      'guest_told_cancellation',
    ])
  }
})

it('fans a notice about several dates out to one job for each person, soonest date first', async () => {
  const at = (days: number) => new Date(now().getTime() + days * 86_400_000)
  const dates = []
  for (const days of [9, 2]) dates.push(await makeEvent({ startsAt: at(days), endsAt: at(days + 0.1) }))
  const [later, sooner] = dates
  const both = await makeFreelancer()
  const of = (eventId = '', freelancerId?: string) => makeRsvp({ eventId, freelancerId })
  const [second, first] = [await of(later?.id, both.id), await of(sooner?.id, both.id)]
  const alone = await of(later?.id)
  const payload = { kind: 'event_cancelled' as const, others: [], eventId: '', sequence: 1 }
  const ids = dates.map(({ id }) => id)
  await fanOut({ id: uuidv7(), payload }, 'guest_told_cancellation', ids, now())
  const told = (await writtenJobs('guest_told_cancellation')).map((job) => job.payload)
  expect(told).toHaveLength(2)
  expect(told).toContainEqual(expect.objectContaining({ rsvpId: first.id, others: [second.id] }))
  expect(told).toContainEqual(expect.objectContaining({ rsvpId: alone.id, others: [] }))
})
