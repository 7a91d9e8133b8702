import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  type ICalEventData,
  ICalEventStatus,
} from 'ical-generator'
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
  /** The series it is an occurrence of, if any: then the entry goes by the series' UID and its RECURRENCE-ID. */
  seriesId?: string | null
  recurrenceId?: Date | null
}

/** Who invites whom (RFC 5546): an entry is updated by mail only where both are named. Addresses are the mail's own. */
export interface Parties {
  organizer: { name: string; email: string }
  attendee: { name: string; email: string }
}

interface CalendarOptions {
  appUrl: string
  /** PUBLISH is for files, REQUEST invites or updates by mail, CANCEL takes the entry away (RFC 5546 §1.4). */
  method: 'PUBLISH' | 'REQUEST' | 'CANCEL'
  parties?: Parties
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
 * One event as an iCalendar file (RFC 5545). Its UID stays the same through every change, so that opening a newer
 * file mends the entry. Names people only in the mail that goes to one of them.
 */
export function eventCalendar(event: CalendarEvent, options: CalendarOptions): string {
  return eventsCalendar([event], options)
}

/** Several occurrences of one series in one file, which is how a mail speaks of them together (RFC 5546 §3.2). */
export function eventsCalendar(events: CalendarEvent[], options: CalendarOptions): string {
  const [first] = events
  if (!first) throw new Error('a calendar of nothing')
  const times = events.flatMap(({ startsAt, endsAt }) => [startsAt.getTime(), endsAt.getTime()])
  const calendar = calendarOf(
    options,
    first.timeZone,
    new Date(Math.min(...times)),
    new Date(Math.max(...times)),
  )
  for (const event of events) calendar.createEvent(entry(event, options))
  return calendar.toString()
}

/** Many events as one calendar to subscribe to, each an entry of its own with the address of its page. */
export function feedCalendar(
  events: CalendarEvent[],
  { name, urlOf, ...options }: CalendarOptions & { name: string; urlOf: (event: CalendarEvent) => string },
): string {
  const starts = events.map(({ startsAt }) => startsAt.getTime())
  const ends = events.map(({ endsAt }) => endsAt.getTime())
  const [from = 0, to = 0] = events.length > 0 ? [Math.min(...starts), Math.max(...ends)] : []
  const calendar = calendarOf(options, 'UTC', new Date(from), new Date(to))
  calendar.name(name)
  for (const event of events) calendar.createEvent(entry(event, { ...options, url: urlOf(event) }))
  return calendar.toString()
}

/** A series as a calendar shows it: what most occurrences are, and those that are not so. */
export interface CalendarSeries {
  id: string
  /** RRULE without its name. */
  rule: string
  /** The first occurrence of the rule: its title, place and length hold for all. */
  first: CalendarEvent
  /** Starts that the rule has and that are not held. */
  exceptions: Date[]
  /** Occurrences that moved, changed or were called off. */
  changed: CalendarEvent[]
  sequence: number
}

/** A whole series as an iCalendar file: one entry with its RRULE, and one more for each occurrence that differs. */
export function seriesCalendar(series: CalendarSeries, options: CalendarOptions): string {
  const { first, changed, rule, exceptions, sequence } = series
  const { timeZone } = first
  const ends = [first, ...changed].map(({ endsAt }) => endsAt.getTime())
  const calendar = calendarOf(options, timeZone, first.startsAt, new Date(Math.max(...ends)))
  const skipped = exceptions.map((at) => wall(at, timeZone)).join(',')
  const repeating = [`RRULE:${rule}`, ...(skipped ? [`EXDATE;TZID=${timeZone}:${skipped}`] : [])].join('\n')
  const master = { ...first, seriesId: series.id, recurrenceId: null, sequence }
  calendar.createEvent({ ...entry(master, options), repeating: `${repeating}\n` })
  for (const occurrence of changed)
    calendar.createEvent(entry({ ...occurrence, seriesId: series.id }, options))
  return calendar.toString()
}

function calendarOf({ method }: CalendarOptions, timeZone: string, from: Date, to: Date) {
  return ical({
    prodId: { company: 'Cafetiere', product: 'Cafetiere' },
    method: ICalCalendarMethod[method],
    // A year beyond on either side: enough for what is made ninety days ahead.
    timezone: { name: null, generator: (zone) => vtimezone(zone ?? timeZone, from, to) },
  })
}

/** `YYYYMMDDTHHMMSS` on the clock of a zone. */
const wall = (at: Date, timeZone: string) =>
  instant(at)
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'second' })
    .replaceAll(/[-:]/g, '')

function entry(
  event: CalendarEvent,
  { appUrl, method, url, stamp, parties }: CalendarOptions,
): ICalEventData {
  const gone = method === 'CANCEL' || event.status === 'cancelled'
  const { host } = new URL(appUrl)
  const own = event.seriesId ? `series-${event.seriesId}` : event.id
  return {
    id: `${own}@${host}`,
    sequence: event.sequence,
    // Instants, not Dates: ical-generator writes a Date in the machine's zone, without its Z.
    stamp: instant(stamp ?? event.updatedAt),
    lastModified: instant(event.updatedAt),
    start: instant(event.startsAt).toZonedDateTimeISO(event.timeZone),
    end: instant(event.endsAt).toZonedDateTimeISO(event.timeZone),
    ...(event.seriesId && event.recurrenceId
      ? { recurrenceId: instant(event.recurrenceId).toZonedDateTimeISO(event.timeZone) }
      : {}),
    timezone: event.timeZone,
    summary: event.title,
    location: location(event),
    description: event.onlineUrl,
    url: url ?? null,
    status: gone ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    ...(parties ? invitation(parties) : {}),
  }
}

/** The guest has said yes on the page: no program need ask them again. */
const invitation = ({ organizer, attendee }: Parties) => ({
  organizer,
  attendees: [{ ...attendee, rsvp: false, status: ICalAttendeeStatus.ACCEPTED, role: ICalAttendeeRole.REQ }],
})
