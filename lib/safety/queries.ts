import { z } from 'zod'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { keyed, signed, verified } from '@/lib/secrets'
import { mayTrust } from './policy'
import { untilOf } from './rules'
import { safetyTokenSchema } from './schema'

/** What stays of an address that asked for silence: nobody reads it back. */
export const addressHash = (email: string) => keyed(env().authSecret, 'stranger', email).toString('base64url')

/** Does nobody here write to this address any more? */
export async function isSuppressed(email: string): Promise<boolean> {
  return (await db.suppressedAddress.count({ where: { hash: addressHash(email) } })) > 0
}

/** The link after which an address is never written to again. It outlives the outing. */
export const neverToken = (email: string) => signed(env().authSecret, 'never', addressHash(email))

/** The hash of a link's address, or null when the link was not made here. */
export function hashOfToken(token: string): string | null {
  const parsed = safetyTokenSchema.safeParse(token)
  return parsed.success ? verified(env().authSecret, 'never', parsed.data) : null
}

/** Has the address of this link asked for silence? Null when the link was not made here. */
export async function silenceOf(token: string): Promise<boolean | null> {
  const hash = hashOfToken(token)
  return hash === null ? null : (await db.suppressedAddress.count({ where: { hash } })) > 0
}

/** The link that says "I've left", and nothing else. */
export const leftToken = (contactId: string) => signed(env().authSecret, 'left', contactId)

/** The outing that a link's person says they left; null when the link was not made here, or all of it is forgotten. */
export async function watchOfToken(token: string) {
  const parsed = safetyTokenSchema.safeParse(token)
  const id = parsed.success ? verified(env().authSecret, 'left', parsed.data) : null
  if (!id) return null
  return db.trustedContact.findUnique({
    where: { id },
    select: {
      eventId: true,
      freelancerId: true,
      extra: true,
      leftAt: true,
      offAt: true,
      event: {
        select: {
          id: true,
          title: true,
          startsAt: true,
          endsAt: true,
          timeZone: true,
          placeName: true,
          city: true,
        },
      },
    },
  })
}

/** What somebody may say of their own trusted contact on an event's page; null where it is not theirs to name one. */
export async function ownTrust(personId: string, eventId: string, now: Date) {
  if (!z.uuid().safeParse(eventId).success) return null
  const event = await db.event.findUnique({
    where: { id: eventId },
    select: {
      kind: true,
      status: true,
      organizerId: true,
      endsAt: true,
      rsvps: { where: { freelancerId: personId }, select: { status: true } },
      trusted: {
        where: { freelancerId: personId },
        select: {
          ...{
            name: true,
            email: true,
            telling: true,
            tellWhere: true,
            tellUntil: true,
            grace: true,
            extra: true,
          },
          ...{ toldAt: true, alarmedAt: true, leftAt: true, offAt: true },
        },
      },
    },
  })
  if (!event || !mayTrust(personId, { ...event, rsvp: event.rsvps[0]?.status ?? null })) return null
  const [contact] = event.trusted
  if (!contact) return event.endsAt > now ? { contact: null } : null
  const { toldAt, alarmedAt, leftAt, offAt, ...said } = contact
  return {
    contact: {
      ...said,
      until: untilOf({ extra: said.extra, event }),
      told: toldAt !== null,
      alarmed: alarmedAt !== null,
      over: (leftAt ?? offAt) !== null,
    },
  }
}

export type OwnTrust = NonNullable<Awaited<ReturnType<typeof ownTrust>>>
export type OwnContact = NonNullable<OwnTrust['contact']>

/** What a step is taken from; null once it is forgotten. */
export async function watchForStep(id: string) {
  const found = await db.trustedContact.findUnique({
    where: { id },
    include: {
      freelancer: { select: { name: true, demo: true, user: { select: { email: true, locale: true } } } },
      event: {
        select: {
          ...{ id: true, title: true, startsAt: true, endsAt: true, timeZone: true, city: true },
          hiddenPlace: true,
        },
      },
    },
  })
  return found && { ...found, reachable: found.email !== null }
}

export type WatchForStep = NonNullable<Awaited<ReturnType<typeof watchForStep>>>
