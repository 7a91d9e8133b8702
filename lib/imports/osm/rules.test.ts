import { describe, expect, it } from 'vitest'
import { identityOf, readRow } from './rules'

const geometry = { type: 'Point', coordinates: [7.01, 43.55] }
const row = (value: unknown) => readRow(JSON.stringify(value))
const feature = (values: object) => row({ type: 'Feature', geometry, properties: {}, ...values })

describe('readRow', () => {
  it.each([
    ['overpass-turbo', { id: 'node/12', properties: { '@id': 'node/12', name: 'A' } }, 'node/12'],
    ['osmtogeojson', { properties: { type: 'way', id: 5, tags: { name: 'A' } } }, 'way/5'],
    [
      'QuickOSM',
      { properties: { full_id: 'r77', osm_id: '77', osm_type: 'relation', name: 'A' } },
      'relation/77',
    ],
    ['osmium, a node', { id: 'n9', properties: { name: 'A' } }, 'node/9'],
    ['osmium, the area of a way', { id: 'a10', properties: { name: 'A' } }, 'way/5'],
    ['osmium, the area of a relation', { id: 'a11', properties: { name: 'A' } }, 'relation/5'],
    ['nobody', { properties: { name: 'A', website: '' } }, null],
  ])('knows the identity that %s writes', (_, values, id) => {
    expect(feature(values)).toMatchObject({
      ok: true,
      object: { id, point: { lat: 43.55, lng: 7.01 }, tags: { name: 'A' } },
    })
  })

  it('reads nodes, ways and relations of Overpass, by their centre or their bounds', () => {
    const at = { lat: 43.5, lon: 7 }
    const point = { lat: 43.5, lng: 7 }
    expect(row({ type: 'node', id: 1, ...at })).toMatchObject({ object: { id: 'node/1', point } })
    expect(row({ type: 'way', id: 2, center: at })).toMatchObject({ object: { id: 'way/2', point } })
    const bounds = { minlat: 43, minlon: 6, maxlat: 44, maxlon: 8 }
    expect(row({ type: 'relation', id: 3, bounds })).toMatchObject({ object: { id: 'relation/3', point } })
  })

  it.each([
    ['{"type":"Feature",', /not valid JSON/],
    ['42', /neither/],
    ['{"type":"Topology"}', /neither/],
    ['{"type":"node","lat":1,"lon":1}', /id/],
    ['{"type":"way","id":1}', /no coordinates/],
    ['{"type":"Feature","geometry":null,"properties":{}}', /no coordinates/],
    ['{"type":"Feature","geometry":{"type":"Point","coordinates":[43,97]},"properties":{}}', /latitude/],
    ['{"type":"Feature","geometry":{},"properties":[1]}', /properties/],
  ])('says what is wrong with %s', (text, flaw) => {
    const reading = readRow(text)
    expect(reading.ok ? '' : reading.flaw).toMatch(flaw)
  })
})

it('tells two branches of a chain apart when their numbers are lost', () => {
  const branch = (lng: number) => identityOf({ id: null, point: { lat: 51.5, lng }, tags: { name: 'Desk' } })
  expect(branch(-0.1)).toMatch(/^hash\/[0-9a-f]{32}$/)
  expect(branch(-0.1)).toBe(branch(-0.1000001))
  expect(branch(-0.1)).not.toBe(branch(-0.11))
  expect(identityOf({ id: 'node/1', point: { lat: 0, lng: 9 }, tags: {} })).toBe('node/1')
})
