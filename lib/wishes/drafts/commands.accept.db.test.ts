import { beforeEach, describe, expect, it } from 'vitest'
import { block } from '@/lib/blocks/commands'
import { db } from '@/lib/db'
import { eventSchema } from '@/lib/events/schema'
import { wallTimes } from '@/lib/events/times/rules'
import { drain } from '@/lib/jobs/worker'
import { fileMailbox } from '@/lib/testing/mailbox'
import { actorOf, askedFace, drafted, forgetWishes, somebody } from '@/lib/testing/wishes'
import { acceptFace, passFace } from './commands'
import { faceQuestion } from './queries'

const mailbox = fileMailbox()
beforeEach(async () => {
  await forgetWishes()
  await mailbox.take()
})

async function inputOf(draftId: string, change: object = {}) {
  const draft = await db.wishDraft.findUniqueOrThrow({ where: { id: draftId } })
  const where = draft.spaceId
    ? { where: 'space', spaceId: draft.spaceId }
    : { where: 'address', placeName: 'Le Central', city: 'Brioude' }
  return eventSchema.parse({
    ...{ kind: draft.kind, language: 'fr', ...wallTimes(draft, draft.timeZone) },
    ...where,
    ...change,
  })
}

describe('a yes', () => {
  it('publishes one event of the face, tells the others once, and leaves rows without names', async () => {
    const { id, actors } = await drafted('Ana', 'Bob', 'Cléo')
    await drain()
    await mailbox.take()
    const face = await actorOf(await askedFace())
    const others = actors.filter((actor) => actor.id !== face.id)
    const input = await inputOf(id)
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => acceptFace(face, id, input, 'Open coffee')),
    )
    const [yes, ...again] = answers.toSorted((a, b) => Number(b.ok) - Number(a.ok))
    expect(again).toEqual(Array.from({ length: 4 }, () => ({ ok: false, reason: 'face_closed' })))
    if (!yes?.ok) throw new Error('nobody could accept')
    const event = await db.event.findUniqueOrThrow({ where: { id: yes.value.id } })
    expect(event).toMatchObject({
      organizerId: face.id,
      status: 'published',
      kind: 'open_coffee',
      unlisted: false,
    })
    expect([await db.wish.count(), await db.wishDraft.count()]).toEqual([0, 0])
    const outcomes = await db.wishOutcome.findMany()
    expect(outcomes.map(({ eventId }) => eventId)).toEqual([event.id, event.id, event.id])
    for (const { id } of actors) expect(JSON.stringify(outcomes)).not.toContain(id)
    await drain()
    const told = await mailbox.take()
    expect(told.map(({ to }) => [to].flat()[0]?.text).sort()).toEqual(others.map(({ email }) => email).sort())
    for (const mail of told) {
      expect(mail.text).toContain(`/events/${event.id}/`)
      for (const { name } of others) expect(mail.text?.replace(`Bonjour ${name}`, '')).not.toContain(name)
      expect(mail.headers.get('list')).toMatchObject({
        'unsubscribe-post': { name: 'List-Unsubscribe=One-Click' },
      })
    }
    expect(await db.wishNotice.count()).toBe(0)
    await db.$executeRaw`UPDATE pgboss.job SET state = 'created', completed_on = NULL WHERE data->>'kind' = 'wish_told'`
    await drain()
    expect(await mailbox.take()).toEqual([])
  })

  it('is for whoever is asked, as long as they are', async () => {
    const { id, actors } = await drafted('Ana', 'Bob', 'Cléo')
    const face = await askedFace()
    const input = await inputOf(id)
    const closed = { ok: false, reason: 'face_closed' }
    for (const actor of actors.filter((one) => one.id !== face))
      expect(await acceptFace(actor, id, input, 'Open coffee')).toEqual(closed)
    expect(await acceptFace(await somebody('Zoé'), id, input, 'Open coffee')).toEqual(closed)
    await passFace({ draftId: id, freelancerId: face })
    expect(await acceptFace(await actorOf(face), id, input, 'Open coffee')).toEqual(closed)
    expect(await faceQuestion(id, face)).toBeNull()
  })

  it('may change the hours and the place; what makes no sense is refused and nothing is lost', async () => {
    const { id } = await drafted('Ana', 'Bob', 'Cléo')
    const face = await actorOf(await askedFace())
    const past = await inputOf(id, { day: '2020-01-06' })
    expect(await acceptFace(face, id, past, 'Open coffee')).toEqual({ ok: false, reason: 'starts_in_past' })
    const nowhere = await inputOf(id, { where: 'address', placeName: '', city: '' })
    expect(await acceptFace(face, id, nowhere, 'Open coffee')).toEqual({
      ok: false,
      reason: 'place_required',
    })
    expect(await db.wishDraft.count()).toBe(1)
    const changed = await inputOf(id, {
      where: 'address',
      placeName: 'Le Palais',
      city: 'Brioude',
      start: '10:00',
    })
    expect((await acceptFace(face, id, changed, 'Open coffee')).ok).toBe(true)
    const event = await db.event.findFirstOrThrow({ where: { organizerId: face.id } })
    expect(event).toMatchObject({ placeName: 'Le Palais', title: 'Open coffee · Le Palais' })
  })

  it('is not told to somebody who has blocked the face since', async () => {
    const { id, actors } = await drafted('Ana', 'Bob', 'Cléo', 'Dan')
    const face = await actorOf(await askedFace())
    const [other] = actors.filter((actor) => actor.id !== face.id)
    await acceptFace(face, id, await inputOf(id), 'Open coffee')
    if (other) await block(other, face.id)
    await drain()
    const told = (await mailbox.take()).map(({ to }) => [to].flat()[0]?.text)
    expect(told).not.toContain(other?.email)
    expect(told.length).toBeGreaterThan(0)
  })
})
