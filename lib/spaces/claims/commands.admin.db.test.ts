import { beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/accounts/schema'
import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { drain } from '@/lib/jobs/worker'
import { forgetJobs } from '@/lib/testing/jobs'
import { fileMailbox } from '@/lib/testing/mailbox'
import { makeFreelancer, makeSpace, toActor } from '@/lib/testing/makers'
import { instanceSetting } from '@/lib/testing/settings'
import {
  approveClaim,
  claimByCode,
  claimByMail,
  claimByNote,
  forgetClaims,
  refuseClaim,
  withdrawClaim,
} from './commands'
import { askedClaims, claimPage } from './queries'

instanceSetting('ADMIN_EMAILS', 'ada@example.org')

const mailbox = fileMailbox()
beforeEach(async () => {
  await forgetJobs()
  await db.rateLimit.deleteMany()
  await db.space.deleteMany()
  await mailbox.take()
})

const person = async (name = 'Ana'): Promise<Actor> => toActor(await makeFreelancer({ name }))
const ada = async (): Promise<Actor> => ({ ...(await person('Ada')), email: 'ada@example.org' })

/** A place whose website came with an import. */
const bulle = (website = 'https://www.bulle.example.org/fr', values = {}) =>
  makeSpace({ website, provenance: { website: 'osm' }, ...values })

const AT_BULLE = 'ana@bulle.example.org'
const NETWORK = '192.0.2.1'
const claim = (actor: Actor, spaceId: string, email = AT_BULLE) =>
  claimByMail(actor, { spaceId, email }, NETWORK)

/** What an owner does: reads the mail. */
async function readCode(to = AT_BULLE): Promise<string> {
  await drain()
  const mail = (await mailbox.take()).findLast((one) => [one.to].flat().some((list) => list?.text === to))
  return mail?.subject?.match(/\d{6}/)?.[0] ?? ''
}

const ownersOf = async (spaceId: string) =>
  (await db.spaceOwner.findMany({ where: { spaceId } })).map(({ freelancerId }) => freelancerId).sort()

describe('an administrator', () => {
  const note = 'Je tiens ce lieu, appelez au 06 00 00 00 00.'

  it('says yes: it is theirs, its website counts, and they are told', async () => {
    const [ana, admin, space] = [await person(), await ada(), await bulle()]
    await db.space.update({ where: { id: space.id }, data: { website: 'https://neuf.example.org' } })
    await claimByNote(ana, { spaceId: space.id, note: 'Une première phrase.' })
    await claimByNote(ana, { spaceId: space.id, note })
    expect(await askedClaims(ana, 10)).toEqual({ claims: [], total: 0 })
    const { claims, total } = await askedClaims(admin, 10)
    const [asked] = claims
    expect([total, asked?.note, asked?.space.name]).toEqual([1, note, space.name])
    const claimId = asked?.id ?? ''
    expect(await approveClaim(ana, { claimId })).toEqual({ ok: false, reason: 'forbidden' })
    const answers = await Promise.all([approveClaim(admin, { claimId }), approveClaim(admin, { claimId })])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await ownersOf(space.id)).toEqual([ana.id])
    expect((await db.space.findUniqueOrThrow({ where: { id: space.id } })).websiteSince).toBeNull()
    await drain()
    const [mail] = await mailbox.take()
    expect(mail?.text).toContain(`/fr/me/spaces/${space.id}`)
  })

  it('says no, and why: they are told, and may ask again', async () => {
    const [ana, admin, space] = [await person(), await ada(), await bulle()]
    await claimByNote(ana, { spaceId: space.id, note })
    const { id: claimId } = await db.spaceClaim.findFirstOrThrow()
    const answer = 'Le numéro ne répond pas.'
    expect(await refuseClaim(ana, { claimId, answer })).toEqual({ ok: false, reason: 'forbidden' })
    expect((await refuseClaim(admin, { claimId, answer })).ok).toBe(true)
    expect(await approveClaim(admin, { claimId })).toEqual({ ok: false, reason: 'claim_gone' })
    await drain()
    expect((await mailbox.take())[0]?.text).toContain(`> ${answer}`)
    expect((await claimPage(space.id, ana, now()))?.asked).toMatchObject({ note, answer })
    // No code gets around it, not even once the administrator is asked again.
    const decided = { ok: false, reason: 'site_decided' }
    expect(await claim(ana, space.id)).toEqual(decided)
    await claimByNote(ana, { spaceId: space.id, note: 'Essayez plutôt le matin.' })
    expect(await claim(ana, space.id)).toEqual(decided)
    expect((await askedClaims(admin, 10)).total).toBe(1)
    await withdrawClaim(ana, { spaceId: space.id })
    expect((await askedClaims(admin, 10)).total).toBe(0)
    expect(await claim(ana, space.id)).toEqual(decided)
    await claimByNote(ana, { spaceId: space.id, note: 'Essayez plutôt le soir.' })
    expect((await approveClaim(admin, { claimId })).ok).toBe(true)
  })

  it('may be asked while a code is under way: each way keeps its own', async () => {
    const [ana, admin, space] = [await person(), await ada(), await bulle()]
    await claim(ana, space.id)
    await claimByNote(ana, { spaceId: space.id, note })
    const code = await readCode()
    expect((await askedClaims(admin, 10)).total).toBe(1)
    expect((await claimByCode(ana, { spaceId: space.id, code })).ok).toBe(true)
    expect((await askedClaims(admin, 10)).total).toBe(0)
  })
})

it('forgets codes after a day and refusals after a year, and keeps what waits for an answer', async () => {
  const at = now()
  const later = (days: number) => new Date(at.getTime() + days * 86_400_000)
  const [ana, bob, space] = [await person(), await person('Bob'), await bulle()]
  await claim(ana, space.id)
  await claim(bob, space.id, 'bob@bulle.example.org')
  await claimByNote(bob, { spaceId: space.id, note: 'Je tiens ce lieu.' })
  await forgetClaims(later(0.5))
  expect(await db.spaceClaim.count({ where: { email: { not: '' } } })).toBe(2)
  await forgetClaims(later(2))
  expect(await db.spaceClaim.findMany()).toMatchObject([{ freelancerId: bob.id, email: '', codeHash: '' }])
  const { id: claimId } = await db.spaceClaim.findFirstOrThrow()
  await refuseClaim(await ada(), { claimId, answer: 'Non.' })
  await forgetClaims(later(364))
  expect(await db.spaceClaim.count()).toBe(1)
  await forgetClaims(later(366))
  expect(await db.spaceClaim.count()).toBe(0)
})
