import { v7 as uuidv7 } from 'uuid'
import { CODE_LIFE, codeHash, codeOf, MAX_ATTEMPTS, standing } from '@/lib/accounts/codes/rules'
import type { Actor } from '@/lib/accounts/schema'
import { isAdmin } from '@/lib/admin/queries'
import { now } from '@/lib/clock'
import { db, type Transaction } from '@/lib/db'
import { env } from '@/lib/env'
import { enqueue } from '@/lib/jobs/commands'
import { takeToken } from '@/lib/limits/commands'
import { networkOf } from '@/lib/limits/rules'
import { ok, type Result, refuse } from '@/lib/result'
import { isAtSite, type NoCode } from '@/lib/spaces/domains/rules'
import { addOwner } from '@/lib/spaces/owners/commands'
import { claimable, proofBySite, waiting } from './queries'
import { CLAIM_CODE, CLAIM_MAILS, CLAIM_NOTES, KEEP_REFUSED } from './rules'

const HOUR = { windowSeconds: 3600 }
const DAY = { windowSeconds: 86_400 }

type Place = { spaceId: string }
type SiteRefusal = NoCode | 'site_many' | 'site_decided' | 'claim_elsewhere' | 'place_unknown'
export type MailClaimRefusal = SiteRefusal | 'claim_mails' | 'code_too_many_requests' | 'claim_owned'

/**
 * Sends a code to a mailbox at the space's own web domain. While a code lives, asking again sends the same one with ten
 * minutes ahead, and keeps count of the attempts.
 */
export async function claimByMail(
  actor: Actor,
  { spaceId, email }: Place & { email: string },
  network: string,
): Promise<Result<undefined, MailClaimRefusal>> {
  const at = now()
  const where = { spaceId_freelancerId: { spaceId, freelancerId: actor.id } }
  if (await db.spaceOwner.findUnique({ where })) return refuse('claim_owned')
  if (!(await takeToken('claim-person', actor.id, { limit: CLAIM_MAILS.person, ...DAY }, at)))
    return refuse('claim_mails')
  const proof = await proofBySite(db, spaceId, actor, at)
  if (!proof) return refuse('place_unknown')
  if (!proof.ok) return refuse(proof.reason)
  if (!isAtSite(email, proof.site)) return refuse('claim_elsewhere')
  const allowed = await allowMail(spaceId, email, network, at)
  if (!allowed.ok) return allowed

  const { authSecret } = env()
  const before = await db.spaceClaim.findUnique({ where })
  const alive =
    before?.codeHash && before.email === email && standing({ ...before, usedAt: null }, at) === 'open'
  const id = alive ? before.id : uuidv7()
  const expiresAt = new Date(at.getTime() + CODE_LIFE)
  const hash = codeHash(id, codeOf(id, authSecret, CLAIM_CODE), authSecret, CLAIM_CODE)
  const code = { id, email, codeHash: hash, expiresAt, returnedAt: null, ...(alive ? {} : { attempts: 0 }) }
  await db.$transaction([
    db.spaceClaim.upsert({ where, create: { ...code, spaceId, freelancerId: actor.id }, update: code }),
    enqueue(db, 'claim_code', { claimId: id }),
  ])
  return ok()
}

async function allowMail(
  spaceId: string,
  email: string,
  network: string,
  at: Date,
): Promise<Result<undefined, 'claim_mails' | 'code_too_many_requests'>> {
  const place = { limit: CLAIM_MAILS.place, ...DAY }
  if (!(await takeToken('claim-network', networkOf(network), { limit: 50, ...HOUR }, at)))
    return refuse('code_too_many_requests')
  if (!(await takeToken('claim-place', spaceId, place, at))) return refuse('claim_mails')
  const mail = await takeToken('claim-address', email, { limit: CLAIM_MAILS.address, ...HOUR }, at)
  return mail ? ok() : refuse('claim_mails')
}

export type CodeClaimRefusal = SiteRefusal | 'code_wrong' | 'code_expired' | 'code_used_up' | 'claim_gone'

/**
 * Takes one attempt at the code; the right one makes the space theirs. Counting and comparing are one statement, and the
 * right code takes the claim away in the same transaction: no crowd of requests gets a sixth attempt or a second use.
 */
export async function claimByCode(
  actor: Actor,
  { spaceId, code }: Place & { code: string },
): Promise<Result<undefined, CodeClaimRefusal>> {
  const at = now()
  const { authSecret } = env()
  const mine = { spaceId, freelancerId: actor.id }
  const claim = await db.spaceClaim.findUnique({ where: { spaceId_freelancerId: mine } })
  if (!claim?.codeHash) return (await isOwner(mine)) ? ok() : refuse('claim_gone')
  const hash = codeHash(claim.id, code, authSecret, CLAIM_CODE)
  return db.$transaction(async (tx) => {
    const [tried] = await tx.$queryRaw<{ matched: boolean; email: string }[]>`
      UPDATE space_claims SET attempts = attempts + 1
      WHERE id = ${claim.id}::uuid AND code_hash <> '' AND expires_at > ${at} AND attempts < ${MAX_ATTEMPTS}
      RETURNING code_hash = ${hash} AS matched, email`
    if (!tried) return (await isOwner(mine, tx)) ? ok() : refuse(await whyNot(tx, mine, at))
    if (!tried.matched) return refuse('code_wrong')
    const proof = await proofBySite(tx, spaceId, actor, at)
    if (!proof) return refuse('place_unknown')
    if (!proof.ok) return refuse(proof.reason)
    if (!isAtSite(tried.email, proof.site)) return refuse('claim_elsewhere')
    await tx.spaceClaim.deleteMany({ where: { id: claim.id } })
    await addOwner(tx, mine, tried.email, at)
    return ok()
  })
}

type Mine = { spaceId: string; freelancerId: string }

const isOwner = async (mine: Mine, tx: Transaction = db) => (await tx.spaceOwner.count({ where: mine })) > 0

async function whyNot(tx: Transaction, mine: Mine, at: Date) {
  const left = await tx.spaceClaim.findUnique({ where: { spaceId_freelancerId: mine } })
  const state = left?.codeHash ? standing({ ...left, usedAt: null }, at) : 'used'
  if (state === 'used_up') return 'code_used_up'
  return state === 'expired' ? 'code_expired' : 'claim_gone'
}

/** Asks an administrator to look, with a note; asked again, the latest note counts. An earlier no is not forgotten. */
export async function claimByNote(
  actor: Actor,
  { spaceId, note }: Place & { note: string },
): Promise<Result<undefined, 'place_unknown' | 'claim_notes' | 'claim_owned'>> {
  const at = now()
  const mine = { spaceId, freelancerId: actor.id }
  if (!(await db.space.findFirst({ where: { id: spaceId, ...claimable }, select: { id: true } })))
    return refuse('place_unknown')
  if (await isOwner(mine)) return refuse('claim_owned')
  if (!(await takeToken('claim-note', actor.id, { limit: CLAIM_NOTES, ...DAY }, at)))
    return refuse('claim_notes')
  const asked = { note, askedAt: at }
  await db.spaceClaim.upsert({
    where: { spaceId_freelancerId: mine },
    create: { ...mine, ...asked, expiresAt: at },
    update: asked,
  })
  return ok()
}

/** Takes a claim back, code and note. Once more changes nothing. */
export async function withdrawClaim(actor: Actor, { spaceId }: Place): Promise<Result> {
  const mine = { spaceId, freelancerId: actor.id }
  await db.$transaction([
    db.spaceClaim.deleteMany({ where: { ...mine, refusedAt: null } }),
    // A no stays one: as if nobody had been asked again.
    db.$executeRaw`
      UPDATE space_claims SET asked_at = refused_at, email = '', code_hash = ''
      WHERE space_id = ${spaceId}::uuid AND freelancer_id = ${actor.id}::uuid AND refused_at IS NOT NULL`,
  ])
  return ok()
}

type Decided = Result<undefined, 'forbidden' | 'claim_gone'>

/** An administrator says that the space is theirs, and so that its website is, too. */
export async function approveClaim(actor: Actor, { claimId }: { claimId: string }): Promise<Decided> {
  if (!isAdmin(actor)) return refuse('forbidden')
  const at = now()
  return db.$transaction(async (tx) => {
    const [claim] = await tx.$queryRaw<{ spaceId: string; freelancerId: string }[]>`
      DELETE FROM space_claims
      WHERE id = ${claimId}::uuid AND asked_at IS NOT NULL AND (refused_at IS NULL OR asked_at > refused_at)
      RETURNING space_id AS "spaceId", freelancer_id AS "freelancerId"`
    if (!claim) return refuse('claim_gone')
    await addOwner(tx, claim, '', at)
    await tx.$executeRaw`UPDATE spaces SET website_since = NULL WHERE id = ${claim.spaceId}::uuid`
    await enqueue(tx, 'owner_welcome', claim)
    return ok()
  })
}

/** An administrator says no, and why. */
export async function refuseClaim(
  actor: Actor,
  { claimId, answer }: { claimId: string; answer: string },
): Promise<Decided> {
  if (!isAdmin(actor)) return refuse('forbidden')
  const at = now()
  return db.$transaction(async (tx) => {
    const { count } = await tx.spaceClaim.updateMany({
      where: { id: claimId, ...waiting() },
      data: { refusedAt: at, answer },
    })
    if (count === 0) return refuse('claim_gone')
    await enqueue(tx, 'claim_refused', { claimId })
    return ok()
  })
}

/** Forgets codes that nobody typed a day after they ended, and refusals when everybody has read them. */
export async function forgetClaims(at: Date): Promise<void> {
  const ago = (days: number) => new Date(at.getTime() - days * 86_400_000)
  await db.spaceClaim.deleteMany({ where: { askedAt: null, expiresAt: { lt: ago(1) } } })
  await db.spaceClaim.deleteMany({ where: { refusedAt: { lt: ago(KEEP_REFUSED) }, NOT: waiting() } })
  await db.spaceClaim.updateMany({
    where: { codeHash: { not: '' }, expiresAt: { lt: ago(1) } },
    data: { email: '', codeHash: '' },
  })
}
