import { v7 as uuidv7 } from 'uuid'
import { claimPerson, provePerson } from '@/lib/accounts/commands'
import { findActor } from '@/lib/accounts/queries'
import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import type { Locale } from '@/lib/i18n/routing'
import { enqueue } from '@/lib/jobs/commands'
import { takeToken } from '@/lib/limits/commands'
import { networkOf } from '@/lib/limits/rules'
import { ok, type Result, refuse } from '@/lib/result'
import { type HoldRefusal, holdSeat, joinEvent, releaseHold } from '@/lib/rsvps/commands'
import { rsvpDetailsSchema } from '@/lib/rsvps/schema'
import {
  CODE_LIFE,
  codeHash,
  codeOf,
  FORGET_UNPROVEN,
  linkHash,
  linkTokenOf,
  MAILS_PER_HOUR,
  MAX_ATTEMPTS,
  standing,
} from './rules'
import type { CodeRequest } from './schema'

export type RequestRefusal = 'too_many_mails' | 'too_many_requests' | HoldRefusal

/** What somebody who has no name yet is called, until they say otherwise. */
const NAMELESS: Record<Locale, string> = { fr: 'Nouvelle tête', en: 'Newcomer' }

/**
 * Sends a code and a link to an address, and keeps a seat meanwhile when an event is named. The answer never tells
 * whether the address is known. `network` is the client's address, for the limits.
 */
export async function requestCode(
  request: CodeRequest,
  network: string,
): Promise<Result<{ id: string }, RequestRefusal>> {
  const allowed = await allow(request.email, network)
  if (!allowed.ok) return allowed
  if (request.replaces) await withdraw(request.replaces)
  const kept = await keepSeat(request)
  if (!kept.ok) return kept

  const { authSecret } = env()
  const id = uuidv7()
  const { email, locale, name, eventId, returnTo, details } = request
  await db.$transaction([
    db.signInCode.create({
      data: {
        id,
        email,
        locale,
        name: name || null,
        eventId: eventId ?? null,
        details: details ?? {},
        returnTo,
        codeHash: codeHash(id, codeOf(id, authSecret), authSecret),
        linkHash: linkHash(linkTokenOf(id, authSecret)),
        createdAt: now(),
        expiresAt: lifeEnd(),
      },
    }),
    enqueue(db, 'sign_in_code', { codeId: id }),
  ])
  return ok({ id })
}

/**
 * Sends the code once more. While it lives it is the same code with ten minutes ahead again, so that it does not
 * matter which of two mails somebody reads; otherwise a new one, with everything that was asked for.
 */
export async function resendCode(
  id: string,
  network: string,
): Promise<Result<{ id: string }, RequestRefusal | 'used'>> {
  const code = await db.signInCode.findUnique({ where: { id } })
  if (!code) return refuse('not_found')
  const state = standing(code, now())
  if (state === 'used') return refuse('used')
  const request: CodeRequest = {
    email: code.email,
    name: code.name ?? '',
    locale: code.locale as Locale,
    returnTo: code.returnTo ?? '/',
    eventId: code.eventId ?? undefined,
    details: rsvpDetailsSchema.parse(code.details),
  }
  if (state !== 'open') return requestCode(request, network)

  const allowed = await allow(code.email, network)
  if (!allowed.ok) return allowed
  const kept = await keepSeat(request)
  if (!kept.ok) return kept
  await db.$transaction([
    db.signInCode.updateMany({
      where: { id, usedAt: null },
      data: { expiresAt: lifeEnd(), refusedAt: null },
    }),
    enqueue(db, 'sign_in_code', { codeId: id }),
  ])
  return ok({ id })
}

/** The address was wrong: its code ends and its hold goes back, so that one person does not keep two seats. */
async function withdraw(codeId: string): Promise<void> {
  const { count } = await db.signInCode.updateMany({
    where: { id: codeId, usedAt: null },
    data: { usedAt: now() },
  })
  const code = count > 0 ? await db.signInCode.findUnique({ where: { id: codeId } }) : null
  if (code?.eventId) await releaseHold(code.email, code.eventId)
}

const lifeEnd = () => new Date(now().getTime() + CODE_LIFE)

async function allow(
  email: string,
  network: string,
): Promise<Result<undefined, 'too_many_mails' | 'too_many_requests'>> {
  const hour = { windowSeconds: 3600 }
  if (
    !(await takeToken('code-network', networkOf(network), { limit: MAILS_PER_HOUR.network, ...hour }, now()))
  ) {
    return refuse('too_many_requests')
  }
  const mail = await takeToken('code-address', email, { limit: MAILS_PER_HOUR.address, ...hour }, now())
  return mail ? ok() : refuse('too_many_mails')
}

async function keepSeat({ email, name, locale, eventId, details }: CodeRequest) {
  if (!eventId) return ok()
  const id = await db.$transaction(async (tx) => {
    const person = await claimPerson(tx, { email, name: name || NAMELESS[locale], locale })
    if (!person.proven) {
      const forgetAt = new Date(now().getTime() + FORGET_UNPROVEN)
      await enqueue(tx, 'forget_unproven', { userId: person.id }, forgetAt)
    }
    return person.id
  })
  return holdSeat(id, eventId, details)
}

export interface Proof {
  userId: string
  returnTo: string
}

export type CodeRefusal = 'wrong' | 'expired' | 'used' | 'used_up' | 'not_found'

interface BurntCode {
  matched: boolean
  email: string
  name: string | null
  locale: Locale
  event_id: string | null
  details: unknown
  return_to: string | null
}

/**
 * Takes one attempt at a code; the right one is used up and proves the address. Counting, comparing and burning are
 * one statement, so that no crowd of requests gets a sixth attempt or a second use.
 */
export async function verifyCode(id: string, code: string): Promise<Result<Proof, CodeRefusal>> {
  const hash = codeHash(id, code, env().authSecret)
  const [burnt] = await db.$queryRaw<BurntCode[]>`
    UPDATE sign_in_codes SET attempts = attempts + 1, used_at = CASE WHEN code_hash = ${hash} THEN ${now()}::timestamptz END
    WHERE id = ${id}::uuid AND used_at IS NULL AND expires_at > ${now()} AND attempts < ${MAX_ATTEMPTS}
    RETURNING used_at IS NOT NULL AS matched, email, name, locale, event_id, details, return_to`
  if (burnt?.matched) return ok(await prove(burnt))
  const left = await db.signInCode.findUnique({
    where: { id },
    select: { attempts: true, expiresAt: true, usedAt: true },
  })
  if (!left) return refuse('not_found')
  const state = standing(left, now())
  return refuse(state === 'open' ? 'wrong' : state)
}

/** Uses up the mailed link, on the press of its page's button. */
export async function verifyLink(token: string): Promise<Result<Proof, 'not_found'>> {
  const [burnt] = await db.$queryRaw<BurntCode[]>`
    UPDATE sign_in_codes SET used_at = ${now()}
    WHERE link_hash = ${linkHash(token)} AND used_at IS NULL AND expires_at > ${now()}
    RETURNING true AS matched, email, name, locale, event_id, details, return_to`
  return burnt ? ok(await prove(burnt)) : refuse('not_found')
}

/** The address is proven: the person exists, and the seat that was asked for is theirs, or their place in the queue. */
async function prove({ email, name, locale, event_id, details, return_to }: BurntCode): Promise<Proof> {
  const userId = await provePerson({ email, name: name ?? NAMELESS[locale], locale })
  const actor = event_id && (await findActor(userId))
  // Should the event be over or cancelled by now, its page says so.
  if (event_id && actor) await joinEvent(actor, event_id, rsvpDetailsSchema.parse(details))
  return { userId, returnTo: return_to ?? '/' }
}

/** Forgets codes a day after they ended: the address typed stays no longer than that. Answers how many. */
export async function purgeCodes(at: Date): Promise<number> {
  const before = new Date(at.getTime() - FORGET_UNPROVEN)
  const { count } = await db.signInCode.deleteMany({ where: { expiresAt: { lt: before } } })
  return count
}
