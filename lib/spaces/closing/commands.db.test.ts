import { expect, it } from 'vitest'
import type { Actor } from '@/lib/accounts/schema'
import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { decideCorrection, undoCorrection, withdrawCorrection } from '@/lib/spaces/corrections/commands'
import { makeFreelancer, makeSpace, toActor } from '@/lib/testing/makers'
import { instanceSetting } from '@/lib/testing/settings'
import { sayClosing } from './commands'
import { closingWords } from './queries'

instanceSetting('ADMIN_EMAILS', 'ada@example.org')

/** Milliseconds. */
const DAY = 86_400_000

async function memberFor(days: number): Promise<Actor> {
  const actor = toActor(await makeFreelancer())
  const emailVerified = new Date(now().getTime() - days * DAY)
  await db.user.update({ where: { id: actor.id }, data: { emailVerified } })
  return actor
}

const isClosed = async (id: string) => (await db.space.findUniqueOrThrow({ where: { id } })).closedOn !== null
const closed = (spaceId: string) => ({ spaceId, is: 'closed' }) as const
const open = (spaceId: string) => ({ spaceId, is: 'open' }) as const

it('two people’s word closes a place, two others’ opens it', async () => {
  const [ana, bob, cleo] = [await memberFor(7), await memberFor(7), await memberFor(7)]
  const space = await makeSpace()
  expect(await sayClosing(ana, closed(space.id))).toEqual({ ok: true, value: { applied: false } })
  expect(await sayClosing(ana, closed(space.id))).toEqual({ ok: true, value: { applied: false } })
  expect(await closingWords(space, ana)).toEqual({ people: 1, mine: expect.any(String) })
  expect(await closingWords(space, bob)).toEqual({ people: 1, mine: null })
  expect(await isClosed(space.id)).toBe(false)
  expect(await sayClosing(bob, closed(space.id))).toEqual({ ok: true, value: { applied: true } })
  expect(await isClosed(space.id)).toBe(true)
  expect(await db.spaceCorrection.findMany({ where: { spaceId: space.id } })).toMatchObject([
    { status: 'applied', decidedBy: null },
    { status: 'applied', decidedBy: null },
  ])
  expect(await closingWords(space, ana)).toEqual({ people: 0, mine: null })

  await sayClosing(ana, open(space.id))
  expect(await isClosed(space.id)).toBe(true)
  await sayClosing(cleo, open(space.id))
  expect(await isClosed(space.id)).toBe(false)
})

it('two at once close it, and each said so once', async () => {
  const [ana, bob] = [await memberFor(30), await memberFor(30)]
  const space = await makeSpace()
  await Promise.all([ana, ana, bob, bob].map((who) => sayClosing(who, closed(space.id))))
  expect(await isClosed(space.id)).toBe(true)
  expect(await db.spaceCorrection.count({ where: { spaceId: space.id } })).toBe(2)
})

it('newcomers’ words wait for an administrator, who may undo it; a word can be taken back', async () => {
  const ada = { ...(await memberFor(1)), email: 'ada@example.org' }
  const [ana, bob] = [await memberFor(6), await memberFor(400)]
  const space = await makeSpace()
  await sayClosing(ana, closed(space.id))
  await sayClosing(bob, closed(space.id))
  expect(await isClosed(space.id)).toBe(false)
  const mine = (await closingWords(space, bob))?.mine ?? ''
  expect(await withdrawCorrection(bob, mine)).toEqual({ ok: true, value: undefined })
  const theirs = (await closingWords(space, ana))?.mine ?? ''
  await decideCorrection(ada, theirs, 'apply')
  expect(await isClosed(space.id)).toBe(true)
  await undoCorrection(ada, theirs)
  expect(await isClosed(space.id)).toBe(false)
})

it('an administrator’s word does at once; a claimed place is its owner’s to close, a home nobody’s', async () => {
  const ada = { ...(await memberFor(1)), email: 'ada@example.org' }
  const [ana, bob, owner] = [await memberFor(99), await memberFor(99), await memberFor(1)]
  const plain = await makeSpace()
  await sayClosing(ana, closed(plain.id))
  expect(await sayClosing(ada, closed(plain.id))).toEqual({ ok: true, value: { applied: true } })
  expect(await db.spaceCorrection.count({ where: { spaceId: plain.id, status: 'pending' } })).toBe(0)
  const space = await makeSpace()
  await db.spaceOwner.create({ data: { spaceId: space.id, freelancerId: owner.id } })
  for (const who of [ana, bob]) await sayClosing(who, closed(space.id))
  expect(await isClosed(space.id)).toBe(false)
  expect(await sayClosing(owner, closed(space.id))).toEqual({ ok: true, value: { applied: true } })
  const home = await makeSpace({ kind: 'home_table' })
  expect(await sayClosing(ada, closed(home.id))).toEqual({ ok: false, reason: 'place_unknown' })
  expect(await closingWords(home, ada)).toBeNull()
})
