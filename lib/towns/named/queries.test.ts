import { expect, test } from 'vitest'
import { townAt } from './queries'

test.each([
  ['an arrondissement, nearer to Vanves', 'Paris 15e', { lat: 48.832, lng: 2.289 }, 'Paris'],
  ['a name in capitals with a CEDEX', 'CANNES CEDEX 1', { lat: 43.56, lng: 7.0 }, 'Cannes'],
  ['no name', '', { lat: 43.551, lng: 7.013 }, 'Cannes'],
  ['a name that no town has', 'Zone des Lucioles', { lat: 43.6163, lng: 7.0551 }, 'Sophia Antipolis'],
  ['a name that only a town far away has', 'Brest', { lat: 43.551, lng: 7.013 }, 'Cannes'],
])(
  '%s',
  async (_, city, at, name) => {
    expect((await townAt(city, at))?.name).toBe(name)
  },
  60_000,
)

test('the middle of an ocean belongs to no town', async () => {
  expect(await townAt('', { lat: -48.9, lng: -123.4 })).toBeNull()
}, 60_000)
