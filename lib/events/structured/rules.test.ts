import { describe, expect, it } from 'vitest'
import { eventStructuredData, type ListedEvent } from './rules'

const URL = 'https://cafe.example.org/fr/events/1/apero'

const apero: ListedEvent = {
  id: '1',
  title: 'Apéro du port',
  welcome: 'Une table au fond.',
  language: 'fr',
  startsAt: new Date('2026-12-03T17:30:00Z'),
  endsAt: new Date('2026-12-03T19:30:00Z'),
  placeName: 'Le Comptoir',
  address: '3 rue du Port',
  city: 'Cannes',
  lat: 43.55,
  lng: 7.01,
  online: false,
  price: null,
  capacity: 12,
  seatsLeft: 4,
  status: 'published',
  organizerName: 'Léa',
  group: null,
}

describe('eventStructuredData', () => {
  it('tells when, where, who and how many seats', () => {
    expect(eventStructuredData(apero, URL)).toMatchObject({
      '@type': 'Event',
      name: 'Apéro du port',
      startDate: '2026-12-03T17:30:00.000Z',
      eventStatus: 'https://schema.org/EventScheduled',
      eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
      location: { '@type': 'Place', name: 'Le Comptoir', geo: { latitude: 43.55, longitude: 7.01 } },
      organizer: { '@type': 'Person', name: 'Léa' },
      isAccessibleForFree: true,
      maximumAttendeeCapacity: 12,
      remainingAttendeeCapacity: 4,
    })
  })

  it('keeps the address of an online room to itself: the page stands for it', () => {
    const online = { ...apero, lat: null, lng: null, placeName: '', address: '', city: '', online: true }
    expect(eventStructuredData(online, URL)).toMatchObject({
      eventAttendanceMode: 'https://schema.org/OnlineEventAttendanceMode',
      location: { '@type': 'VirtualLocation', url: URL },
    })
  })

  it('gives both places of an event that can be followed from afar', () => {
    const mixed = eventStructuredData({ ...apero, online: true }, URL)
    expect(mixed).toMatchObject({ eventAttendanceMode: 'https://schema.org/MixedEventAttendanceMode' })
    expect(mixed).toHaveProperty('location.length', 2)
  })

  it('says that a cancelled event is cancelled', () => {
    expect(eventStructuredData({ ...apero, status: 'cancelled' }, URL)).toMatchObject({
      eventStatus: 'https://schema.org/EventCancelled',
    })
  })

  it('leaves out a capacity that nobody set, and a welcome that nobody wrote', () => {
    const open = eventStructuredData(
      { ...apero, capacity: null, seatsLeft: null, welcome: '', price: '5 €' },
      URL,
    )
    expect(open).not.toHaveProperty('maximumAttendeeCapacity')
    expect(open).not.toHaveProperty('description')
    expect(open).toMatchObject({ isAccessibleForFree: false })
  })

  it('names the group in whose name it is held as its organizer', () => {
    const held = { ...apero, group: { name: 'Open Coffee Cannes' } }
    expect(eventStructuredData(held, URL, 'https://cafe.example.org/fr/groups/1/x')).toMatchObject({
      organizer: {
        '@type': 'Organization',
        name: 'Open Coffee Cannes',
        url: 'https://cafe.example.org/fr/groups/1/x',
      },
    })
  })
})
