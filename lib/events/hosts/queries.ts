import type { Actor } from '@/lib/accounts/schema'
import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { eventIdSchema } from '@/lib/events/schema'
import { signed, verified } from '@/lib/secrets'
import type { Prisma } from '@/prisma/client/client'
import { inviteExpiry } from './rules'
import { inviteTokenSchema } from './schema'

/** The events that somebody runs, as organizer or as co-host: for a query's `where`. */
export function hostedBy(personId: string): Prisma.EventWhereInput & { OR: Prisma.EventWhereInput[] } {
  return { OR: [{ organizerId: personId }, { hosts: { some: { freelancerId: personId } } }] }
}

const person = { select: { id: true, name: true } } as const

/** Who hosts an event and who was asked to, for its hosts alone; null for anybody else. */
export async function eventHosts(actor: Pick<Actor, 'id'>, eventId: string) {
  if (!eventIdSchema.safeParse(eventId).success) return null
  const event = await db.event.findFirst({
    where: { id: eventId, ...hostedBy(actor.id) },
    select: {
      organizer: person,
      hosts: { orderBy: { createdAt: 'asc' }, select: { freelancer: person } },
      invites: {
        where: { createdAt: { gt: inviteExpiry(now()) } },
        orderBy: { createdAt: 'asc' },
        select: { id: true, email: true },
      },
    },
  })
  if (!event) return null
  const { organizer, hosts, invites } = event
  return { organizer, cohosts: hosts.map(({ freelancer }) => freelancer), invites }
}

export type EventHosts = NonNullable<Awaited<ReturnType<typeof eventHosts>>>

/** The token of an invitation's mail: with an account of that address it makes a co-host, once. */
export const inviteToken = (inviteId: string) => signed(env().authSecret, 'cohost', inviteId)

/** The open invitation of a mail's link; null once it was answered, withdrawn or left for two weeks. */
export async function inviteOfToken(token: string) {
  const parsed = inviteTokenSchema.safeParse(token)
  const id = parsed.success ? verified(env().authSecret, 'cohost', parsed.data) : null
  return id === null ? null : openInvite(id)
}

/** An open invitation by its id, with what its mail and its page say of the event. */
export async function openInvite(id: string) {
  return db.hostInvite.findFirst({
    where: { id, createdAt: { gt: inviteExpiry(now()) } },
    select: {
      id: true,
      eventId: true,
      email: true,
      invitedBy: { select: { name: true, user: { select: { locale: true } } } },
      event: {
        select: {
          title: true,
          startsAt: true,
          endsAt: true,
          timeZone: true,
          placeName: true,
          city: true,
          status: true,
        },
      },
    },
  })
}

export type OpenInvite = NonNullable<Awaited<ReturnType<typeof openInvite>>>

/** The language of whoever has this address; null when nobody here does. Only a mail to that address may differ by it. */
export async function localeOfAddress(email: string): Promise<string | null> {
  const user = await db.user.findUnique({ where: { email }, select: { locale: true } })
  return user?.locale ?? null
}
