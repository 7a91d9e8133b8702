import type { Actor } from '@/lib/accounts/schema'
import { unblockedWith } from '@/lib/blocks/queries'
import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { Prisma } from '@/prisma/client/client'
import { missingOf, oldEnoughAt } from './policy'
import { type IdentityPart, isHome } from './rules'

/** SQL condition on `events`: not at somebody's home. Nobody is sent there by a suggestion: one looks, and asks. */
export const notAtHome = Prisma.sql`events.kind <> 'home_table'`

/** How far somebody is from being identified. */
export interface Identity {
  missing: IdentityPart[]
  /** When their account is old enough. */
  oldEnoughAt: Date
}

/** Was there at the end of an outing of somebody else: checked in, where its hosts checked anybody in. */
const outingOf = (personId: string, at: Date) => ({
  freelancerId: personId,
  status: 'going' as const,
  event: {
    status: 'published' as const,
    endsAt: { lte: at },
    organizerId: { not: personId },
    hosts: { none: { freelancerId: personId } },
  },
  OR: [{ checkedInAt: { not: null } }, { event: { rsvps: { none: { checkedInAt: { not: null } } } } }],
})

/** What somebody still lacks; null when there is no such person. */
export async function identityOf(personId: string, at: Date): Promise<Identity | null> {
  const [person, outing] = await Promise.all([
    db.freelancer.findUnique({
      where: { id: personId },
      select: {
        name: true,
        trade: true,
        area: true,
        visibility: true,
        user: { select: { emailVerified: true, createdAt: true } },
      },
    }),
    db.rsvp.findFirst({ where: outingOf(personId, at), select: { id: true } }),
  ])
  if (!person) return null
  const { user, ...shown } = person
  const facts = {
    ...shown,
    emailProven: user.emailVerified !== null,
    joinedAt: user.createdAt,
    wasOut: outing !== null,
  }
  return { missing: missingOf(facts, at), oldEnoughAt: oldEnoughAt(facts.joinedAt) }
}

/** Nothing is missing. */
export async function isIdentified(personId: string, at: Date): Promise<boolean> {
  return (await identityOf(personId, at))?.missing.length === 0
}

/** May this person hold an outing of this kind? */
export async function mayHold(actor: Pick<Actor, 'id'>, kind: string): Promise<boolean> {
  return !isHome(kind) || isIdentified(actor.id, now())
}

/** Why somebody may not ask for a seat at this event, or null: only a home table asks who they are. */
export async function homeDoor(
  personId: string,
  eventId: string,
  at: Date,
): Promise<'not_found' | 'unidentified' | null> {
  const home = await db.event.findFirst({
    where: { id: eventId, kind: 'home_table' },
    select: { organizerId: true },
  })
  if (!home) return null
  const free = { id: home.organizerId, ...unblockedWith(personId) }
  if ((await db.freelancer.count({ where: free })) === 0) return 'not_found'
  return (await isIdentified(personId, at)) ? null : 'unidentified'
}
