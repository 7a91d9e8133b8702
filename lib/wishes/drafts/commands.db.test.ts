import { beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/accounts/schema'
import { block } from '@/lib/blocks/commands'
import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { drain } from '@/lib/jobs/worker'
import { writtenJobs } from '@/lib/testing/jobs'
import { fileMailbox } from '@/lib/testing/mailbox'
import { makeEvent, makeRsvp, makeSpace } from '@/lib/testing/makers'
import {
  actorOf,
  askedFace,
  aWish,
  drafted,
  forgetWishes,
  HERE,
  people,
  somebody,
  wished,
} from '@/lib/testing/wishes'
import { dropWish, withdrawWish } from '@/lib/wishes/commands'
import { declineFace, draftAround, draftWaiting, passFace } from './commands'
import { faceToken } from './queries'
import { NOTICE, REST } from './rules'

const NEXT_CELL = { lat: HERE.lat + 0.045, lng: HERE.lng }

const mailbox = fileMailbox()
beforeEach(async () => {
  await forgetWishes()
  await db.space.deleteMany()
  await mailbox.take()
})

const theDraft = () => db.wishDraft.findFirstOrThrow({ include: { wishes: true } })

describe('three within reach', () => {
  it('draft one outing, three days ahead, at the place that is open then', async () => {
    const space = await makeSpace({
      name: 'Le Central',
      kind: 'cafe',
      ...HERE,
      openingHours: 'Mo-Fr 08:00-19:00',
    })
    await makeSpace({ name: 'Chez Zoé', kind: 'home_table', ...HERE, openingHours: '24/7' })
    const [ana, bob, cleo] = (await people('Ana', 'Bob', 'Cléo')) as [Actor, Actor, Actor]
    await wished([ana, bob], HERE)
    await wished([cleo], NEXT_CELL)
    const id = await draftAround(cleo.id)
    const draft = await theDraft()
    expect(draft).toMatchObject({ id, kind: 'open_coffee', spaceId: space.id, timeZone: 'Europe/Paris' })
    expect(draft.area).not.toBe('')
    expect(draft.wishes).toHaveLength(3)
    expect(draft.startsAt.getTime()).toBeGreaterThan(now().getTime() + NOTICE - 1000)
    expect(await draftAround(ana.id)).toBeNull()
    expect(await db.wishDraft.count()).toBe(1)
  })

  it('are not two, nor three of whom one is too far, resting, invented or has faded', async () => {
    const [ana, bob, cleo] = (await people('Ana', 'Bob', 'Cléo')) as [Actor, Actor, Actor]
    await wished([ana, bob])
    expect(await draftAround(ana.id)).toBeNull()
    await wished([cleo], { lat: HERE.lat + 0.1, lng: HERE.lng })
    expect(await draftAround(ana.id)).toBeNull()
    await wished([cleo])
    const third = { where: { freelancerId: cleo.id } }
    await db.wish.update({ ...third, data: { restUntil: new Date(now().getTime() + 1000_000) } })
    expect(await draftAround(ana.id)).toBeNull()
    await db.wish.update({ ...third, data: { restUntil: null, wishedAt: new Date('2020-01-01') } })
    expect(await draftAround(ana.id)).toBeNull()
    await db.wish.update({ ...third, data: { wishedAt: now() } })
    await db.freelancer.update({ where: { id: cleo.id }, data: { demo: true } })
    expect(await draftAround(ana.id)).toBeNull()
    await db.freelancer.update({ where: { id: cleo.id }, data: { demo: false } })
    expect(await draftAround(ana.id)).not.toBeNull()
  })

  it('are one draft when twenty wish at once', async () => {
    const all = await Promise.all(Array.from({ length: 20 }, (_, i) => somebody(`P${i}`)))
    await Promise.all(all.map((actor) => dropWish(actor, aWish)))
    await Promise.all([drain(), drain(), drain()])
    await drain()
    expect(await db.wishDraft.count()).toBe(1)
    expect((await theDraft()).wishes).toHaveLength(20)
    expect(await writtenJobs('wish_face')).toHaveLength(1)
    const faces = (await mailbox.take()).filter(({ subject }) => subject?.includes('ouvrez-vous la table'))
    expect(faces).toHaveLength(1)
  })

  it('are never two of whom one blocked the other', async () => {
    const [ana, bob, cleo, dan] = (await people('Ana', 'Bob', 'Cléo', 'Dan')) as [Actor, Actor, Actor, Actor]
    await block(bob, ana.id)
    await wished([ana, bob, cleo])
    expect(await draftAround(cleo.id)).toBeNull()
    await wished([dan])
    await draftAround(dan.id)
    const together = (await theDraft()).wishes.map(({ freelancerId }) => freelancerId)
    expect(together).toHaveLength(3)
    expect(together.includes(ana.id) && together.includes(bob.id)).toBe(false)
    const left = [ana, bob].find(({ id }) => !together.includes(id))
    expect(await draftAround(left?.id ?? '')).toBeNull()
  })
})

describe('the face of it', () => {
  it('is whoever has been out most, then the next after a no or a silence, until nobody is left', async () => {
    const [ana, bob, cleo] = (await people('Ana', 'Bob', 'Cléo')) as [Actor, Actor, Actor]
    const past = { startsAt: new Date('2026-01-05T08:00:00Z'), endsAt: new Date('2026-01-05T09:00:00Z') }
    const event = await makeEvent({ ...past, organizerId: cleo.id })
    await makeRsvp({ eventId: event.id, freelancerId: bob.id })
    await makeEvent({ ...past, organizerId: cleo.id })
    await wished([ana, bob, cleo])
    const id = (await draftAround(ana.id)) ?? ''
    expect(await askedFace()).toBe(cleo.id)
    expect(await declineFace(faceToken(id, cleo.id))).toEqual({ ok: true, value: undefined })
    expect(await askedFace()).toBe(bob.id)
    // The silence of somebody who has said no already is nothing new.
    await passFace({ draftId: id, freelancerId: cleo.id })
    expect(await askedFace()).toBe(bob.id)
    const [silence] = (await writtenJobs('wish_face_silent')).slice(-1)
    expect(silence?.runAt.getTime()).toBeGreaterThan(now().getTime() + 47 * 3_600_000)
    await passFace({ draftId: id, freelancerId: bob.id })
    expect(await askedFace()).toBe(ana.id)
    await passFace({ draftId: id, freelancerId: ana.id })
    expect(await db.wishDraft.count()).toBe(0)
    const rows = await db.wish.findMany()
    expect(rows).toHaveLength(3)
    for (const { draftId, restUntil } of rows) {
      expect(draftId).toBeNull()
      expect(restUntil?.getTime()).toBeGreaterThan(now().getTime() + REST - 60_000)
    }
    await draftWaiting()
    expect(await db.wishDraft.count()).toBe(0)
    await db.wish.updateMany({ data: { restUntil: new Date(now().getTime() - 1000) } })
    await draftWaiting()
    expect(await db.wishDraft.count()).toBe(1)
  })

  it('is asked once, in their language, without a name of anybody else; the link answers for one person and draft', async () => {
    const { id } = await drafted('Ana', 'Bob', 'Cléo')
    await drain()
    const [mail, ...more] = await mailbox.take()
    expect(more).toEqual([])
    expect(mail?.subject).toContain('2 autres personnes viendraient')
    expect(mail?.text).not.toMatch(/Bob|Cléo/)
    const face = await askedFace()
    expect(mail?.text).toContain(`/fr/wishes/face/${faceToken(id, face)}`)
    await db.$executeRaw`UPDATE pgboss.job SET state = 'created', completed_on = NULL WHERE data->>'kind' = 'wish_face'`
    await drain()
    expect(await mailbox.take()).toEqual([])
    expect(await declineFace('nonsense')).toEqual({ ok: false, reason: 'not_found' })
  })

  it('is never somebody who wants no such mail', async () => {
    const actors = await people('Ana', 'Bob', 'Cléo')
    for (const { id } of actors.slice(0, 2))
      await db.messageSetting.create({ data: { userId: id, kind: 'wish', mail: false, push: false } })
    await wished(actors)
    await draftAround(actors[0]?.id ?? '')
    expect(await askedFace()).toBe(actors[2]?.id)
  })

  it('passes on when they change their mind, move away or are gone; too few end it without a rest', async () => {
    const { id } = await drafted('Ana', 'Bob', 'Cléo', 'Dan')
    const first = await askedFace()
    await withdrawWish(await actorOf(first))
    const second = await askedFace()
    expect(second).not.toBe(first)
    expect((await theDraft()).id).toBe(id)
    await dropWish(await actorOf(second), { ...aWish, cell: { lat: 48, lng: 3 } })
    expect(await db.wishDraft.count()).toBe(0)
    expect(await db.wish.count({ where: { restUntil: { not: null } } })).toBe(0)
  })

  it('is asked about new hours when the old ones have come too near', async () => {
    const { id } = await drafted('Ana', 'Bob', 'Cléo')
    const soon = new Date(now().getTime() + 3_600_000)
    await db.wishDraft.update({
      where: { id },
      data: { startsAt: soon, endsAt: new Date(soon.getTime() + 3_600_000) },
    })
    await passFace({ draftId: id, freelancerId: await askedFace() })
    expect((await theDraft()).startsAt.getTime()).toBeGreaterThan(now().getTime() + NOTICE - 1000)
  })

  it('of two people blocked since, the later leaves the draft', async () => {
    const { id, actors } = await drafted('Ana', 'Bob', 'Cléo', 'Dan')
    const [ana, bob] = actors as [Actor, Actor]
    await block(ana, bob.id)
    await passFace({ draftId: id, freelancerId: await askedFace() })
    const together = (await theDraft()).wishes.map(({ freelancerId }) => freelancerId)
    expect(together.includes(ana.id) && together.includes(bob.id)).toBe(false)
  })
})
