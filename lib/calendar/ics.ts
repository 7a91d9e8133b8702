import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import { Temporal } from 'temporal-polyfill'
import type { EventStatus } from '@/lib/events/status/schema'
import { vtimezone } from './vtimezone'

/** An event as a calendar shows it. `onlineUrl` only for those who hold a seat; no address of anybody. */
export interface CalendarEvent {
  id: string
  title: string
  startsAt: Date
  endsAt: Date
  /** IANA. */
  timeZone: string
  placeName: string
  address: string
  city: string
  lat: number | null
  lng: number | null
  onlineUrl: string | null
  status: EventStatus
  sequence: number
  updatedAt: Date
}

interface CalendarOptions {
  appUrl: string
  /** PUBLISH adds or updates the entry, CANCEL takes it away (RFC 5546 §1.4). */
  method: 'PUBLISH' | 'CANCEL'
  /** Page of the event. */
  url?: string
  /** When this file speaks (DTSTAMP); of two files with the same SEQUENCE the later wins. */
  stamp?: Date
}

const instant = (date: Date) => Temporal.Instant.fromEpochMilliseconds(date.getTime())

function location(event: CalendarEvent) {
  const address = [event.address, event.city].filter(Boolean).join(', ')
  const title = event.placeName || address || event.onlineUrl
  if (!title) return null
  const geo = event.lat !== null && event.lng !== null ? { lat: event.lat, lon: event.lng } : undefined
  return { title, address: title === address ? undefined : address || undefined, geo }
}

/**
 * One event as an iCalendar file (RFC 5545), CRLF, UTF-8. Its UID stays the same through every change, so that
 * opening a newer file mends the entry. Carries neither organizer nor attendee: their addresses are private.
 */
export function eventCalendar(event: CalendarEvent, { appUrl, method, url, stamp }: CalendarOptions): string {
  const gone = method === 'CANCEL' || event.status === 'cancelled'
  const calendar = ical({
    prodId: { company: 'Cafetiere', product: 'Cafetiere' },
    method: ICalCalendarMethod[method],
    timezone: { name: null, generator: (zone) => vtimezone(zone, event.startsAt, event.endsAt) },
  })
  calendar.createEvent({
    id: `${event.id}@${new URL(appUrl).host}`,
    sequence: event.sequence,
    // Instants, not Dates: ical-generator writes a Date in the machine's zone, without its Z.
    stamp: instant(stamp ?? event.updatedAt),
    lastModified: instant(event.updatedAt),
    start: instant(event.startsAt).toZonedDateTimeISO(event.timeZone),
    end: instant(event.endsAt).toZonedDateTimeISO(event.timeZone),
    timezone: event.timeZone,
    summary: event.title,
    location: location(event),
    description: event.onlineUrl,
    url: url ?? null,
    status: gone ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  })
  return calendar.toString()
}
