import { describe, expect, it } from 'vitest'
import { factsOf, hashOf, kindFromName, kindOf, nameOf } from './rules'

describe('kindOf', () => {
  it.each([
    [{ amenity: 'coworking_space' }, null, { kind: 'coworking', hinted: false }],
    [{ office: 'coworking' }, 'cafe', { kind: 'coworking', hinted: false }],
    [{ amenity: 'cafe', internet_access: 'wlan' }, null, { kind: 'cafe', hinted: false }],
    [{ amenity: 'library', internet_access: 'terminal' }, null, { kind: 'library', hinted: false }],
    [{ amenity: 'cafe', internet_access: 'no' }, 'cafe', 'no_internet'],
    [{ amenity: 'cafe' }, 'cafe', 'no_internet'],
    [{ amenity: 'restaurant', internet_access: 'wlan' }, 'cafe', 'other'],
    [{ name: 'Old Street Works' }, 'coworking', { kind: 'coworking', hinted: true }],
    [{ name: 'Old Street Works' }, null, 'untagged'],
  ] as const)('%j with hint %s is %j', (tags, hint, kind) => {
    expect(kindOf(tags, hint)).toEqual(kind)
  })
})

it.each([
  ['london-coworking-east.geojson', 'coworking'],
  ['london-coffee-east.geojson', 'cafe'],
  ['Bibliothèques.json', 'library'],
  ['tiers-lieux.json', 'third_place'],
  ['restaurants.geojson', null],
])('the name %s says %s', (name, kind) => {
  expect(kindFromName(name)).toBe(kind)
})

describe('factsOf', () => {
  it('reads the keys of OpenStreetMap', () => {
    const tags = {
      ...{
        'addr:housenumber': '12',
        'addr:street': 'rue des Fleurs',
        'addr:postcode': '06400',
        'addr:country': 'fr',
      },
      ...{
        'contact:website': 'www.example.org',
        internet_access: 'wifi;wired',
        'internet_access:fee': 'customers',
      },
      ...{
        fee: 'yes',
        charge: '18 EUR/day',
        capacity: '24',
        wheelchair: 'limited',
        check_date: '2026-05-04',
      },
      ...{
        'ref:FR:SIRET': '123 456 789 00012',
        'payment:cards': 'yes',
        'payment:cash': 'no',
        opening_hours: 'Mo-Fr 09:00-18:00',
      },
    }
    expect(factsOf('coworking', 'A', tags)).toMatchObject({
      ...{
        street: '12 rue des Fleurs',
        postcode: '06400',
        country: 'FR',
        website: 'https://www.example.org',
      },
      ...{ internet: 'wlan', internetFee: 'customers', fee: true, charge: '18 EUR/day', capacity: 24 },
      ...{ wheelchair: 'limited', confirmedOn: new Date('2026-05-04T00:00:00Z'), siret: '12345678900012' },
      ...{ payment: ['cards'], openingHours: 'Mo-Fr 09:00-18:00', airConditioning: null, email: null },
    })
  })

  it('takes what makes no sense as unknown', () => {
    const tags = {
      ...{ website: 'javascript:alert(1)', 'addr:country': 'France', capacity: 'many', fee: 'donation' },
      ...{ wheelchair: 'maybe', check_date: 'last spring', email: 'a@b@c', 'ref:FR:SIRET': '12', name: 'A' },
    }
    expect(factsOf('cafe', 'A', tags)).toMatchObject({
      ...{ website: null, country: '', capacity: null, fee: null, wheelchair: null, confirmedOn: null },
      ...{ email: null, siret: null, internet: null, street: '' },
    })
  })
})

it('the hash does not mind the order of the tags, and minds everything else', () => {
  const hash = hashOf(1, 2, 'cafe', { a: '1', b: '2' })
  expect(hashOf(1, 2, 'cafe', { b: '2', a: '1' })).toBe(hash)
  const others = [
    hashOf(1.1, 2, 'cafe', { a: '1', b: '2' }),
    hashOf(1, 2, 'library', { a: '1', b: '2' }),
    hashOf(1, 2, 'cafe', { a: '1' }),
  ]
  expect(new Set([hash, ...others]).size).toBe(4)
})

it.each([
  [{ operator: 'Ville de Cannes', brand: 'Chaîne', name: 'La Bulle' }, 'La Bulle'],
  [{ operator: 'Ville de Cannes', brand: 'Chaîne' }, 'Chaîne'],
  [{ operator: 'Ville de Cannes' }, 'Ville de Cannes'],
  [{ amenity: 'cafe' }, null],
])('%j goes by the name %s', (tags, name) => {
  expect(nameOf(tags)).toBe(name)
})
