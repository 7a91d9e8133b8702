import { beforeEach, describe, expect, it } from 'vitest'
import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { MAX_ATTEMPTS } from '@/lib/jobs/rules'
import { drain } from '@/lib/jobs/worker'
import { forgetJobs, makeJobsDue, writtenJobs } from '@/lib/testing/jobs'
import { fileMailbox } from '@/lib/testing/mailbox'
import { makeFreelancer, toActor } from '@/lib/testing/makers'
import { instanceSetting } from '@/lib/testing/settings'
import { discardDead, retryDead, sendTestMail } from './commands'
import { deadJobs, isAdmin, queueCounts, refusedAddresses } from './queries'

instanceSetting('ADMIN_EMAILS', 'ada@example.org, Grace@Example.org')

const mailbox = fileMailbox()
beforeEach(forgetJobs)

const stranger = async () => toActor(await makeFreelancer())
const ada = async () => ({ ...(await stranger()), email: 'ada@example.org' })

/** Jobs that no program can do, tried until they are given up. */
async function giveUp(...kinds: string[]) {
  for (const kind of kinds) await db.$queryRaw`SELECT job_write(${kind}, '{}'::jsonb, now())::text`
  for (let tried = 0; tried < MAX_ATTEMPTS; tried++) {
    await makeJobsDue()
    await drain()
  }
}

describe('the dead', () => {
  it('are shown with their last error, and tried again under the id they had', async () => {
    await giveUp('nonsense')
    const [job, ...others] = await deadJobs()
    expect(others).toEqual([])
    expect(job).toMatchObject({
      kind: 'nonsense',
      attempts: MAX_ATTEMPTS,
      reason: expect.stringContaining('understood'),
    })
    expect(await queueCounts(now())).toMatchObject({ dead: 1, due: 0 })
    expect(await retryDead(await ada(), job?.id ?? '')).toEqual({ ok: true, value: 1 })
    expect(await deadJobs()).toEqual([])
    expect((await writtenJobs()).filter(({ state }) => state === 'created')).toMatchObject([
      { kind: 'nonsense' },
    ])
    expect(await retryDead(await ada(), job?.id ?? '')).toEqual({ ok: true, value: 0 })
  })

  it('are tried again or thrown away together', async () => {
    await giveUp('one', 'two')
    expect(await retryDead(await ada(), 'all')).toEqual({ ok: true, value: 2 })
    await giveUp()
    expect(await deadJobs()).toHaveLength(2)
    expect(await discardDead(await ada(), 'all')).toEqual({ ok: true, value: 2 })
    expect(await queueCounts(now())).toMatchObject({ dead: 0, due: 0 })
  })

  it('are thrown away one by one', async () => {
    await giveUp('one', 'two')
    const [first, second] = await deadJobs()
    expect(await discardDead(await ada(), first?.id ?? '')).toEqual({ ok: true, value: 1 })
    expect(await discardDead(await ada(), first?.id ?? '')).toEqual({ ok: true, value: 0 })
    expect(await deadJobs()).toEqual([second])
  })
})

it('counts what is due, since when, and what is for later', async () => {
  const at = now()
  const minutes = (n: number) => new Date(at.getTime() + n * 60_000)
  for (const due of [minutes(-30), minutes(-5), minutes(60)]) {
    await db.$queryRaw`SELECT job_write('nonsense', '{}'::jsonb, ${due}::timestamptz)::text`
  }
  expect(await queueCounts(at)).toMatchObject({ due: 2, oldest: minutes(-30), later: 1, done: 0 })
})

describe('a test mail', () => {
  it('leaves at once and brings the answer of the server', async () => {
    expect(await sendTestMail(await ada())).toMatchObject({
      ok: true,
      value: { taken: true, answer: expect.stringMatching(/^250 /) },
    })
    const [mail] = await mailbox.take()
    expect([mail?.to].flat().map((to) => to?.text)).toEqual(['ada@example.org'])
  })

  it('is limited', async () => {
    const actor = await ada()
    for (let i = 0; i < 20; i++) expect(await sendTestMail(actor)).toMatchObject({ ok: true })
    expect(await sendTestMail(actor)).toEqual({ ok: false, reason: 'too_many_mails' })
  })
})

it('is for those who are named alone', async () => {
  const actor = await stranger()
  expect(isAdmin(actor)).toBe(false)
  expect(isAdmin(null)).toBe(false)
  expect(isAdmin({ ...actor, email: 'grace@example.org' })).toBe(true)
  expect(await retryDead(actor, 'all')).toEqual({ ok: false, reason: 'forbidden' })
  expect(await discardDead(actor, 'all')).toEqual({ ok: false, reason: 'forbidden' })
  expect(await sendTestMail(actor)).toEqual({ ok: false, reason: 'forbidden' })
})

it('tells of refused addresses by domain, without naming anybody', async () => {
  for (const [name, at] of [
    ['zoe', '10:00'],
    ['yann', '11:00'],
  ] as const) {
    await makeFreelancer({ email: `${name}@refused.example` })
    await db.user.update({
      where: { email: `${name}@refused.example` },
      data: {
        mailRefusedAt: new Date(`2026-11-23T${at}:00Z`),
        mailRefusal: `550 <${name}@refused.example> unknown`,
      },
    })
  }
  expect(await refusedAddresses()).toContainEqual({
    domain: 'refused.example',
    people: 2,
    answer: '550 <…@refused.example> unknown',
    latest: new Date('2026-11-23T11:00:00Z'),
  })
})
