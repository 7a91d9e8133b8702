import { expect, it } from 'vitest'
import type { Entry } from '@/lib/towns/gazetteer/rules'
import { beginningWith, exactly, keyAt } from '@/lib/towns/keys/rules'
import { nameOf, placesAround, postcodesOf, townOf } from '@/lib/towns/lookup/rules'
import { fromBytes, toBytes } from '@/lib/towns/packed/rules'
import { pack } from './rules'

const entry = (values: Partial<Entry>): Entry => ({
  ...{ id: 'fr-06029', name: 'Cannes', postcode: '06150', postcodes: ['06150', '06400'] },
  ...{ region: 'Alpes-Maritimes', country: 'FR', lat: 43.5513, lng: 7.0128, population: 74_000, others: [] },
  ...values,
})
const towns = [
  entry({}),
  entry({ id: 'geonames-2', name: 'Aix-en-Provence', postcode: null, postcodes: [], lng: 5.4474 }),
  entry({
    id: 'geonames-1',
    name: '東京',
    country: 'JP',
    region: '',
    lat: 35.6895,
    lng: 139.6917,
    others: ['𠮷', 'ﬀ'],
  }),
  entry({ id: 'fr-1', name: 'Îlot', lat: -16.5, lng: -179.99, region: '', population: 0 }),
]
const bytes = new Uint8Array(toBytes(pack(towns)))
const open = (read: (at: number, length: number) => void = () => {}) =>
  fromBytes((at, length) => {
    read(at, length)
    return bytes.buffer.slice(at, at + length)
  })
const packed = open()

it('is read back as it was, from bytes', () => {
  const read = towns.map((_, at) => ({ ...townOf(packed, at), postcodes: postcodesOf(packed, at) }))
  expect(read).toEqual(towns.map(({ others: _, ...town }) => town))
  expect(towns.map((_, at) => nameOf(packed, at))).toEqual(['cannes', 'aix en provence', '東京', 'ilot'])
  expect(townOf(packed, 0, '064').postcode).toBe('06400')
})

it('reads each part once, when it is first asked for', () => {
  let read = 0
  const late = open((_at, length) => {
    read += length
  })
  const described = read
  expect(nameOf(late, 0)).toBe('cannes')
  const { names, nameEnds } = late
  expect(read - described).toBe(names.byteLength + nameEnds.byteLength)
  // Words are read out of the names.
  expect(late.words.text).toBe(names)
  expect(nameOf(late, 1)).toBe('aix en provence')
  expect(read - described).toBe(names.byteLength + nameEnds.byteLength)
})

it('finds towns by every word, other name, postcode, id and address, and by where they are', () => {
  const { words, others, postcodes, ids, slugs, slugOf } = packed
  const begun = (prefix: string) => [...words.towns.subarray(...beginningWith(words, prefix))]
  expect(begun('prov')).toEqual([1])
  expect(begun('')).toHaveLength(6)
  expect(exactly(words, 'provence')).toEqual([1])
  expect(exactly(words, 'proven')).toEqual([])
  // By bytes: a letter beyond the first plane comes after all others, which it would not in UTF-16.
  expect([0, 1].map((place) => keyAt(others, place))).toEqual(['ﬀ', '𠮷'])
  expect(exactly(others, '𠮷')).toEqual([2])
  expect(exactly(postcodes, '06400')).toEqual([0, 2, 3])
  expect(exactly(ids, 'geonames-1')).toEqual([2])
  expect([...slugOf].map((place) => keyAt(slugs, place))).toEqual(['cannes', 'aix-en-provence', 'jp', 'ilot'])
  // Beyond the date line.
  expect(placesAround(packed, { lat: -16.2, lng: 179.9 })).toEqual([3])
})
