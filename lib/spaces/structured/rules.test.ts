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
}

it('tells what, where and at which address', () => {
  const data = spaceStructuredData(bulle, URL)
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
  expect(spaceStructuredData({ ...bulle, kind: 'library' }, URL)).toMatchObject({ '@type': 'Library' })
  expect(spaceStructuredData({ ...bulle, kind: 'home_table' }, URL)).toMatchObject({ '@type': 'Place' })
})
