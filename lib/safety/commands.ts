import type { Actor } from '@/lib/accounts/schema'
import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { enqueue } from '@/lib/jobs/commands'
import { takeToken } from '@/lib/limits/commands'
import { ok, type Result, refuse } from '@/lib/result'
import { addressHash, hashOfToken, isSuppressed, ownTrust, watchOfToken } from './queries'
import { MOST_EXTRA, STAY, untilOf } from './rules'
import type { TrustedInput } from './schema'

/** People outside are written to sparingly: addresses that one person names in a day, … */
const NAMED_A_DAY = { limit: 4, windowSeconds: 24 * 3600 }
/** … and outings in a day for which one address is named, by whomever. */
const ADDRESS_A_DAY = { limit: 2, windowSeconds: 24 * 3600 }

export type TrustRefusal =
  | 'not_found'
  | 'contact_self'
  | 'contact_declined'
  | 'contact_limit'
  | 'contact_told'

/**
 * Names the one person to be told about an outing, or changes what they may know. Once they were told, it stays as it is.
 */
export async function trust(actor: Actor, input: TrustedInput): Promise<Result<undefined, TrustRefusal>> {
  const { eventId, email, ...said } = input
  const own = await ownTrust(actor.id, eventId, now())
  if (!own) return refuse('not_found')
  if (email === actor.email) return refuse('contact_self')
  if (own.contact?.told || own.contact?.alarmed || own.contact?.over) return refuse('contact_told')
  if (await isSuppressed(email)) return refuse('contact_declined')
  if (own.contact?.email !== email && !(await mayName(actor, email))) return refuse('contact_limit')
  const values = { ...said, email, emailHash: addressHash(email) }
  return db.$transaction(async (tx) => {
    const key = { eventId_freelancerId: { eventId, freelancerId: actor.id } }
    const { id } = await tx.trustedContact.upsert({
      where: key,
      create: { ...values, eventId, freelancerId: actor.id },
      update: values,
      select: { id: true },
    })
    // The step looks for itself when it is due.
    await enqueue(tx, 'trusted_step', { contactId: id })
    return ok()
  })
}

const mayName = async (actor: Actor, email: string) =>
  (await takeToken('trusted', actor.id, NAMED_A_DAY, now())) &&
  (await takeToken('trusted address', addressHash(email), ADDRESS_A_DAY, now()))

/** Forgets a contact who has heard nothing yet. Whoever was told hears how it ends first. */
export async function distrust(
  actor: Actor,
  eventId: string,
): Promise<Result<undefined, 'not_found' | 'contact_told'>> {
  const mine = { eventId, freelancerId: actor.id }
  const { count } = await db.trustedContact.deleteMany({ where: { ...mine, toldAt: null, alarmedAt: null } })
  if (count > 0) return ok()
  return refuse((await db.trustedContact.count({ where: mine })) > 0 ? 'contact_told' : 'not_found')
}

/** "I've left": the contact, if they were told, is told that all is well. Saying it again changes nothing. */
export async function sayLeft(
  actor: Pick<Actor, 'id'>,
  eventId: string,
): Promise<Result<undefined, 'not_found'>> {
  return db.$transaction(async (tx) => {
    const mine = { eventId, freelancerId: actor.id }
    const found = await tx.trustedContact.findUnique({
      where: { eventId_freelancerId: mine },
      select: { id: true },
    })
    if (!found) return refuse('not_found')
    const { count } = await tx.trustedContact.updateMany({
      where: { id: found.id, leftAt: null, offAt: null },
      data: { leftAt: now() },
    })
    if (count > 0) await enqueue(tx, 'trusted_step', { contactId: found.id })
    return ok()
  })
}

/** "I stay an hour more", from now where that is later: whatever was asked is asked anew then. */
export async function stayLonger(
  actor: Pick<Actor, 'id'>,
  eventId: string,
): Promise<Result<undefined, 'not_found' | 'too_long'>> {
  return db.$transaction(async (tx) => {
    await tx.$queryRaw`
      SELECT 1 FROM trusted_contacts
      WHERE event_id = ${eventId}::uuid AND freelancer_id = ${actor.id}::uuid FOR UPDATE`
    const found = await tx.trustedContact.findFirst({
      where: { eventId, freelancerId: actor.id, leftAt: null, offAt: null, alarmedAt: null },
      select: { id: true, extra: true, event: { select: { endsAt: true } } },
    })
    if (!found) return refuse('not_found')
    const late = Math.max(0, Math.ceil((now().getTime() - untilOf(found).getTime()) / 60_000))
    const extra = found.extra + late + STAY
    if (extra > MOST_EXTRA) return refuse('too_long')
    const data = { extra, remindedAt: null, warnedAt: null }
    await tx.trustedContact.update({ where: { id: found.id }, data, select: { id: true } })
    await enqueue(tx, 'trusted_step', { contactId: found.id })
    return ok()
  })
}

/** The same from a mail's link, on the press of its page's button. */
export async function answerByToken(
  token: string,
  answer: 'left' | 'longer',
): Promise<Result<undefined, 'not_found' | 'too_long'>> {
  const watch = await watchOfToken(token)
  if (!watch) return refuse('not_found')
  const person = { id: watch.freelancerId }
  return answer === 'left' ? sayLeft(person, watch.eventId) : stayLonger(person, watch.eventId)
}

/** Nobody here writes to this address again. Who had named it sees that they need somebody else. */
export async function neverAgain(token: string): Promise<Result<undefined, 'not_found'>> {
  const hash = hashOfToken(token)
  if (!hash) return refuse('not_found')
  await db.$transaction([
    db.suppressedAddress.createMany({ data: { hash }, skipDuplicates: true }),
    db.trustedContact.updateMany({ where: { emailHash: hash }, data: { email: null } }),
  ])
  return ok()
}
