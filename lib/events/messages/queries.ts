import type { Actor } from '@/lib/accounts/schema'
import { db } from '@/lib/db'
import { hostedBy } from '@/lib/events/hosts/queries'
import { eventIdSchema } from '@/lib/events/schema'
import { mayWrite, nextMessageAt } from './rules'

/** Messages shown on one page. */
const SHOWN = 30

const shown = {
  orderBy: { createdAt: 'desc' },
  take: SHOWN,
  select: { id: true, body: true, createdAt: true, sender: { select: { name: true } } },
} as const

/** What a host needs to write to their guests; null for anybody else. Numbers are people who would be written to. */
export async function messageDesk(actor: Actor, eventId: string, now: Date) {
  if (!eventIdSchema.safeParse(eventId).success) return null
  const event = await db.event.findFirst({
    where: { id: eventId, status: { not: 'draft' }, ...hostedBy(actor.id) },
    select: { title: true, status: true, endsAt: true, timeZone: true, messages: shown },
  })
  if (!event) return null
  const groups = await db.rsvp.groupBy({ by: ['status'], where: { eventId }, _count: true })
  const count = (...statuses: string[]) =>
    groups.reduce((sum, { status, _count }) => sum + (statuses.includes(status) ? _count : 0), 0)
  return {
    ...event,
    coming: count('going', 'offered'),
    others: count('waitlisted', 'asked', 'maybe'),
    open: mayWrite(event, now),
    nextAt: nextMessageAt(
      event.messages.map(({ createdAt }) => createdAt),
      now,
    ),
  }
}

export type MessageDesk = NonNullable<Awaited<ReturnType<typeof messageDesk>>>
export type HostMessage = MessageDesk['messages'][number]

/** What the hosts wrote, for who comes or hosts: latest first. None for anybody else. */
export async function messagesFor(viewerId: string | null, eventId: string): Promise<HostMessage[]> {
  if (!viewerId) return []
  const event = await db.event.findFirst({
    where: {
      id: eventId,
      OR: [
        ...hostedBy(viewerId).OR,
        { rsvps: { some: { freelancerId: viewerId, status: { in: ['going', 'offered'] } } } },
      ],
    },
    select: { messages: shown },
  })
  return event?.messages ?? []
}
