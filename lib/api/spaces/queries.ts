import { middleOf, pointOf } from '@/lib/api/rules'
import { feedCalendar } from '@/lib/calendar/ics'
import { env } from '@/lib/env'
import { NO_FILTERS } from '@/lib/map/rules'
import { FACTS, type Fact } from '@/lib/map/terms'
import { slugify } from '@/lib/slug'
import { spaceForCalendar } from '@/lib/spaces/life/queries'
import { type SpacePage, spacePage } from '@/lib/spaces/page/queries'
import { findSpaces, type SpaceCard } from '@/lib/spaces/queries'
import { publisherOf } from '@/lib/spaces/sources/rules'
import type { SpaceDetail, SpaceFeature, SpacesQuery } from './schema'

const WORLD = { west: -180, south: -90, east: 180, north: 90 }

/** The spaces of a box, from its middle outwards. `next` is the cursor of the page after. */
export async function spaceFeatures(query: SpacesQuery, now: Date) {
  const { bbox = WORLD, kind, limit, cursor, openAt = null, maxPrice = null, ...said } = query
  const yes: Partial<Record<Fact, '1'>> = said
  const facts = Object.fromEntries(FACTS.map((fact) => [fact, yes[fact] === '1'])) as Record<Fact, boolean>
  const filters = { ...NO_FILTERS, ...facts, kinds: kind, openAt, maxPrice }
  const { spaces, next } = await findSpaces({ bbox, filters, now, near: middleOf(bbox), limit, cursor })
  return { features: spaces.map(toSpace), next }
}

const dayOf = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null

/** One space with all that is known of it; null when there is none. */
export async function spaceDetail(id: string, now: Date): Promise<SpaceDetail | null> {
  const space = await spacePage(id, now)
  if (!space) return null
  const { properties, ...feature } = toSpace(space)
  return { ...feature, properties: { ...properties, ...moreOf(space) } }
}

function moreOf(space: SpacePage) {
  const { description, postcode, country, website, phone, openingHours, hoursText, charge, payment } = space
  const { trialNote, capacity, phoneBooths, meetingRooms, coffee, outdoor, airConditioning, bikeParking } =
    space
  const { toiletsWheelchair, languages } = space
  return {
    ...{
      description,
      postcode,
      country,
      website,
      phone,
      openingHours,
      hoursText,
      charge,
      payment,
      trialNote,
    },
    ...{ capacity, phoneBooths, meetingRooms, coffee, outdoor, airConditioning, bikeParking },
    ...{ toiletsWheelchair, languages },
    closedOn: dayOf(space.closedOn),
    confirmedOn: dayOf(space.confirmedOn),
    sources: space.sources.map(({ source, externalId, licence }) => ({
      ...{ source, externalId, licence },
      publisher: publisherOf(source).name,
    })),
    calendar: `${env().appUrl}/api/v1/spaces/${space.id}/calendar.ics`,
  }
}

/** What takes place at a space, as a calendar file to subscribe to, and its name; null when there is no such space. */
export async function spaceFile(id: string, at: Date): Promise<{ name: string; content: string } | null> {
  const space = await spaceForCalendar(id, at)
  if (!space) return null
  const { appUrl } = env()
  // Without a language: the site answers in that of the reader's browser.
  const urlOf = (event: { id: string; title: string }) =>
    `${appUrl}/events/${event.id}/${slugify(event.title)}`
  const options = { appUrl, method: 'PUBLISH' as const, name: space.name, urlOf }
  return { name: `${slugify(space.name)}.ics`, content: feedCalendar(space.events, options) }
}

type KnownSpace = Omit<SpaceCard, 'distance' | 'openState'> & {
  openState: { state: SpaceCard['openState']['state'] }
}

function toSpace(space: KnownSpace): SpaceFeature {
  const { id, slug, kind, name, street, city, timeZone, internet, internetFee, wifiMbps, sockets, noise } =
    space
  const { callsAllowed, fee, priceHour, priceDay, priceMonth, currency, trialDay } = space
  const { wheelchair, approximate, stale, demo } = space
  const { state } = space.openState
  return {
    type: 'Feature',
    id,
    geometry: pointOf(space),
    properties: {
      ...{ kind, name, street, city, timeZone },
      open: state === 'unknown' ? null : state === 'open',
      ...{ internet, internetFee, wifiMbps, sockets, noise, callsAllowed },
      ...{ fee, priceHour, priceDay, priceMonth, currency, trialDay },
      ...{ wheelchair, approximate, stale, demo },
      url: `${env().appUrl}/spaces/${id}/${slug}`,
    },
  }
}
