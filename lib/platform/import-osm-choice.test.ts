import { expect, it } from 'vitest'
import { OperatorError } from '@/lib/errors'
import { parseOsmChoice } from './import-osm-choice'

it.each([
  [['Cannes'], { where: { town: 'Cannes', km: 10 }, also: [], server: null }],
  [['Saint-Denis', '93', '--km', '4'], { where: { town: 'Saint-Denis 93', km: 4 } }],
  [['--bbox', '43.4,6.8,43.7,7.3'], { where: { box: { south: 43.4, west: 6.8, north: 43.7, east: 7.3 } } }],
  [
    ['--bbox', '-34.1,18.3,-33.8,18.6'],
    { where: { box: { south: -34.1, west: 18.3, north: -33.8, east: 18.6 } } },
  ],
  [['Cannes', '--also', 'cafes, libraries,cafes'], { also: ['cafes', 'libraries'] }],
  [['Cannes', '--server', 'http://localhost:12345/api'], { server: 'http://localhost:12345/api' }],
])('%j is understood', (args, choice) => {
  expect(parseOsmChoice(args)).toMatchObject(choice)
})

it.each([
  [[], /Say where/],
  [['Cannes', '--bbox', '43.4,6.8,43.7,7.3'], /not both/],
  [['--bbox', '43.4,6.8,43.7,7.3', '--km', '5'], /not both/],
  [['--bbox', '43.7,6.8,43.4,7.3'], /is no box/],
  [['--bbox', '-90,-180,90,180'], /64,800 square degrees.*extract/],
  [['Cannes', '--km', '0'], /--km 0/],
  [['Cannes', '--km', '500'], /--km 500/],
  [['Cannes', '--km', 'far'], /--km far/],
  [['Cannes', '--also', 'bars'], /--also bars is not known, only cafes and libraries/],
  [['Cannes', '--server', 'overpass-api.de'], /--server must be an address/],
  [['Cannes', '--radius', '5'], /radius/],
])('%j is answered with what is wrong and the help', (args, sentence) => {
  const parse = () => parseOsmChoice(args)
  expect(parse).toThrow(OperatorError)
  expect(parse).toThrow(sentence)
  expect(parse).toThrow(/npm run import -- osm TOWN/)
})

it('shows the help', () => {
  expect(parseOsmChoice(['--help'])).toBe('help')
})
