import { eventCalendar, feedCalendar, seriesCalendar } from '@/lib/calendar/ics'
import { env } from '@/lib/env'
import type { EventCard } from '@/lib/events/cards/queries'
import { eventPage, eventsBetween } from '@/lib/events/queries'
import { seriesForCalendar } from '@/lib/events/series/queries'
import { groupForCalendar } from '@/lib/groups/queries'
import { slugify } from '@/lib/slug'
import { pointOf } from './rules'
import type { EventDetail, EventFeature, EventsQuery } from './schema'

/** The events of a box (of everywhere and online without one) between two instants, soonest first. */
export async function eventFeatures({ bbox, from, to, kind, gentle, limit, cursor }: EventsQuery, now: Date) {
  const asked = { bbox: bbox ?? null, from: from ?? now, to: to ?? null, kinds: kind, limit, cursor }
  const { events, next } = await eventsBetween({ ...asked, gentle: gentle === '1' })
  return { features: events.map(toEvent), next }
}

/** One event, also past or cancelled; null when there is none. The online room is for those who hold a seat. */
export async function eventDetail(id: string): Promise<EventDetail | null> {
  const event = await eventPage(id)
  if (!event || event.status === 'draft') return null
  const { startsAt, endsAt, updatedAt, welcome, cancelMessage, space, status } = event
  const card = { ...event, status, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() }
  const { properties, ...feature } = toEvent(card)
  const more = { welcome, cancelMessage, updatedAt: updatedAt.toISOString() }
  return {
    ...feature,
    properties: { ...properties, ...more, space: space && { id: space.id, name: space.name } },
  }
}

/** The event as a calendar file, and the name to save it under; null when there is none. */
export async function eventFile(id: string): Promise<{ name: string; content: string } | null> {
  const event = await eventPage(id)
  if (!event) return null
  const { appUrl } = env()
  const options = { appUrl, method: 'PUBLISH' as const, url: eventUrl(event) }
  return {
    name: `${slugify(event.title)}.ics`,
    content: eventCalendar({ ...event, onlineUrl: null }, options),
  }
}

/** A series as a calendar file to subscribe to, and its name; null when there is none. */
export async function seriesFile(id: string, at: Date): Promise<{ name: string; content: string } | null> {
  const series = await seriesForCalendar(id, at)
  if (!series) return null
  const { appUrl } = env()
  const { title } = series.first
  const content = seriesCalendar(series, {
    appUrl,
    method: 'PUBLISH',
    url: `${appUrl}/events/${series.first.id}`,
  })
  return { name: `${slugify(title)}.ics`, content }
}

/** All that a group does, as a calendar file to subscribe to, and its name; null when there is no such group. */
export async function groupFile(id: string, at: Date): Promise<{ name: string; content: string } | null> {
  const group = await groupForCalendar(id, at)
  if (!group) return null
  const urlOf = (event: { id: string; title: string }) => eventUrl({ ...event, slug: slugify(event.title) })
  const options = { appUrl: env().appUrl, method: 'PUBLISH' as const, name: group.name, urlOf }
  return { name: `${slugify(group.name)}.ics`, content: feedCalendar(group.events, options) }
}

// Without a language: the site answers in that of the reader's browser.
const eventUrl = ({ id, slug }: { id: string; slug: string }) => `${env().appUrl}/events/${id}/${slug}`

function toEvent(event: Omit<EventCard, 'distance'>): EventFeature {
  const { id, lat, lng, kind, title, language, startsAt, endsAt, timeZone, placeName, address, city } = event
  const { online, price, capacity, seatsTaken, seatsLeft, status, organizerName, demo } = event
  const { gentle, goodForNewcomers } = event
  return {
    type: 'Feature',
    id,
    geometry: lat === null || lng === null ? null : pointOf({ lat, lng }),
    properties: {
      ...{ kind, title, language, startsAt, endsAt, timeZone, placeName, address, city },
      ...{
        online,
        price,
        capacity,
        seatsTaken,
        seatsLeft,
        status,
        organizerName,
        gentle,
        goodForNewcomers,
        demo,
      },
      url: eventUrl(event),
      calendar: `${env().appUrl}/api/v1/events/${id}/calendar.ics`,
    },
  }
}
