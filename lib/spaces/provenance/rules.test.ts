import { expect, test } from 'vitest'
import { toldBy } from './rules'

test('who says what: those who are there first, each thing once', () => {
  const provenance = {
    name: 'osm',
    street: 'osm',
    city: 'osm',
    openingHours: 'gironde',
    internet: 'people',
    wifiMbps: 'people',
    priceDay: 'owner',
    noise: 'people',
  }
  expect(toldBy(provenance)).toEqual([
    { by: 'owner', topics: ['price'] },
    { by: 'people', topics: ['internet', 'noise'] },
    { by: 'gironde', topics: ['hours'] },
    { by: 'osm', topics: ['name', 'address'] },
  ])
})

test('one thing may have two sources', () => {
  expect(toldBy({ internet: 'osm', wifiMbps: 'people' })).toEqual([
    { by: 'people', topics: ['internet'] },
    { by: 'osm', topics: ['internet'] },
  ])
})

test.each([[null], [[]], ['osm'], [{ name: 3 }], [{ unheardOf: 'osm' }]])('%j says nothing', (provenance) => {
  expect(toldBy(provenance)).toEqual([])
})
