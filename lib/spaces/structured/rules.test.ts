import { expect, it } from 'vitest'
import { type ListedSpace, spaceStructuredData } from './rules'

const URL = 'https://cafe.example.org/fr/spaces/1/la-bulle'

const bulle: ListedSpace = {
  kind: 'coworking',
  name: 'La Bulle',
  description: '',
  lat: 43.55,
  lng: 7.01,
  street: '8 rue des Orangers',
  postcode: '06400',
  city: 'Cannes',
  country: 'FR',
  website: 'https://bulle.example.org',
  phone: null,
  ...{ week: null, payment: [], capacity: null, languages: [], closedOn: null },
  ...{ fee: null, priceHour: null, priceDay: null, priceMonth: null, currency: 'EUR' },
  ...{ internet: null, sockets: null, noise: null, wheelchair: null, callsAllowed: null, phoneBooths: null },
  ...{ meetingRooms: null, coffee: null, outdoor: null, airConditioning: null, bikeParking: null },
}

it('tells what, where and at which address', () => {
  const data = spaceStructuredData(bulle, URL, [])
  expect(data).toMatchObject({
    '@type': 'LocalBusiness',
    name: 'La Bulle',
    address: { streetAddress: '8 rue des Orangers', postalCode: '06400', addressCountry: 'FR' },
    geo: { latitude: 43.55, longitude: 7.01 },
    sameAs: 'https://bulle.example.org',
  })
  expect(data).not.toHaveProperty('telephone')
  expect(data).not.toHaveProperty('description')
})

it('calls a library a library, and a table at home a place, not a business', () => {
  expect(spaceStructuredData({ ...bulle, kind: 'library' }, URL, [])).toMatchObject({ '@type': 'Library' })
  expect(spaceStructuredData({ ...bulle, kind: 'home_table' }, URL, [])).toMatchObject({ '@type': 'Place' })
})

it('says nothing of what nobody knows', () => {
  const data = Object.keys(spaceStructuredData(bulle, URL, []))
  for (const key of [
    'openingHoursSpecification',
    'amenityFeature',
    'priceRange',
    'isAccessibleForFree',
    'image',
  ])
    expect(data).not.toContain(key)
})

it('says hours, prices and what is on site', () => {
  const week = [
    {
      date: '2026-11-23',
      ranges: [
        { from: 540, to: 750 },
        { from: 1080, to: 1560 },
      ],
    },
    { date: '2026-11-24', ranges: [] },
    { date: '2026-11-25', ranges: [{ from: 0, to: 1440 }] },
  ]
  const known = { fee: true, priceHour: 450, priceDay: 1800, payment: ['cards', 'cash'], capacity: 20 }
  const found = {
    internet: 'wlan',
    sockets: 'none',
    noise: 'quiet',
    wheelchair: 'limited',
    coffee: true,
  } as const
  const data = spaceStructuredData({ ...bulle, ...known, ...found, week }, URL, [
    'https://cafe.example.org/p',
  ])
  const on = (date: string) => ({ validFrom: date, validThrough: date })
  expect(data).toMatchObject({
    image: ['https://cafe.example.org/p'],
    openingHoursSpecification: [
      { dayOfWeek: 'https://schema.org/Monday', opens: '09:00', closes: '12:30', ...on('2026-11-23') },
      { dayOfWeek: 'https://schema.org/Monday', opens: '18:00', closes: '02:00', ...on('2026-11-23') },
      { dayOfWeek: 'https://schema.org/Tuesday', opens: '00:00', closes: '00:00', ...on('2026-11-24') },
      { dayOfWeek: 'https://schema.org/Wednesday', opens: '00:00', closes: '23:59', ...on('2026-11-25') },
    ],
    ...{ isAccessibleForFree: false, priceRange: '4.5 EUR/hour, 18 EUR/day', paymentAccepted: 'cards, cash' },
    ...{ currenciesAccepted: 'EUR', maximumAttendeeCapacity: 20 },
    amenityFeature: [
      { name: 'Wi-Fi', value: true },
      { name: 'Power sockets', value: false },
      { name: 'Quiet', value: true },
      { name: 'Wheelchair accessible', value: false },
      { name: 'Coffee', value: true },
    ],
  })
})

it('says when it closed for good', () => {
  const closed = spaceStructuredData({ ...bulle, closedOn: new Date('2026-05-01') }, URL, [])
  expect(closed).toMatchObject({ dissolutionDate: '2026-05-01' })
})
