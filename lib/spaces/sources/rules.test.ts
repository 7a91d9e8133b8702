import { expect, test } from 'vitest'
import { licenceUrl, publisherOf, recordUrl } from './rules'

test('a source goes by its name, an unheard-of one by that of the importer', () => {
  expect(publisherOf('osm').name).toBe('OpenStreetMap')
  expect(publisherOf('mapped')).toEqual({ name: 'mapped', url: null })
})

test.each([
  ['ODbL-1.0', 'opendatacommons.org'],
  ['Licence Ouverte 2.0', 'www.etalab.gouv.fr'],
  ['MIT', 'opensource.org'],
])('%s is explained', (licence, host) => {
  expect(new URL(licenceUrl(licence) ?? '').host).toBe(host)
})

test('an unheard-of licence is not', () => {
  expect(licenceUrl('mitigated')).toBeNull()
})

test.each([
  ['osm', 'node/123', 'https://www.openstreetmap.org/node/123'],
  ['osm', 'hash/ab12', null],
  ['osm', 'node/1?x=//evil.example', null],
  ['gironde', 'node/123', null],
])('%s %s is at %s', (source, id, expected) => {
  expect(recordUrl(source, id)).toBe(expected)
})
