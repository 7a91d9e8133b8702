import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Town } from '@/lib/towns/rules'
import { slugOfTown, townBySlug, townsLike } from './queries'
import { misspelt, slugsOf } from './rules'

const town = (values: Partial<Town>): Town => ({
  ...{ id: 'fr-1', name: 'Cannes', postcode: '06400', region: 'Alpes-Maritimes', country: 'FR' },
  ...{ lat: 0, lng: 0, population: 1 },
  ...values,
})

it('gives the bare name to the greatest, and its namesakes where they are', () => {
  const slugs = slugsOf([
    town({ id: 'geonames-1', name: 'Paris', region: '', country: 'US', postcode: null, population: 25_000 }),
    town({ id: 'fr-75056', name: 'Paris', region: 'Paris', population: 2_000_000 }),
    town({ id: 'fr-2', name: 'Saint-Aubin', region: 'Jura', postcode: '39410', population: 9 }),
    town({ id: 'fr-3', name: 'Saint-Aubin', region: 'Aisne', postcode: '02300', population: 8 }),
    town({ id: 'fr-4', name: 'Saint-Aubin', region: 'Aisne', postcode: '02400', population: 7 }),
    town({ id: 'geonames-2', name: '京都', region: '', country: 'JP', postcode: null }),
  ])
  expect([...slugs].map(([slug, { id }]) => [slug, id])).toEqual([
    ['paris', 'fr-75056'],
    ['saint-aubin', 'fr-2'],
    ['paris-us', 'geonames-1'],
    ['saint-aubin-aisne', 'fr-3'],
    ['saint-aubin-02400', 'fr-4'],
    ['jp', 'geonames-2'],
  ])
})

it('names every town, none twice, in whatever order they come', () => {
  const some = fc.uniqueArray(
    fc.record({
      id: fc.integer({ min: 1, max: 999 }).map((n) => `fr-${n}`),
      name: fc.constantFrom('Nice', 'Nice Var', 'Foo', '京都'),
      region: fc.constantFrom('Var', '', 'Jura'),
      population: fc.integer({ min: 0, max: 3 }),
    }),
    { selector: ({ id }) => id },
  )
  fc.assert(
    fc.property(some, (values) => {
      const towns = values.map((value) => town({ ...value, postcode: null }))
      const slugs = slugsOf(towns)
      expect(slugs.size).toBe(towns.length)
      expect([...slugsOf(towns.toReversed())]).toEqual([...slugs])
    }),
  )
})

it('finds every town of the gazetteer by the address of its page', async () => {
  expect(await townBySlug('cannes')).toMatchObject({ name: 'Cannes', region: 'Alpes-Maritimes' })
  expect(await townBySlug('paris')).toMatchObject({ country: 'FR' })
  expect(await townBySlug('sophia-antipolis')).toMatchObject({ name: 'Sophia Antipolis' })
  expect(await townBySlug('zzyzx')).toBeNull()
  expect(await slugOfTown('fr-06029')).toBe('cannes')
  expect(await slugOfTown('fr-nowhere')).toBeNull()
  // The whole gazetteer is read once: some seconds on a busy machine.
}, 60_000)

it('knows a town by a slip, the nearest name first, and begins none with another letter', async () => {
  const towns = slugsOf([
    town({ id: 'fr-1', name: 'Cannes', population: 70_000 }),
    town({ id: 'fr-2', name: 'Carnes', population: 9 }),
    town({ id: 'fr-3', name: 'Vannes', population: 50_000 }),
    town({ id: 'fr-4', name: 'Can', population: 5 }),
  ])
  expect(misspelt('canes', towns, 5)).toEqual(['cannes', 'carnes'])
  expect(misspelt('can', towns, 5)).toEqual([])
  expect((await townsLike('canes'))[0]?.slug).toBe('cannes')
})
