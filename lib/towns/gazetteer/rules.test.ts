import { describe, expect, it } from 'vitest'
import { type Commune, type Place, reduce } from './rules'

const departments = new Map([['06', 'Alpes-Maritimes']])
const commune = (code: string, nom: string, codesPostaux: string[], population = 1000): Commune => ({
  code,
  nom,
  departement: '06',
  codesPostaux,
  population,
})
const place = (values: Partial<Place>): Place => ({
  id: '1',
  name: 'Cannes',
  lat: 43.55,
  lng: 7.01,
  country: 'FR',
  admin2: '06',
  admin4: '06029',
  feature: 'PPL',
  population: 70_000,
  others: [],
  ...values,
})
const one = (communes: Commune[], places: Place[], name: string) =>
  reduce(communes, departments, places).find((town) => town.name === name)

describe('reduce', () => {
  it('gives a commune the position of its seat, and its main postcode first', () => {
    expect(one([commune('06029', 'Cannes', ['06150', '06400'])], [place({})], 'Cannes')).toEqual({
      id: 'fr-06029',
      name: 'Cannes',
      postcode: '06400',
      postcodes: ['06400', '06150'],
      region: 'Alpes-Maritimes',
      country: 'FR',
      lat: 43.55,
      lng: 7.01,
      population: 1000,
      others: [],
    })
  })

  it('prefers the namesake among the places of a commune, and keeps the others as places of their own', () => {
    const places = [place({ id: '2', name: 'La Bocca', lat: 43.5, population: 90_000 }), place({})]
    const towns = reduce([commune('06029', 'Cannes', ['06400'])], departments, places)
    expect(towns.find(({ id }) => id === 'fr-06029')?.lat).toBe(43.55)
    expect(towns.find(({ name }) => name === 'La Bocca')).toMatchObject({ postcode: '06400', country: 'FR' })
  })

  it('stands a commune without a place where those of its postcode stand', () => {
    const communes = [commune('06029', 'Cannes', ['06400']), commune('06999', 'Hameau', ['06400'], 12)]
    expect(one(communes, [place({})], 'Hameau')).toMatchObject({ lat: 43.55, lng: 7.01, population: 12 })
  })

  it('stands it with those of its postcode in its own group, and else with its group', () => {
    const communes = [
      commune('06029', 'Cannes', ['06400']),
      commune('06027', 'Cagnes', ['06400']),
      commune('06001', 'Hameau', ['06400']),
      commune('06002', 'Écart', ['06999']),
    ]
    const places = [place({}), place({ id: '2', name: 'Cagnes', admin4: '06027', lat: 43.66, lng: 7.15 })]
    const circles = new Map(communes.map(({ code }) => [code, code === '06027' ? 'east' : 'west']))
    const towns = reduce(communes, departments, places, { circles, former: [] })
    for (const name of ['Hameau', 'Écart'])
      expect(towns.find((town) => town.name === name)).toMatchObject({ lat: 43.55, lng: 7.01 })
  })

  it('knows a place filed under a neighbour by its name, unless it is far from its neighbours', () => {
    const communes = [
      ...[commune('06029', 'Cannes', ['06400']), commune('06088', 'Nice', ['06000'])],
      ...[commune('06030', 'Le Cannet', ['06400']), commune('06031', 'Le Rouret', ['06000'])],
    ]
    const places = [
      ...[place({}), place({ id: '2', name: 'Nice', admin4: '06088', lat: 43.7, lng: 7.27 })],
      place({ id: '3', name: 'Le Cannet', lat: 43.58, lng: 7.02, population: 41_000 }),
      place({ id: '4', name: 'Le Rouret', lat: 44.9, lng: 7.02, population: 4_000 }),
    ]
    expect(one(communes, places, 'Le Cannet')).toMatchObject({ id: 'fr-06030', lat: 43.58 })
    const towns = reduce(communes, departments, places)
    expect(towns.find(({ id }) => id === 'fr-06031')).toMatchObject({ lat: 43.7, lng: 7.27 })
  })

  it('knows a commune by the names that it took in, but those that are places of their own', () => {
    const places = [place({}), place({ id: '2', name: 'La Bocca', lat: 43.5, population: 9000 })]
    const former = ['La Bocca', 'Le Suquet', 'Cannes'].map((nom) => ({ nom, chefLieu: '06029' }))
    const towns = reduce([commune('06029', 'Cannes', ['06400'])], departments, places, {
      circles: new Map(),
      former,
    })
    expect(towns.find(({ id }) => id === 'fr-06029')?.others).toEqual(['le suquet'])
  })

  it('leaves out what has no position at all, and small places abroad', () => {
    expect(one([commune('06999', 'Nulle Part', ['06999'])], [], 'Nulle Part')).toBeUndefined()
    const abroad = { country: 'IT', admin4: '' }
    const places = [
      place({ ...abroad, id: '3', name: 'Sanremo', population: 54_000 }),
      place({ ...abroad, id: '4', name: 'Borghetto', population: 600 }),
    ]
    expect(one([], places, 'Sanremo')).toMatchObject({ country: 'IT', postcode: null, region: '' })
    expect(one([], places, 'Borghetto')).toBeUndefined()
  })
})

it('keeps the other names of great towns, each once, without the codes of airports', () => {
  const london = place({
    id: '5',
    name: 'London',
    country: 'GB',
    admin4: '',
    population: 9e6,
    others: ['LON', 'London', 'Londres', 'londres', 'Лондон'],
  })
  expect(one([], [london], 'London')?.others).toEqual(['londres', 'лондон'])
  expect(one([], [{ ...london, population: 99_999 }], 'London')?.others).toEqual([])
})
