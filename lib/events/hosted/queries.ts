import type { Actor } from '@/lib/accounts/schema'
import { db } from '@/lib/db'
import { hostedBy } from '@/lib/events/hosts/queries'
import { eventIdSchema } from '@/lib/events/schema'
import { sortHosted } from './rules'

const cardSelect = {
  id: true,
  kind: true,
  seriesId: true,
  title: true,
  startsAt: true,
  endsAt: true,
  timeZone: true,
  placeName: true,
  city: true,
  onlineUrl: true,
  capacity: true,
  seatsTaken: true,
  status: true,
  publishAt: true,
  unlisted: true,
} as const

/** A year and more of weekly outings. */
const SHOWN = 200

/** What somebody hosts: coming by the nearest first, past and cancelled by the latest first. */
export async function hostedEvents(actor: Actor, now: Date) {
  const asked = await db.eventHost.findMany({ where: { freelancerId: actor.id }, select: { eventId: true } })
  const events = await db.event.findMany({
    // By their ids rather than through the table of hosts: so each half of it has an index to go by.
    where: { OR: [{ organizerId: actor.id }, { id: { in: asked.map(({ eventId }) => eventId) } }] },
    orderBy: { startsAt: 'desc' },
    take: SHOWN,
    select: { ...cardSelect, _count: { select: { rsvps: { where: { status: 'waitlisted' } } } } },
  })
  return sortHosted(
    events.map(({ _count, ...event }) => ({ ...event, waiting: _count.rsvps })),
    now,
  )
}

export type HostedEvent = Awaited<ReturnType<typeof hostedEvents>>['coming'][number]

/** An event to its hosts, whole; null for anybody else and for an id that is none. */
export async function hostedEvent(actor: Actor, id: string) {
  if (!eventIdSchema.safeParse(id).success) return null
  return db.event.findFirst({
    where: { id, ...hostedBy(actor.id) },
    select: {
      ...cardSelect,
      organizerId: true,
      welcome: true,
      language: true,
      spaceId: true,
      address: true,
      lat: true,
      lng: true,
      price: true,
      updatedAt: true,
      cancelMessage: true,
      hiddenPlace: true,
      maxCompanions: true,
      approval: true,
      listVisibility: true,
      quietPlace: true,
      leaveWhenever: true,
      noIntroductions: true,
      gentle: true,
      goodForNewcomers: true,
      questions: true,
      groupId: true,
      group: { select: { id: true, name: true } },
    },
  })
}

export type HostedEventInFull = NonNullable<Awaited<ReturnType<typeof hostedEvent>>>
