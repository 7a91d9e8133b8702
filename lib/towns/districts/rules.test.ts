import { expect, test } from 'vitest'
import { districtIn } from './rules'

test.each([
  ['75012', 'Paris 12e', '75012', 'fr-75112'],
  ['91 avenue Daumesnil 75012 Paris', 'Paris 12e', '75012', 'fr-75112'],
  ['6 place d’Iéna 75116 PARIS', 'Paris 16e', '75116', 'fr-75116'],
  ['paris 1', 'Paris 1er', '75001', 'fr-75101'],
  ['Lyon 3ème arrondissement', 'Lyon 3e', '69003', 'fr-69383'],
  ['12 cours Lafayette, Lyon 6e', 'Lyon 6e', '69006', 'fr-69386'],
  ['Marseille 08', 'Marseille 8e', '13008', 'fr-13208'],
])('%j is %s', (typed, name, postcode, id) => {
  expect(districtIn(typed)).toMatchObject({ name, postcode, id, country: 'FR' })
})

test.each(['paris', '75000', 'paris 21', 'lyon 10', '13100', '12 rue de paris 10', '75382 paris', '1750121'])(
  '%j is no district',
  (typed) => expect(districtIn(typed)).toBeNull(),
)
