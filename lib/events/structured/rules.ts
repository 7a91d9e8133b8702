import type { EventStatus } from '@/lib/events/status/schema'

/** An event as search engines take it (https://schema.org/Event). The address of an online room is not told. */
export interface ListedEvent {
  id: string
  title: string
  welcome: string
  language: string
  startsAt: Date
  endsAt: Date
  placeName: string
  address: string
  city: string
  lat: number | null
  lng: number | null
  online: boolean
  price: string | null
  capacity: number | null
  seatsLeft: number | null
  status: EventStatus
  organizerName: string
  /** In whose name it is held. */
  group: { name: string } | null
}

const SCHEMA = 'https://schema.org'

/** JSON-LD of an event whose page is at `url`, and its group's, if it has one, at `groupUrl`. */
export function eventStructuredData(event: ListedEvent, url: string, groupUrl?: string): object {
  const somewhere = event.lat !== null && event.lng !== null
  const mode = event.online ? (somewhere ? 'Mixed' : 'Online') : 'Offline'
  const locations = [
    ...(somewhere ? [place(event)] : []),
    ...(event.online ? [{ '@type': 'VirtualLocation', url }] : []),
  ]
  return {
    '@context': SCHEMA,
    '@type': 'Event',
    '@id': url,
    url,
    name: event.title,
    ...(event.welcome && { description: event.welcome }),
    inLanguage: event.language,
    startDate: event.startsAt.toISOString(),
    endDate: event.endsAt.toISOString(),
    eventStatus: `${SCHEMA}/${event.status === 'cancelled' ? 'EventCancelled' : 'EventScheduled'}`,
    eventAttendanceMode: `${SCHEMA}/${mode}EventAttendanceMode`,
    location: locations.length === 1 ? locations[0] : locations,
    ...(event.group
      ? { organizer: { '@type': 'Organization', name: event.group.name, url: groupUrl } }
      : event.organizerName && { organizer: { '@type': 'Person', name: event.organizerName } }),
    isAccessibleForFree: event.price === null,
    ...(event.capacity !== null && {
      maximumAttendeeCapacity: event.capacity,
      remainingAttendeeCapacity: event.seatsLeft ?? 0,
    }),
  }
}

function place({ placeName, address, city, lat, lng }: ListedEvent): object {
  return {
    '@type': 'Place',
    name: placeName || address || city,
    address: { '@type': 'PostalAddress', streetAddress: address, addressLocality: city },
    geo: { '@type': 'GeoCoordinates', latitude: lat, longitude: lng },
  }
}
