import type { Actor } from '@/lib/accounts/schema'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { hostedBy } from '@/lib/events/hosts/queries'
import { eventIdSchema } from '@/lib/events/schema'
import { keyed } from '@/lib/secrets'
import { codeFrom } from './rules'
import type { DoorList } from './schema'

/** The code that a guest shows at the door: of their RSVP, and of this instance's secret. */
export const entryCode = (rsvpId: string) => codeFrom(keyed(env().authSecret, 'door', rsvpId))

/** Nobody's door sees more. */
const SHOWN = 2000

/**
 * The list at the door, by name, for the event's hosts alone; null for anybody else. Those who come, and whoever was
 * seen whatever they had said. Never an e-mail address.
 */
export async function doorList(actor: Actor, eventId: string): Promise<DoorList | null> {
  if (!eventIdSchema.safeParse(eventId).success) return null
  const event = await db.event.findFirst({
    where: { id: eventId, status: 'published', ...hostedBy(actor.id) },
    select: {
      ...{ id: true, title: true, endsAt: true },
      walkIns: { orderBy: { createdAt: 'asc' }, take: SHOWN, select: { id: true, name: true } },
      rsvps: {
        where: { OR: [{ status: { in: ['going', 'offered'] } }, { checkIns: { some: {} } }] },
        orderBy: [{ freelancer: { name: 'asc' } }, { id: 'asc' }],
        take: SHOWN,
        select: {
          ...{ id: true, partySize: true, firstTime: true, note: true },
          checkIns: { orderBy: { at: 'asc' }, select: { id: true } },
          freelancer: { select: { name: true, trade: true } },
        },
      },
    },
  })
  if (!event) return null
  const { id, title, endsAt, rsvps, walkIns } = event
  const guests = rsvps.map(({ id: rsvpId, freelancer, checkIns, ...words }) => ({
    ...{ rsvpId, ...freelancer, ...words },
    code: entryCode(rsvpId),
    seen: checkIns.map(({ id: sighting }) => sighting),
  }))
  return { eventId: id, title, endsAt: endsAt.toISOString(), guests, walkIns }
}

/** Somebody's own code for an event, while they have a seat at it. */
export async function ownEntryCode(viewerId: string, eventId: string): Promise<string | null> {
  const seat = await db.rsvp.findFirst({
    where: { eventId, freelancerId: viewerId, status: 'going' },
    select: { id: true },
  })
  return seat && entryCode(seat.id)
}
