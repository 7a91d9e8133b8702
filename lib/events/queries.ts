import { z } from 'zod'
import { unblockedWith } from '@/lib/blocks/queries'
import { db } from '@/lib/db'
import { type EventCard, type EventCards, eventCards, seatsLeft } from '@/lib/events/cards/queries'
import { hostedBy } from '@/lib/events/hosts/queries'
import type { EventKind } from '@/lib/events/kinds/terms'
import { questionsSchema } from '@/lib/events/questions/schema'
import type { BBox, LatLng } from '@/lib/geo/types'
import { groupPath } from '@/lib/groups/rules'
import { isHome } from '@/lib/homes/rules'
import { type Sought, soonest, soughtEvents, soughtOnce } from '@/lib/map/filters/queries'
import { isWide } from '@/lib/map/queries'
import { NO_FILTERS } from '@/lib/map/rules'
import { slugify } from '@/lib/slug'
import { Prisma } from '@/prisma/client/client'

/** The events in a box, soonest first, each series once, with metres from `near`. */
export async function findEvents(
  asked: Sought & { near: LatLng; limit: number; cursor?: string | null },
): Promise<EventCards> {
  // What a wide box holds is walked by its start until a page is full; a smaller one is read whole, and sorted.
  return isWide(asked.bbox)
    ? eventCards(soughtOnce(asked), asked)
    : eventCards(soughtEvents(asked), { ...asked, costly: soonest(asked) })
}

/** What the agenda lists: events of a box, or of everywhere and online when it is null. */
export async function upcomingEvents(
  asked: Omit<Sought, 'bbox'> & {
    bbox: BBox | null
    near?: LatLng | null
    limit: number
    cursor?: string | null
  },
): Promise<EventCards> {
  return eventCards(soughtEvents(asked), asked)
}

/** What takes place at a space from now on, soonest first. */
export async function eventsAtSpace(spaceId: string, now: Date, limit = 20): Promise<EventCard[]> {
  if (!z.uuid().safeParse(spaceId).success) return []
  const upcoming = soughtEvents({ bbox: null, filters: NO_FILTERS, now, timeZone: 'UTC' })
  const here = Prisma.sql`${upcoming} AND events.space_id = ${spaceId}::uuid`
  return (await eventCards(here, { limit })).events
}

/**
 * The published events of a box (null: anywhere, online too) that end after `from` and begin before `to` (null:
 * within a year of `from`), of some kinds (none: all), soonest first.
 */
export async function eventsBetween({
  bbox,
  from,
  to,
  kinds,
  gentle = false,
  ...page
}: {
  bbox: BBox | null
  from: Date
  to: Date | null
  kinds: EventKind[]
  /** Only gentle ones. */
  gentle?: boolean
  limit: number
  cursor?: string | null
}): Promise<EventCards> {
  const sought = soughtEvents({ bbox, filters: { ...NO_FILTERS, kinds, gentle }, now: from, timeZone: 'UTC' })
  return eventCards(to ? Prisma.sql`${sought} AND events.starts_at < ${to}` : sought, page)
}

/**
 * Everything an event's page says, cancelled and past events too; null when there is no such event, or when it is a
 * draft that the viewer does not host.
 */
export async function eventPage(id: string, viewerId: string | null = null) {
  if (!z.uuid().safeParse(id).success) return null
  const event = await db.event.findFirst({
    where: {
      id,
      OR: [{ status: { not: 'draft' } }, ...(viewerId ? [hostedBy(viewerId)] : [])],
      // To whoever is hidden from its host, a table at home is not there.
      ...(viewerId ? { NOT: { kind: 'home_table', organizer: { NOT: unblockedWith(viewerId) } } } : {}),
    },
    select: {
      id: true,
      kind: true,
      title: true,
      welcome: true,
      language: true,
      startsAt: true,
      endsAt: true,
      timeZone: true,
      placeName: true,
      address: true,
      city: true,
      lat: true,
      lng: true,
      onlineUrl: true,
      price: true,
      capacity: true,
      seatsTaken: true,
      status: true,
      cancelMessage: true,
      unlisted: true,
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
      sequence: true,
      createdAt: true,
      updatedAt: true,
      organizerId: true,
      seriesId: true,
      recurrenceId: true,
      demo: true,
      organizer: { select: { name: true } },
      hosts: { orderBy: { createdAt: 'asc' }, select: { freelancer: { select: { id: true, name: true } } } },
      space: { select: { id: true, name: true } },
      group: { select: { id: true, name: true } },
    },
  })
  if (!event) return null
  // The online room and a hidden place are told only to those who have a seat, by `insideOf`.
  const { onlineUrl, hiddenPlace, organizer, hosts, space, group, questions, ...rest } = event
  const cohosts = hosts.map(({ freelancer }) => freelancer)
  return {
    ...rest,
    ...asMember(event, viewerId),
    hidesPlace: hiddenPlace !== null,
    questions: questionsSchema.parse(questions),
    slug: slugify(event.title),
    online: onlineUrl !== null,
    seatsLeft: seatsLeft(event),
    cohostNames: cohosts.map(({ name }) => name),
    hostIds: [event.organizerId, ...cohosts.map(({ id }) => id)],
    group: group && { name: group.name, path: groupPath(group) },
    space: space && { ...space, slug: slugify(space.name) },
  }
}

/** Whose home it is, and why nobody is there after all, is not said to the public. */
function asMember(
  { kind, organizer, cancelMessage }: { kind: EventKind; organizer: { name: string }; cancelMessage: string },
  viewerId: string | null,
) {
  const closed = isHome(kind) && viewerId === null
  return closed ? { organizerName: '', cancelMessage: '' } : { organizerName: organizer.name, cancelMessage }
}

export type EventPage = NonNullable<Awaited<ReturnType<typeof eventPage>>>
