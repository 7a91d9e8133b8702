import type { Actor } from '@/lib/accounts/schema'
import { now } from '@/lib/clock'
import { db, type Transaction } from '@/lib/db'
import { lockHosted } from '@/lib/events/hosted/commands'
import { isOrganizer, type ManageRefusal, manageRefusal } from '@/lib/events/policy'
import { isHome } from '@/lib/homes/rules'
import { enqueue } from '@/lib/jobs/commands'
import { takeToken } from '@/lib/limits/commands'
import { ok, type Result, refuse } from '@/lib/result'
import { hostedBy, inviteOfToken } from './queries'
import { inviteExpiry, MOST_COHOSTS } from './rules'
import type { CohostInput, HostInviteInput, InviteHostInput } from './schema'

const INVITED_A_DAY = { limit: 20, windowSeconds: 24 * 3600 }
/** Whoever invites, nobody's mailbox takes more of these in a day. */
const WRITTEN_A_DAY = { limit: 3, windowSeconds: 24 * 3600 }

export type InviteRefusal = ManageRefusal | 'too_many_invites' | 'too_many_cohosts' | 'home_one_host'

/**
 * Asks somebody by mail to co-host. They become a host when they accept, not before; the answer is the same whether
 * their address is known here, hosts already or is nobody's.
 */
export async function inviteHost(
  actor: Actor,
  { eventId, email }: InviteHostInput,
): Promise<Result<undefined, InviteRefusal>> {
  const hosted = await db.event.count({ where: { id: eventId, ...hostedBy(actor.id) } })
  if (hosted === 0) return refuse('not_found')
  const allowed =
    (await takeToken('invite', actor.id, INVITED_A_DAY, now())) &&
    (await takeToken('invited', email, WRITTEN_A_DAY, now()))
  if (!allowed) return refuse('too_many_invites')
  return db.$transaction(async (tx) => {
    const event = await lockHosted(tx, actor, eventId)
    const forbidden = manageRefusal(actor, event, now())
    if (!event || forbidden) return refuse(forbidden ?? 'not_found')
    // A home has one host: whoever is asked by mail was not asked who they are.
    if (isHome(event.kind)) return refuse('home_one_host')
    await tx.hostInvite.deleteMany({ where: { createdAt: { lte: inviteExpiry(now()) } } })
    const asked = await tx.hostInvite.count({ where: { eventId, email: { not: email } } })
    if (event.hosts.length + asked >= MOST_COHOSTS) return refuse('too_many_cohosts')
    const key = { eventId_email: { eventId, email } }
    const { id } = await tx.hostInvite.upsert({
      where: key,
      create: { eventId, email, invitedById: actor.id },
      update: { invitedById: actor.id, createdAt: now() },
      select: { id: true },
    })
    await enqueue(tx, 'host_invited', { inviteId: id })
    return ok()
  })
}

/** Takes an invitation back: its link opens nothing any more. */
export async function withdrawInvite(
  actor: Actor,
  { eventId, inviteId }: HostInviteInput,
): Promise<Result<undefined, 'not_found'>> {
  return db.$transaction(async (tx) => {
    if (!(await lockHosted(tx, actor, eventId))) return refuse('not_found')
    await tx.hostInvite.deleteMany({ where: { id: inviteId, eventId } })
    return ok()
  })
}

export type AcceptRefusal = 'not_found' | 'other_address' | 'cancelled' | 'over' | 'too_many_cohosts'

/** Becomes a co-host, if one's own address was asked. A host needs no seat: the one they had goes to who waits. */
export async function acceptInvite(
  actor: Actor,
  token: string,
): Promise<Result<{ eventId: string }, AcceptRefusal>> {
  const invite = await inviteOfToken(token)
  if (!invite) return refuse('not_found')
  if (invite.email !== actor.email) return refuse('other_address')
  const { eventId } = invite
  return db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT rsvp_fill(id, ${now()}) FROM events WHERE id = ${eventId}::uuid`
    const { count } = await tx.hostInvite.deleteMany({ where: { id: invite.id } })
    const event = await tx.event.findUnique({
      where: { id: eventId },
      select: {
        kind: true,
        organizerId: true,
        status: true,
        endsAt: true,
        hosts: { select: { freelancerId: true } },
      },
    })
    if (count === 0 || !event || isHome(event.kind)) return refuse('not_found')
    if (manageRefusal(actor, event, now()) !== 'not_found') return ok({ eventId })
    const closed = manageRefusal({ id: event.organizerId }, event, now())
    if (closed) return refuse(closed)
    if (event.hosts.length >= MOST_COHOSTS) return refuse('too_many_cohosts')
    await tx.eventHost.create({ data: { eventId, freelancerId: actor.id }, select: { eventId: true } })
    await tx.$queryRaw`
      SELECT outcome FROM rsvps, rsvp_cancel(event_id, freelancer_id, ${now()})
      WHERE event_id = ${eventId}::uuid AND freelancer_id = ${actor.id}::uuid AND status NOT IN ('cancelled', 'removed', 'declined')`
    return ok({ eventId })
  })
}

/** Says no. Needs no account: the link came to the address itself. */
export async function declineInvite(token: string): Promise<Result<undefined, 'not_found'>> {
  const invite = await inviteOfToken(token)
  if (!invite) return refuse('not_found')
  await db.hostInvite.deleteMany({ where: { id: invite.id } })
  return ok()
}

/** A co-host is one no longer. Only the organizer may do this to somebody. */
export async function removeCohost(
  actor: Actor,
  { eventId, freelancerId }: CohostInput,
): Promise<Result<undefined, 'not_found'>> {
  return asOrganizer(actor, eventId, async (tx) => {
    await tx.eventHost.deleteMany({ where: { eventId, freelancerId } })
    return ok()
  })
}

/** Hands an event over to one of its co-hosts; who gives it away stays as a co-host. */
export async function handOver(
  actor: Actor,
  { eventId, freelancerId }: CohostInput,
): Promise<Result<undefined, 'not_found' | 'cohost_unknown'>> {
  return asOrganizer(actor, eventId, async (tx) => {
    const { count } = await tx.eventHost.deleteMany({ where: { eventId, freelancerId } })
    if (count === 0) return refuse('cohost_unknown')
    await tx.event.update({ where: { id: eventId }, data: { organizerId: freelancerId } })
    await tx.eventHost.create({ data: { eventId, freelancerId: actor.id }, select: { eventId: true } })
    return ok()
  })
}

/** Stops co-hosting. The organizer hands the event over first. */
export async function leaveHosting(
  actor: Actor,
  eventId: string,
): Promise<Result<undefined, 'not_found' | 'organizer_stays'>> {
  return db.$transaction(async (tx) => {
    const event = await lockHosted(tx, actor, eventId)
    if (!event) return refuse('not_found')
    if (isOrganizer(actor, event)) return refuse('organizer_stays')
    await tx.eventHost.deleteMany({ where: { eventId, freelancerId: actor.id } })
    return ok()
  })
}

async function asOrganizer<R extends string>(
  actor: Actor,
  eventId: string,
  work: (tx: Transaction) => Promise<Result<undefined, R>>,
): Promise<Result<undefined, R | 'not_found'>> {
  return db.$transaction(async (tx) => {
    const event = await lockHosted(tx, actor, eventId)
    return event && isOrganizer(actor, event) ? work(tx) : refuse('not_found')
  })
}
