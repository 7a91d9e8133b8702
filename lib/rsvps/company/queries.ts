import { unblockedWith } from '@/lib/blocks/queries'
import { db } from '@/lib/db'
import { hostedBy } from '@/lib/events/hosts/queries'
import { type HiddenPlace, hiddenPlaceSchema } from '@/lib/events/place/schema'
import { addressStands, isHome } from '@/lib/homes/rules'
import { firstName } from '@/lib/rsvps/rules'

const NAMED = 12

const seated = { status: 'going' as const }

const comesTo = (viewerId: string) => ({ rsvps: { some: { freelancerId: viewerId, ...seated } } })

/** Does this person come to the event, or host it? */
async function isInside(viewerId: string, eventId: string): Promise<boolean> {
  const inside = [hostedBy(viewerId), comesTo(viewerId)]
  return (await db.event.count({ where: { id: eventId, OR: inside } })) > 0
}

/** May this viewer read names, by what the hosts chose? The hosts have a list of their own. */
async function mayReadNames(viewerId: string | null, eventId: string): Promise<boolean> {
  if (viewerId === null) return false
  const event = await db.event.findUnique({ where: { id: eventId }, select: { listVisibility: true } })
  if (event?.listVisibility === 'guests') return isInside(viewerId, eventId)
  return event?.listVisibility === 'members'
}

/**
 * Who comes, as far as the viewer may know: for everybody the number of people, companions included; the first names
 * of up to 12 others whose profile members may see and who did not ask to be left out; blocks hide both ways.
 */
export async function company(
  viewerId: string | null,
  eventId: string,
): Promise<{ going: number; firstNames: string[] }> {
  const [people, named] = await Promise.all([
    db.rsvp.aggregate({ where: { eventId, ...seated }, _sum: { partySize: true } }),
    mayReadNames(viewerId, eventId),
  ])
  const going = people._sum.partySize ?? 0
  if (viewerId === null || !named) return { going, firstNames: [] }
  const visible = await db.rsvp.findMany({
    where: {
      eventId,
      ...seated,
      unlisted: false,
      freelancerId: { not: viewerId },
      freelancer: { visibility: 'members', ...unblockedWith(viewerId) },
    },
    orderBy: { position: 'asc' },
    take: NAMED,
    select: { freelancer: { select: { name: true } } },
  })
  return { going, firstNames: visible.map(({ freelancer }) => firstName(freelancer.name)) }
}

/** What an event tells only its hosts and those who have a seat: its online room, and where exactly it is. */
export interface Inside {
  onlineUrl: string | null
  /** Null when the place is no secret. */
  place: HiddenPlace | null
}

/** The inside of an event that takes place, or null to anybody else. Who hosts at home reads their own address for good. */
export async function insideOf(viewerId: string | null, eventId: string, at: Date): Promise<Inside | null> {
  if (viewerId === null) return null
  const event = await db.event.findFirst({
    where: { id: eventId, OR: [hostedBy(viewerId), comesTo(viewerId)] },
    select: { kind: true, status: true, endsAt: true, onlineUrl: true, hiddenPlace: true, organizerId: true },
  })
  if (!event) return null
  const home = isHome(event.kind) && event.organizerId === viewerId
  if (!home && (event.status === 'cancelled' || !addressStands(event, at))) return null
  return { onlineUrl: event.onlineUrl, place: hiddenPlaceSchema.safeParse(event.hiddenPlace).data ?? null }
}
