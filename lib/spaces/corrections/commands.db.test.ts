import { beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/accounts/schema'
import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { eraseAccount } from '@/lib/freelancers/commands'
import { mergeSpaces } from '@/lib/imports/doubles/commands'
import { type FormValues, formValues } from '@/lib/spaces/edits/rules'
import { forgetJobs, writtenJobs } from '@/lib/testing/jobs'
import { makeFreelancer, makeSpace, toActor } from '@/lib/testing/makers'
import { instanceSetting } from '@/lib/testing/settings'
import { decideCorrection, suggestCorrection, undoCorrection, withdrawCorrection } from './commands'
import { correctionsToReview, myCorrections, openCorrectionsOf } from './queries'
import { correctionSchema } from './schema'

instanceSetting('ADMIN_EMAILS', 'ada@example.org')

/** Milliseconds. */
const DAY = 86_400_000
const person = async (): Promise<Actor> => toActor(await makeFreelancer())
let ada: Actor
beforeEach(async () => {
  ada = { ...(await person()), email: 'ada@example.org' }
  await forgetJobs()
})

const spaceOf = (id: string) => db.space.findUniqueOrThrow({ where: { id } })
const correctionOf = (id: string) => db.spaceCorrection.findUniqueOrThrow({ where: { id } })
const seenOf = async (id: string): Promise<FormValues> => formValues(await spaceOf(id))

/** What somebody sends who changes these fields of the form as it was shown to them. */
async function send(actor: Actor, spaceId: string, typed: Record<string, unknown>, saw?: FormValues) {
  const seen = saw ?? (await seenOf(spaceId))
  const form = { ...seen, ...typed, spaceId, seen: JSON.stringify(seen) }
  return suggestCorrection(actor, correctionSchema.parse(form))
}

async function sent(actor: Actor, spaceId: string, typed: Record<string, unknown>, saw?: FormValues) {
  const result = await send(actor, spaceId, typed, saw)
  if (!result.ok) throw new Error(result.reason)
  return result.value
}

/** Somebody of whose corrections three were applied, a year here. */
async function regular(): Promise<Actor> {
  const actor = await person()
  await db.user.update({
    where: { id: actor.id },
    data: { emailVerified: new Date(now().getTime() - 365 * DAY) },
  })
  const row = { authorId: actor.id, status: 'applied' as const, decidedAt: now(), decidedBy: ada.id }
  const before = { values: {}, provenance: {} }
  await db.spaceCorrection.createMany({
    data: Array.from({ length: 3 }, () => ({ ...row, changes: {}, before })),
  })
  return actor
}

describe('a correction', () => {
  it('waits with what differs alone, is applied, told of, and undone', async () => {
    const ana = await person()
    const { id: spaceId } = await makeSpace({ phone: '1', provenance: { phone: 'osm' } })
    const { id, applied, words } = await sent(ana, spaceId, {
      phone: '2',
      coffee: 'no',
      hours: 'parfois',
      note: 'Vu.',
    })
    expect([applied, words]).toEqual([false, true])
    expect(await correctionOf(id)).toMatchObject({
      changes: { phone: '2', coffee: false, openingHours: null, hoursText: 'parfois' },
      seen: { phone: '1', coffee: null },
      note: 'Vu.',
    })
    expect((await spaceOf(spaceId)).phone).toBe('1')
    const [open] = await openCorrectionsOf([spaceId])
    expect(open?.lines).toMatchObject([
      { field: 'hours', from: '', to: 'parfois', state: 'open' },
      { field: 'phone', from: '1', to: '2', state: 'open', seen: null },
      { field: 'coffee', from: '', to: 'no', state: 'open' },
    ])
    expect(open?.author).toEqual({ name: 'Camille', applied: 0, refused: 0 })

    expect(await decideCorrection(await person(), id, 'apply')).toEqual({
      ok: false,
      reason: 'correction_unknown',
    })
    expect(await decideCorrection(ana, id, 'apply')).toEqual({ ok: false, reason: 'correction_unknown' })
    expect(await decideCorrection(ada, id, 'apply', 'Merci')).toEqual({ ok: true, value: undefined })
    expect(await spaceOf(spaceId)).toMatchObject({
      ...{ phone: '2', coffee: false, hoursText: 'parfois' },
      provenance: { phone: 'people', coffee: 'people', hoursText: 'people' },
    })
    expect(await writtenJobs('correction_decided')).toMatchObject([{ payload: { correctionId: id } }])
    expect(await myCorrections(ana, 9)).toMatchObject([{ status: 'applied', answer: 'Merci', own: false }])
    expect(await decideCorrection(ada, id, 'refuse')).toEqual({ ok: false, reason: 'correction_decided' })

    expect(await undoCorrection(ana, id)).toEqual({ ok: false, reason: 'correction_unknown' })
    expect(await undoCorrection(ada, id)).toEqual({ ok: true, value: undefined })
    expect(await spaceOf(spaceId)).toMatchObject({ phone: '1', coffee: null, provenance: { phone: 'osm' } })
    expect(await undoCorrection(ada, id)).toEqual({ ok: false, reason: 'correction_decided' })
  })

  it('is refused with an answer, or taken back by its author while nobody decided', async () => {
    const [ana, bob] = [await person(), await person()]
    const { id: spaceId } = await makeSpace()
    const first = await sent(ana, spaceId, { phone: '2' })
    expect(await decideCorrection(ada, first.id, 'refuse', 'C’est la voisine.')).toEqual({
      ok: true,
      value: undefined,
    })
    expect(await correctionOf(first.id)).toMatchObject({ status: 'refused', answer: 'C’est la voisine.' })
    expect((await spaceOf(spaceId)).phone).toBeNull()
    const second = await sent(ana, spaceId, { phone: '3' })
    expect(await withdrawCorrection(bob, second.id)).toEqual({ ok: false, reason: 'correction_unknown' })
    expect(await withdrawCorrection(ana, second.id)).toEqual({ ok: true, value: undefined })
    expect(await db.spaceCorrection.count({ where: { id: second.id } })).toBe(0)
  })

  it('asks for something to have changed, for an open place, and for measure', async () => {
    const ana = await person()
    const { id } = await makeSpace()
    expect(await send(ana, id, {})).toEqual({ ok: false, reason: 'nothing_changed' })
    expect(await sent(ana, id, { note: 'L’entrée est dans la cour.' })).toMatchObject({ applied: false })
    const closed = await makeSpace({ closedOn: now() })
    expect(await send(ana, closed.id, { phone: '1' })).toEqual({ ok: false, reason: 'place_closed' })
    const home = await makeSpace({ kind: 'home_table' })
    expect(await send(ana, home.id, { phone: '1' })).toEqual({ ok: false, reason: 'place_unknown' })
    for (let i = 0; i < 29; i++) await send(ana, id, { note: String(i) })
    expect(await send(ana, id, { note: 'once more' })).toEqual({ ok: false, reason: 'too_many_corrections' })
  })
})

describe('trust', () => {
  it('applies at once, and its author alone takes it back', async () => {
    const rita = await regular()
    const { id: spaceId } = await makeSpace({ phone: '1' })
    const { id, applied } = await sent(rita, spaceId, { phone: '2' })
    expect([applied, (await spaceOf(spaceId)).phone]).toEqual([true, '2'])
    expect(await writtenJobs('correction_decided')).toEqual([])
    expect(await myCorrections(rita, 1)).toMatchObject([{ status: 'applied', own: true }])
    expect(await undoCorrection(rita, id)).toEqual({ ok: true, value: undefined })
    expect((await spaceOf(spaceId)).phone).toBe('1')
    // One's own change of mind is no refusal.
    expect(await sent(rita, spaceId, { phone: '3' })).toMatchObject({ applied: true })
  })

  it('ends with a refusal, and stops at the owner’s word', async () => {
    const [rita, owner] = [await regular(), await person()]
    const space = await makeSpace({ phone: '1', email: 'a@example.org', provenance: { phone: 'owner' } })
    await db.spaceOwner.create({ data: { spaceId: space.id, freelancerId: owner.id } })
    expect(await sent(rita, space.id, { email: 'b@example.org' })).toMatchObject({ applied: true })
    const against = await sent(rita, space.id, { phone: '2' })
    expect(against.applied).toBe(false)
    expect(await decideCorrection(owner, against.id, 'refuse')).toEqual({ ok: true, value: undefined })
    expect(await sent(rita, space.id, { email: 'c@example.org' })).toMatchObject({ applied: false })
  })

  it('is the owner’s at their own place, whose word it then is', async () => {
    const [ana, owner] = [await person(), await person()]
    const { id: spaceId } = await makeSpace()
    await db.spaceOwner.create({ data: { spaceId, freelancerId: owner.id } })
    const { id } = await sent(ana, spaceId, { phone: '2' })
    await decideCorrection(owner, id, 'apply')
    expect(await spaceOf(spaceId)).toMatchObject({ phone: '2', provenance: { phone: 'owner' } })
    const elsewhere = await makeSpace()
    const other = await sent(ana, elsewhere.id, { phone: '2' })
    expect(await decideCorrection(owner, other.id, 'apply')).toEqual({
      ok: false,
      reason: 'correction_unknown',
    })
  })
})

describe('meanwhile', () => {
  it('the form was opened before somebody changed the same: what was not touched is left, what was waits', async () => {
    const rita = await regular()
    const { id: spaceId } = await makeSpace({ phone: '1', email: 'a@example.org' })
    const saw = await seenOf(spaceId)
    await db.space.update({ where: { id: spaceId }, data: { phone: '7', email: 'b@example.org' } })
    const { id, applied } = await sent(rita, spaceId, { phone: '2' }, saw)
    expect(applied).toBe(false)
    expect(await correctionOf(id)).toMatchObject({ changes: { phone: '2' }, seen: { phone: '1' } })
    const [open] = await openCorrectionsOf([spaceId])
    expect(open?.lines).toMatchObject([{ field: 'phone', from: '7', to: '2', seen: '1', state: 'changed' }])
    expect(await decideCorrection(ada, id, 'apply')).toEqual({ ok: false, reason: 'nothing_to_apply' })
    expect(await decideCorrection(ada, id, 'apply', '', [])).toEqual({
      ok: false,
      reason: 'nothing_to_apply',
    })
    expect(await decideCorrection(ada, id, 'apply', '', ['phone'])).toEqual({ ok: true, value: undefined })
    expect(await spaceOf(spaceId)).toMatchObject({ phone: '2', email: 'b@example.org' })
    await undoCorrection(ada, id)
    expect((await spaceOf(spaceId)).phone).toBe('7')
  })

  it('of two who correct the same, who says what was applied was right; who says otherwise is looked at', async () => {
    const [ana, bob, cleo] = [await person(), await person(), await person()]
    const { id: spaceId } = await makeSpace({ phone: '1' })
    const first = await sent(ana, spaceId, { phone: '2' })
    const same = await sent(bob, spaceId, { phone: '2' })
    const other = await sent(cleo, spaceId, { phone: '3', coffee: 'yes' })
    await decideCorrection(ada, first.id, 'apply')
    expect(await correctionOf(same.id)).toMatchObject({ status: 'applied', decidedBy: ada.id })
    const [open] = await openCorrectionsOf([spaceId])
    expect(open?.lines.map(({ field, state }) => [field, state])).toEqual([
      ['phone', 'changed'],
      ['coffee', 'open'],
    ])
    await decideCorrection(ada, other.id, 'apply')
    expect(await spaceOf(spaceId)).toMatchObject({ phone: '2', coffee: true })
  })

  it('two who decide at once take turns', async () => {
    const { id: spaceId } = await makeSpace({ phone: '1' })
    const { id } = await sent(await person(), spaceId, { phone: '2' })
    const both = await Promise.all([decideCorrection(ada, id, 'apply'), decideCorrection(ada, id, 'refuse')])
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true])
    const { status } = await correctionOf(id)
    expect((await spaceOf(spaceId)).phone).toBe(status === 'applied' ? '2' : '1')
    expect(await writtenJobs('correction_decided')).toHaveLength(1)
  })

  it('a place that became part of another takes its corrections along, and old links lead there', async () => {
    const ana = await person()
    const [keep, drop] = [await makeSpace({ phone: '1' }), await makeSpace({ phone: '1' })]
    const saw = await seenOf(drop.id)
    const { id } = await sent(ana, drop.id, { phone: '2' })
    await db.$transaction((tx) => mergeSpaces(tx, keep.id, drop.id))
    const late = await sent(ana, drop.id, { coffee: 'yes' }, saw)
    for (const one of [id, late.id]) await decideCorrection(ada, one, 'apply')
    expect(await spaceOf(keep.id)).toMatchObject({ phone: '2', coffee: true })
  })
})

it('facts stay when their author leaves, and nobody’s name is on them', async () => {
  const ana = await person()
  const { id: spaceId } = await makeSpace()
  const { id } = await sent(ana, spaceId, { phone: '2', note: 'Je suis Ana, au 06.' })
  const note = await sent(ana, spaceId, { note: 'Bravo' })
  expect(await eraseAccount(ana, { email: ana.email })).toEqual({ ok: true, value: undefined })
  expect(await correctionOf(id)).toMatchObject({ authorId: null, note: '', changes: { phone: '2' } })
  expect(await db.spaceCorrection.count({ where: { id: note.id } })).toBe(0)
  await decideCorrection(ada, id, 'apply')
  expect((await spaceOf(spaceId)).phone).toBe('2')
  expect(await writtenJobs('correction_decided')).toEqual([])
  expect((await correctionsToReview(ana, 9)).open).toEqual([])
})
