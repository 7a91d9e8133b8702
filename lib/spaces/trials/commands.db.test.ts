import { beforeEach, expect, it } from 'vitest'
import type { Actor } from '@/lib/accounts/schema'
import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { drain } from '@/lib/jobs/worker'
import { addOwner } from '@/lib/spaces/owners/commands'
import { forgetJobs } from '@/lib/testing/jobs'
import { fileMailbox } from '@/lib/testing/mailbox'
import { makeFreelancer, makeSpace, toActor } from '@/lib/testing/makers'
import { acceptTrial, answerTrial, askTrial, forgetTrials, proposeOther, withdrawTrial } from './commands'
import { trialAt, trialsOf } from './queries'

const mailbox = fileMailbox()
beforeEach(async () => {
  await forgetJobs()
  await db.rateLimit.deleteMany()
  await mailbox.take()
})

const person = async (name: string): Promise<Actor> => toActor(await makeFreelancer({ name }))

/** A place with a first day on the house, of one owner. */
async function offered() {
  const [space, owner] = [await makeSpace({ name: 'La Bulle', trialDay: true }), await person('Odile')]
  await db.$transaction((tx) => addOwner(tx, { spaceId: space.id, freelancerId: owner.id }, '', now()))
  const { halfDays = [] } = (await trialAt(space.id, null, now())) ?? {}
  const [when, other] = halfDays
  if (!when || !other) throw new Error('nothing is offered')
  return { spaceId: space.id, owner, when, other }
}

async function mails() {
  await drain()
  return mailbox.take()
}

it('a request reaches the owners with the first name and the half-day, and the answer who asked', async () => {
  const { spaceId, owner, when } = await offered()
  const ana = await person('Ana')
  expect(await askTrial(ana, { spaceId, when, reachable: true })).toEqual({ ok: true, value: undefined })
  const [asked] = await mails()
  expect([asked?.to].flat()[0]?.text).toBe(owner.email)
  expect(asked?.replyTo?.text).toBe(`"Ana" <${ana.email}>`)
  expect(asked?.subject).toMatch(/^Ana aimerait essayer «.La Bulle.»$/u)
  expect(asked?.text).toContain(when.half === 'morning' ? ', matin' : ', après-midi')
  expect(await trialsOf(spaceId, ana, now())).toBeNull()
  expect((await trialsOf(spaceId, owner, now()))?.requests).toEqual([
    { personId: ana.id, name: 'Ana', status: 'open', when },
  ])

  const answer = { spaceId, personId: ana.id, answer: 'yes' } as const
  expect(await answerTrial(ana, answer)).toEqual({ ok: false, reason: 'place_not_yours' })
  expect((await answerTrial(owner, answer)).ok).toBe(true)
  expect(await answerTrial(owner, { ...answer, answer: 'no' })).toEqual({ ok: false, reason: 'trial_gone' })
  const [told] = await mails()
  expect([told?.to].flat()[0]?.text).toBe(ana.email)
  expect((await trialAt(spaceId, ana, now()))?.mine?.status).toBe('yes')
  expect((await trialAt(spaceId, await person('Bob'), now()))?.mine).toBeNull()
})

it('without leave to answer directly, the owners do not learn the address', async () => {
  const { spaceId, when } = await offered()
  const ana = await person('Ana')
  await askTrial(ana, { spaceId, when, reachable: false })
  const [asked] = await mails()
  expect(asked?.replyTo).toBeUndefined()
  expect(`${asked?.text}${asked?.html}`).not.toContain(ana.email)
})

it('one open request of a person at a place, however often they tap', async () => {
  const { spaceId, owner, when, other } = await offered()
  const ana = await person('Ana')
  const ask = { spaceId, when, reachable: false }
  const taps = await Promise.all([1, 2, 3, 4].map(() => askTrial(ana, ask)))
  expect(taps.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await mails()).toHaveLength(1)
  await answerTrial(owner, { spaceId, personId: ana.id, answer: 'no' })
  expect((await askTrial(ana, { ...ask, when: other })).ok).toBe(true)
  await withdrawTrial(ana, { spaceId })
  expect((await trialsOf(spaceId, owner, now()))?.requests).toEqual([])
})

it('the owners would rather have another half-day, and it suits', async () => {
  const { spaceId, owner, when, other } = await offered()
  const ana = await person('Ana')
  await askTrial(ana, { spaceId, when, reachable: false })
  expect(await acceptTrial(ana, { spaceId })).toEqual({ ok: false, reason: 'trial_gone' })
  const far = { day: '2199-01-01', half: 'morning' } as const
  const propose = { spaceId, personId: ana.id }
  expect(await proposeOther(owner, { ...propose, when: far })).toEqual({ ok: false, reason: 'trial_when' })
  expect((await proposeOther(owner, { ...propose, when: other })).ok).toBe(true)
  await mails()
  expect((await acceptTrial(ana, { spaceId })).ok).toBe(true)
  expect((await mails()).map(({ subject }) => subject)).toEqual([expect.stringContaining('Ana viendra')])
  expect((await trialAt(spaceId, ana, now()))?.mine).toMatchObject({ status: 'yes', ...other })
})

it('is asked of a place that offers it and has somebody to answer, when it is open, and not without end', async () => {
  const { spaceId, owner, when } = await offered()
  const ana = await person('Ana')
  const ask = { spaceId, when, reachable: false }
  const yesterday = { day: '2020-01-06', half: 'morning' } as const
  expect(await askTrial(ana, { ...ask, when: yesterday })).toEqual({ ok: false, reason: 'trial_when' })
  const nobodys = await makeSpace({ trialDay: true })
  expect(await trialAt(nobodys.id, ana, now())).toBeNull()
  expect(await askTrial(ana, { ...ask, spaceId: nobodys.id })).toEqual({ ok: false, reason: 'trial_none' })
  for (let i = 0; i < 5; i++) {
    await askTrial(ana, ask)
    await withdrawTrial(ana, { spaceId })
  }
  expect(await askTrial(ana, ask)).toEqual({ ok: false, reason: 'trial_many' })
  const bob = await person('Bob')
  await askTrial(bob, ask)
  await forgetTrials(new Date(`${when.day}T00:00:00Z`))
  expect((await trialsOf(spaceId, owner, now()))?.requests).toHaveLength(1)
  await forgetTrials(new Date(+new Date(`${when.day}T00:00:00Z`) + 31 * 86_400_000))
  expect((await trialsOf(spaceId, owner, now()))?.requests).toEqual([])
})
