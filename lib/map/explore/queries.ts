import { z } from 'zod'
import type { Actor } from '@/lib/accounts/schema'
import { db } from '@/lib/db'
import { type EventCard, type EventCards, eventCards } from '@/lib/events/cards/queries'
import { findEvents } from '@/lib/events/queries'
import { type AreaCount, areaCounts, type PersonCard, peopleNear } from '@/lib/freelancers/queries'
import { aroundView } from '@/lib/geo/bbox'
import type { LatLng } from '@/lib/geo/types'
import { timeZoneAt } from '@/lib/geo/zone'
import { hasDemoData } from '@/lib/instance/queries'
import { openTo } from '@/lib/map/filters/queries'
import { DEFAULT_VIEW } from '@/lib/map/rules'
import type { Filters, View } from '@/lib/map/terms'
import { type Working, workingAt } from '@/lib/presence/queries'
import { findSpaces, type SpaceCard, spaceCard } from '@/lib/spaces/queries'
import { nearestTown } from '@/lib/towns/queries'
import { type WishesHere, wishesHere } from '@/lib/wishes/queries'
import { Prisma } from '@/prisma/client/client'

/** Pixels that the list covers around the centre. The server cannot know the screen; the list is sorted anyway. */
const WINDOW = { width: 640, height: 640 }

/** Cards of each layer when several are shown, and on a page of one alone. */
const SAMPLE = 8
const PAGE = 24

/** Everything the list beside the map says. A layer that is not shown is null. */
export type Around = {
  /** Name of the nearest town; null in the middle of nowhere. */
  town: string | null
  /** The card asked for by name (`at`), wherever it is. */
  chosen: { type: 'event'; event: EventCard } | { type: 'space'; space: SpaceCard } | null
  events: EventCards | null
  spaces: { spaces: SpaceCard[]; next: string | null } | null
  /** Who said that they work at these places soon, by the place's id. */
  working: Record<string, Working>
  /** For people who have signed in. */
  people: { people: PersonCard[]; next: string | null } | null
  /** For people who have not. */
  areas: AreaCount[] | null
  /** How many would come; null where no outings are asked for. */
  wishes: WishesHere | null
}

/** What is around the centre of a view. The cursor is heeded when a single layer is shown. */
export async function around(asked: {
  view: View
  filters: Filters
  cursor: string | null
  at: string | null
  viewer: Pick<Actor, 'id'> | null
  now: Date
}): Promise<Around> {
  const { view, filters, viewer, now } = asked
  const { show } = filters
  const bbox = aroundView(view, WINDOW)
  const alone = show.length === 1
  const page = {
    bbox,
    filters,
    now,
    near: view,
    timeZone: timeZoneAt(view),
    viewerId: viewer?.id ?? null,
    limit: alone ? PAGE : SAMPLE,
    cursor: alone ? asked.cursor : null,
  }
  const people = show.includes('people')
  const [events, spaces, members, areas, chosen, town, wishes] = await Promise.all([
    show.includes('events') ? findEvents(page) : null,
    show.includes('spaces') ? findSpaces(page) : null,
    people && viewer ? peopleNear(viewer, page) : null,
    people && !viewer ? areaCounts({ bbox }) : null,
    chosenCard(asked.at, view, viewer, now),
    nearestTown(view),
    show.includes('events') ? wishesHere(view, viewer, now) : null,
  ])
  const places = [...(spaces?.spaces ?? []), ...(chosen?.type === 'space' ? [chosen.space] : [])]
  const working = await workingAt(
    places.map(({ id }) => id),
    viewer,
    now,
  )
  return { town: town?.name ?? null, chosen, events, spaces, working, people: members, areas, wishes }
}

async function chosenCard(
  at: string | null,
  near: LatLng,
  viewer: Pick<Actor, 'id'> | null,
  now: Date,
): Promise<Around['chosen']> {
  const [type, id] = at?.split(':') ?? []
  if (!z.uuid().safeParse(id).success) return null
  if (type === 'space') {
    const space = await spaceCard(String(id), near, now)
    return space && { type, space }
  }
  const wanted = Prisma.sql`events.id = ${id}::uuid AND events.status = 'published' AND events.ends_at > ${now}
    AND ${viewer ? openTo(viewer.id) : Prisma.sql`true`}`
  const event = (await eventCards(wanted, { near, limit: 1 })).events[0]
  return event ? { type: 'event', event } : null
}

/** Milliseconds for which where there is most is taken to be so still. */
const FRESH = 600_000

let most: { at: number; view: View } | null = null
let counting: Promise<View> | null = null

/**
 * Where the map opens for somebody of whom nothing is known: where there is most to come to, else to sit. Counting
 * reads every place, so it is done every ten minutes at most, and in the meantime the last answer stands.
 */
export async function openingView(now: Date): Promise<View> {
  if (await hasDemoData()) return DEFAULT_VIEW
  if (most && Math.abs(now.getTime() - most.at) < FRESH) return most.view
  counting ??= whereMostIs(now).finally(() => {
    counting = null
  })
  if (!most) return counting
  // Whoever comes next hears of it if the database does not answer.
  counting.catch(() => undefined)
  return most.view
}

async function whereMostIs(now: Date): Promise<View> {
  const [town] = await db.$queryRaw<LatLng[]>`
    SELECT avg(lat) AS lat, avg(lng) AS lng FROM (
      SELECT city, lat, lng, 3 AS weight FROM events WHERE status = 'published' AND ends_at > ${now} AND lat IS NOT NULL
      UNION ALL SELECT city, lat, lng, 1 FROM spaces WHERE closed_on IS NULL
    ) AS places WHERE city <> '' GROUP BY city ORDER BY sum(weight) DESC, city LIMIT 1`
  // Nothing at all is soon counted: the first place is seen at once.
  if (!town) return DEFAULT_VIEW
  const view = { ...town, zoom: 13 }
  most = { at: now.getTime(), view }
  return view
}
