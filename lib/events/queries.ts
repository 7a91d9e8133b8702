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
import { outingsAround } from '@/lib/map/memory/queries'
import { columns, every, isWide, within } from '@/lib/map/queries'
import { NO_FILTERS } from '@/lib/map/rules'
import { slugify } from '@/lib/slug'
import { Prisma } from '@/prisma/client/client'

type Page = { near?: LatLng | null; limit: number; cursor?: string | null }

/** The events in a box, soonest first, each series once, with metres from `near`. */
export async function findEvents(asked: Sought & Page): Promise<EventCards> {
  // What a wide box holds is walked by its start until a page is full; a smaller one is read whole, and sorted.
  if (isWide(asked.bbox)) return eventCards(soughtOnce(asked), asked)
  return soonestIn(asked.bbox, (bbox) => soughtEvents({ ...asked, bbox }), asked, soonest(asked))
}

/** What the agenda lists: events of a box, or of everywhere and online when it is null. */
export async function upcomingEvents(
  asked: Omit<Sought, 'bbox'> & Page & { bbox: BBox | null },
): Promise<EventCards> {
  return soonestIn(asked.bbox, (bbox) => soughtEvents({ ...asked, bbox }), asked)
}

/**
 * The events that are sought in a box and fulfil a costly condition, soonest first. A crowded box is not read whole
 * where its page is probably among the soonest of everywhere.
 */
async function soonestIn(
  bbox: BBox | null,
  soughtIn: (bbox: BBox | null) => Prisma.Sql,
  { near = null, limit, cursor = null }: Page,
  costly?: Prisma.Sql,
): Promise<EventCards> {
  const page = { near, limit, cursor }
  const atMost = bbox ? worthWalking(bbox, limit) : 0
  if (bbox && atMost > 0) {
    const here = [
      Prisma.sql`events.lat IS NOT NULL`,
      within(columns.events, bbox),
      ...(costly ? [costly] : []),
    ]
    const cards = await eventCards(soughtIn(null), { ...page, costly: every(here), atMost })
    if (cards.next) return cards
  }
  return eventCards(soughtIn(bbox), costly ? { ...page, costly } : page)
}

/** How many of all events are worth a look, by their start, for a page of a box: half as many as are in it, or none. */
function worthWalking(bbox: BBox, limit: number): number {
  const { here, all } = (!isWide(bbox) && outingsAround(bbox)) || { here: 0, all: 1 }
  const half = Math.floor(here / 2)
  return (half * here) / all > 2 * limit ? half : 0
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
  const filters = { ...NO_FILTERS, kinds, gentle }
  const before = to ? Prisma.sql`events.starts_at < ${to}` : Prisma.sql`true`
  const soughtIn = (bbox: BBox | null) =>
    every([soughtEvents({ bbox, filters, now: from, timeZone: 'UTC' }), before])
  return soonestIn(bbox, soughtIn, page)
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
