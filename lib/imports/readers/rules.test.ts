import { describe, expect, it } from 'vitest'
import { columnsOf, dateOf, draftOf, kindOfName, partsOf, readerFor, rowOf, textOf } from './rules'
import type { Reader } from './schema'

const reader: Reader = {
  ...{ source: 'test', licence: 'MIT', country: 'FR', columns: ['nom', 'lat', 'lng'] },
  map: {
    ...{ name: 'nom', lat: 'lat', lng: 'lng', street: 'rue', postcode: 'cp', city: 'ville' },
    ...{ website: 'site', checked: (row) => dateOf(row.maj) },
  },
}

it('is known by its columns, the most particular reader first', () => {
  const wide = { ...reader, source: 'wide', columns: ['nom'] }
  expect(readerFor(['lng', 'nom', 'lat', 'x'], [wide, reader])?.source).toBe('test')
  expect(readerFor(['nom', 'x'], [wide, reader])?.source).toBe('wide')
  expect(readerFor(['name'], [wide, reader])).toBeNull()
})

it('gives nested objects columns, and features the centre of their geometry', () => {
  expect(rowOf({ a: 1, b: { c: [2], d: { e: 'f' } } })).toEqual({ a: 1, 'b.c': [2], 'b.d.e': 'f' })
  const geometry = { type: 'Point', coordinates: [7, 43.5] }
  expect(rowOf({ type: 'Feature', id: 3, geometry, properties: { nom: 'A' } })).toEqual({
    ...{ id: 3, lat: 43.5, lng: 7, nom: 'A' },
  })
  for (const value of [null, [], 'text', 12]) expect(rowOf(value)).toBeNull()
  expect(columnsOf(['{"a":1}', 'broken', '{"b":{"c":1},"a":2}'])).toEqual(['a', 'b.c'])
})

it.each([
  ['Médiathèque   Louise\nde Savoie ', 'Médiathèque Louise de Savoie'],
  ['-', ''],
  ['#N/D', ''],
  ['#N/A', ''],
  [33000, '33000'],
  [null, ''],
  [['a'], ''],
])('the cell %j reads %j', (value, text) => {
  expect(textOf(value)).toBe(text)
})

describe('draftOf', () => {
  const row = { nom: 'La  Bulle', lat: '43,55', lng: '7.01', rue: '3 rue Bleue', cp: 6400, ville: 'CANNES' }

  it('reads a row', () => {
    const draft = draftOf(reader, { ...row, site: 'www.bulle.example', maj: '07/12/2021' })
    expect(draft).toMatchObject({
      point: { lat: 43.55, lng: 7.01 },
      doubtful: false,
      facts: {
        ...{ kind: 'third_place', name: 'La Bulle', street: '3 rue Bleue', postcode: '06400', country: 'FR' },
        ...{ website: 'https://www.bulle.example', confirmedOn: new Date('2021-12-07T00:00:00Z') },
      },
      fields: { nom: 'La  Bulle', cp: '6400' },
    })
  })

  it('numbers a row that its source does not number by who and where, so that branches differ', () => {
    const idOf = (values: object) => {
      const draft = draftOf(reader, { ...row, ...values })
      return typeof draft === 'string' ? draft : draft.externalId
    }
    expect(idOf({})).toMatch(/^hash\/[0-9a-f]{32}$/)
    expect(idOf({ lat: 44 })).toBe(idOf({}))
    expect(idOf({ rue: '4 rue Bleue' })).not.toBe(idOf({}))
  })

  it.each([
    [{ nom: '' }, 'nameless'],
    [{ nom: '#N/D' }, 'nameless'],
  ])('%j is left out: %s', (values, reason) => {
    expect(draftOf(reader, { ...row, ...values })).toBe(reason)
  })

  it('takes what makes no sense as unknown', () => {
    const draft = draftOf(reader, { ...row, site: 'facebook :  somebody', maj: 'last spring', lat: 'north' })
    expect(draft).toMatchObject({ point: null, facts: { website: null, confirmedOn: null } })
  })
})

it.each([
  ['Bibliothèque Méjanes', 'library'],
  ['MEDIATHEQUE', 'library'],
  ['Splendid coworking LANGOIRAN', 'coworking'],
  ['Mairie de Priay', null],
])('the name %s says %s', (name, kind) => {
  expect(kindOfName(name)).toBe(kind)
})

it.each([
  ['8 rue de la Boétie - 33000 Bordeaux', ['8 rue de la Boétie', '33000', 'Bordeaux']],
  ['Pôle Brassens, rue henri Dunant, 33310 Lormont', ['Pôle Brassens, rue henri Dunant', '33310', 'Lormont']],
  [
    '14, Avenue de Verdun Cedex 15 - 33127 Martignas',
    ['14, Avenue de Verdun Cedex 15', '33127', 'Martignas'],
  ],
  ['2 avenue Eugene et Marc Dulout - Pessac', ['2 avenue Eugene et Marc Dulout - Pessac', '', '']],
])('%s falls into its parts', (address, [street, postcode, city]) => {
  expect(partsOf(address)).toEqual({ street, postcode, city })
})

it.each([
  ['07/12/2021', '2021-12-07'],
  ['2020/06/30 14:16:50.898', '2020-06-30'],
  ['2024-01-31', '2024-01-31'],
  ['2020-02-10T17:31:06.559Z', '2020-02-10'],
  ['', ''],
])('%s is the day %s', (value, day) => {
  expect(dateOf(value)).toBe(day)
})
