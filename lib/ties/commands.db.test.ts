import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/accounts/schema'
import { block } from '@/lib/blocks/commands'
import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { eraseAccount } from '@/lib/freelancers/commands'
import { forgetJobs, writtenJobs } from '@/lib/testing/jobs'
import { makeEvent, makeFreelancer, makeRsvp, toActor } from '@/lib/testing/makers'
import { nextTogether, tiesComing } from '@/lib/ties/coming/queries'
import { lately } from '@/lib/ties/lately/queries'
import { leaveWay, sayGlad, takeBackGlad, takePart } from './commands'
import { myPeople, tieWith } from './queries'

const hours = (n: number) => new Date(now().getTime() + n * 3_600_000)
const someone = async (name: string) => toActor(await makeFreelancer({ name, visibility: 'members' }))
const UNKNOWN = { ok: false, reason: 'person_unknown' }
const WAY = '06 00 00 00 01'

let [ana, bob, cleo]: Actor[] = []
let eventId = ''

const attend = async (id: string, ...people: Actor[]) => {
  for (const { id: freelancerId } of people) await makeRsvp({ eventId: id, freelancerId })
}

beforeEach(async () => {
  await forgetJobs()
  ;[ana, bob, cleo] = [await someone('Ana Test'), await someone('Bob Test'), await someone('Cléo Test')]
  eventId = (await makeEvent({ startsAt: hours(-4), endsAt: hours(-2), seatsTaken: 3 })).id
  await attend(eventId, ana, bob, cleo)
})

const people = () => ({ ana: ana as Actor, bob: bob as Actor, cleo: cleo as Actor })

/** All that a person can read of others here, and every job that could write to somebody. */
async function seenBy({ id }: { id: string }) {
  return {
    lately: await lately(id, now()),
    atEvent: await lately(id, now(), eventId),
    people: await myPeople(id, now()),
    next: [...(await nextTogether(id, now()))],
    coming: await tiesComing(id, eventId, now()),
  }
}

async function tie() {
  const { ana, bob } = people()
  await sayGlad(ana, bob.id)
  await sayGlad(bob, ana.id)
}

describe('one alone is glad', () => {
  test('and nobody else sees, hears or is answered anything else than before', async () => {
    const { ana, bob, cleo } = people()
    const before = [await seenBy(bob), await seenBy(cleo)]
    expect(await sayGlad(ana, bob.id)).toEqual({ ok: true })
    expect(await sayGlad(ana, bob.id)).toEqual({ ok: true })
    expect([await seenBy(bob), await seenBy(cleo)]).toEqual(before)
    expect(await writtenJobs()).toEqual([])
    expect(await tieWith(ana.id, bob.id)).toBeNull()
    expect(await tieWith(bob.id, ana.id)).toBeNull()
    // Bob is answered the same by Cléo's silence and by Ana's word.
    expect(await leaveWay(bob, { personId: ana.id, way: WAY })).toEqual(UNKNOWN)
    expect(await leaveWay(bob, { personId: cleo.id, way: WAY })).toEqual(UNKNOWN)
    expect(await leaveWay(ana, { personId: bob.id, way: WAY })).toEqual(UNKNOWN)
    const [own] = (await lately(ana.id, now())).map(({ people }) =>
      people.map(({ name, glad, tied }) => [name, glad, tied]),
    )
    expect(own).toEqual([
      ['Bob', true, false],
      ['Cléo', false, false],
    ])
  })

  test('and may take it back: nothing of it stays', async () => {
    const { ana, bob } = people()
    await sayGlad(ana, bob.id)
    expect(await takeBackGlad(ana, bob.id)).toEqual({ ok: true })
    expect(await db.glad.count({ where: { personId: ana.id } })).toBe(0)
    await sayGlad(bob, ana.id)
    expect(await tieWith(bob.id, ana.id)).toBeNull()
  })
})

describe('both are glad', () => {
  test('each learns of it, once, even when both say it in the same instant', async () => {
    const { ana, bob, cleo } = people()
    await Promise.all([sayGlad(ana, bob.id), sayGlad(bob, ana.id)])
    const told = (await writtenJobs('tie_formed')).map(
      ({ payload }) => payload as unknown as { personId: string },
    )
    expect(told.map(({ personId }) => personId).sort()).toEqual([ana.id, bob.id].sort())
    expect((await myPeople(ana.id, now())).ties.map(({ name, times }) => [name, times])).toEqual([
      ['Bob Test', 1],
    ])
    expect((await myPeople(ana.id, now())).met.map(({ name }) => name)).toEqual(['Cléo Test'])
    expect(JSON.stringify(await seenBy(cleo))).not.toContain('"tied":true')
  })

  test('a way is for the other alone, and goes when it is taken back', async () => {
    const { ana, bob, cleo } = people()
    await tie()
    await sayGlad(cleo, ana.id)
    expect(await leaveWay(ana, { personId: bob.id, way: WAY })).toEqual({ ok: true })
    expect((await tieWith(bob.id, ana.id))?.theirWay).toBe(WAY)
    expect((await tieWith(ana.id, bob.id))?.myWay).toBe(WAY)
    expect(JSON.stringify(await seenBy(cleo))).not.toContain(WAY)
    await leaveWay(ana, { personId: bob.id, way: '' })
    expect((await tieWith(bob.id, ana.id))?.theirWay).toBe('')
  })

  test('one takes it back: the tie ends on both sides, without a word, and the ways go', async () => {
    const { ana, bob } = people()
    await tie()
    await leaveWay(ana, { personId: bob.id, way: WAY })
    await leaveWay(bob, { personId: ana.id, way: WAY })
    await forgetJobs()
    await takeBackGlad(ana, bob.id)
    expect([await tieWith(ana.id, bob.id), await tieWith(bob.id, ana.id)]).toEqual([null, null])
    expect(await writtenJobs()).toEqual([])
    // Glad again: a tie again, and nothing of the old ways.
    await sayGlad(ana, bob.id)
    expect(await tieWith(bob.id, ana.id)).toMatchObject({ tied: true, myWay: '', theirWay: '' })
  })

  test('whoever was told is told no more, however often the other changes their mind', async () => {
    const { ana, bob } = people()
    await tie()
    await db.glad.updateMany({ data: { toldAt: now() } })
    await forgetJobs()
    for (let turn = 0; turn < 3; turn += 1) {
      await takeBackGlad(ana, bob.id)
      await sayGlad(ana, bob.id)
    }
    expect(await writtenJobs()).toEqual([])
  })

  test('they are told of an outing to come that both come to, where the other is in the list', async () => {
    const { ana, bob, cleo } = people()
    await tie()
    const next = await makeEvent({ title: 'La suite' })
    await attend(next.id, ana, cleo)
    const rsvp = await makeRsvp({ eventId: next.id, freelancerId: bob.id })
    expect(await tiesComing(ana.id, next.id, now())).toEqual(['Bob'])
    expect((await nextTogether(ana.id, now())).get(bob.id)).toMatchObject({ id: next.id, slug: 'la-suite' })
    expect(await tiesComing(cleo.id, next.id, now())).toEqual([])
    for (const [change, back] of [
      [{ unlisted: true }, { unlisted: false }],
      [{ status: 'cancelled' }, { status: 'going' }],
    ] as const) {
      await db.rsvp.update({ where: { id: rsvp.id }, data: change })
      expect(await tiesComing(ana.id, next.id, now())).toEqual([])
      expect((await nextTogether(ana.id, now())).size).toBe(0)
      await db.rsvp.update({ where: { id: rsvp.id }, data: back })
    }
    await db.event.update({ where: { id: next.id }, data: { listVisibility: 'hosts' } })
    expect(await tiesComing(ana.id, next.id, now())).toEqual([])
  })
})

describe('nobody is glad of', () => {
  test('a stranger, themselves, a ghost, or somebody they may not know of', async () => {
    const { ana, bob } = people()
    const stranger = await someone('Zoé')
    for (const id of [stranger.id, ana.id, randomUUID()]) expect(await sayGlad(ana, id)).toEqual(UNKNOWN)
    await db.freelancer.update({ where: { id: bob.id }, data: { visibility: 'hidden' } })
    expect(await sayGlad(ana, bob.id)).toEqual(UNKNOWN)
    expect(await sayGlad(bob, ana.id)).toEqual(UNKNOWN)
    expect(await db.glad.count({ where: { OR: [{ personId: ana.id }, { aboutId: ana.id }] } })).toBe(0)
  })

  test('whoever was not there is not asked', async () => {
    const stranger = await someone('Zoé')
    expect(await lately(stranger.id, now(), eventId)).toEqual([])
    const { ana } = people()
    await db.event.update({ where: { id: eventId }, data: { startsAt: hours(-340), endsAt: hours(-337) } })
    expect(await lately(ana.id, now(), eventId)).toEqual([])
  })
})

describe('a tie rests or ends', () => {
  test('while one of the two is hidden', async () => {
    const { ana, bob } = people()
    await tie()
    await leaveWay(ana, { personId: bob.id, way: WAY })
    await db.freelancer.update({ where: { id: ana.id }, data: { visibility: 'hidden' } })
    expect(JSON.stringify(await seenBy(bob))).not.toContain(ana.id)
    expect(JSON.stringify(await seenBy(bob))).not.toContain(WAY)
    const own = await seenBy(ana)
    expect(own.people).toEqual({ standing: 'hidden', ties: [], met: [] })
    expect(own.atEvent).toMatchObject([{ standing: 'hidden', people: [] }])
  })

  test('when one blocks the other, for good', async () => {
    const { ana, bob } = people()
    await tie()
    await block(bob, ana.id)
    expect(JSON.stringify(await seenBy(ana))).not.toContain(bob.id)
    expect(JSON.stringify(await seenBy(bob))).not.toContain(ana.id)
    expect(await sayGlad(ana, bob.id)).toEqual(UNKNOWN)
    await db.block.deleteMany({ where: { blockerId: bob.id } })
    expect(await tieWith(ana.id, bob.id)).toBeNull()
  })

  test('when one takes part no longer: all that was said by them or of them is forgotten', async () => {
    const { ana, bob, cleo } = people()
    await tie()
    await sayGlad(cleo, ana.id)
    await takePart(ana, false)
    expect(await db.glad.count({ where: { OR: [{ personId: ana.id }, { aboutId: ana.id }] } })).toBe(0)
    expect(JSON.stringify(await seenBy(bob))).not.toContain(ana.id)
    expect(await sayGlad(bob, ana.id)).toEqual(UNKNOWN)
    expect((await seenBy(ana)).people).toEqual({ standing: 'out', ties: [], met: [] })
    await takePart(ana, true)
    expect((await seenBy(ana)).people).toMatchObject({ standing: 'in', ties: [] })
  })

  test('when one goes for good', async () => {
    const { ana, bob } = people()
    await tie()
    expect(await eraseAccount(ana, { email: ana.email })).toEqual({ ok: true })
    expect(await db.glad.count({ where: { OR: [{ personId: bob.id }, { aboutId: bob.id }] } })).toBe(0)
    expect(JSON.stringify(await seenBy(bob))).not.toContain(ana.id)
  })
})
