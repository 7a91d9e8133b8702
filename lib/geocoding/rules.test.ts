import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { addressOf, asAsked, keptFor, keyOf, restAfter, verdictOn } from './rules'
import type { Question, Service } from './schema'

const RECORDED = path.resolve('../shared/data/geo/geocoder-responses')

const house = { kind: 'house' }
const town = { kind: 'town' }

describe('the recorded answers', () => {
  it.for<[string, Service, number, object[] | string]>([
    [
      'ban_data_gouv_fr_montpellier.json',
      'ban',
      200,
      [
        { ...town, label: 'Montpellier', context: '34, Hérault, Occitanie', lat: 43.611024, lng: 3.875521 },
        { kind: 'place', label: 'Montpellier-de-Médillan' },
      ],
    ],
    ['ban_data_gouv_fr_no_results.json', 'ban', 200, []],
    ['ban_data_gouv_fr_no_reverse_results.json', 'ban', 200, []],
    [
      'ban_data_gouv_fr_paris.json',
      'ban',
      200,
      [
        { ...town, label: 'Paris', lat: 48.8589, lng: 2.3469 },
        { kind: 'place', label: 'Paris 63120 Courpière' },
        { kind: 'street', label: 'PARIS (Vaillac) 46240 Cœur de Causse' },
      ],
    ],
    [
      'ban_data_gouv_fr_reverse.json',
      'ban',
      200,
      [{ ...house, label: '4 Rue du Lieutenant Alain le Coz 94550 Chevilly-Larue' }],
    ],
    [
      'ban_data_gouv_fr_rue_yves_toudic.json',
      'ban',
      200,
      [{ ...house, label: '13 Rue Yves Toudic 75010 Paris', lat: 48.870131, lng: 2.363473 }],
    ],
    [
      'nominatim_cologne_cathedral_cologne_germany.json',
      'nominatim',
      200,
      [{ kind: 'place', label: 'Cologne Cathedral, 4, Domkloster', lat: 50.94134445, lng: 6.95812085888689 }],
    ],
    [
      'nominatim_madison_square_garden.json',
      'nominatim',
      200,
      [
        {
          kind: 'place',
          label: expect.stringMatching(/^Madison Square Garden, /),
          lat: expect.closeTo(40.75, 2),
        },
      ],
    ],
    ['nominatim_no_results.json', 'nominatim', 200, []],
    ['nominatim_over_limit.html', 'nominatim', 509, 'tired'],
    ['photon_invalid_request.json', 'photon', 400, 'misread'],
    [
      'photon_madison_square_garden.json',
      'photon',
      200,
      [
        {
          ...{ kind: 'place', context: 'New York, United States of America', lat: 40.7505247 },
          label: 'Madison Square Garden, 4 Pennsylvania Plaza, 10001 New York',
        },
      ],
    ],
    ['photon_no_results.json', 'photon', 200, []],
    ['photon_reverse.json', 'photon', 200, [{ ...house, label: '4 Pennsylvania Plaza, 10121 New York' }]],
  ])('%s', ([file, service, status, expected], context) => {
    if (!existsSync(RECORDED)) return context.skip('the public data of ../shared is not here')
    const text = readFileSync(path.join(RECORDED, file), 'utf8')
    const verdict = verdictOn(service, { status, retryAfter: null, text })
    if (typeof expected === 'string') return expect(verdict.is).toBe(expected)
    const places = verdict.is === 'found' ? verdict.places : expect.fail(verdict.is)
    expect(places.slice(0, 3)).toMatchObject(expected)
    if (expected.length < 3) expect(places).toHaveLength(expected.length)
    // A page for people comes with any status.
    expect(verdictOn(service, { status: 200, retryAfter: null, text: `<html>${text}` }).is).toBe('tired')
  })
})

describe('an answer that is none', () => {
  it.each<[number, string, string]>([
    [429, '', 'tired'],
    [403, 'Usage limit reached', 'tired'],
    [503, '{"features":[]}', 'tired'],
    [302, '', 'tired'],
    [200, '', 'tired'],
    [200, '{"features":', 'tired'],
    [200, '{"error":"Unable to geocode"}', 'misread'],
    [200, 'null', 'misread'],
    [400, '{"code":400,"message":"Failed parsing query"}', 'misread'],
  ])('%i %j is %s to all of them', (status, text, is) => {
    for (const service of ['ban', 'photon', 'nominatim'] as const)
      expect(verdictOn(service, { status, retryAfter: null, text }).is).toBe(is)
  })

  it('leaves out single places that make no sense, and BAN’s guesses', () => {
    const feature = (label: string, coordinates: unknown, score = 0.9) => ({
      geometry: { type: 'Point', coordinates },
      properties: { label, type: 'street', score },
    })
    const features = [
      ...[feature('Far', [3, 91]), feature('Text', ['x', 'y']), feature('Guess', [3, 43], 0.3), 7, null],
      feature('Rue Foch', ['3.1', '43.2']),
    ]
    const text = JSON.stringify({ features })
    expect(verdictOn('ban', { status: 200, retryAfter: null, text })).toEqual({
      is: 'found',
      places: [{ label: 'Rue Foch', context: '', kind: 'street', lat: 43.2, lng: 3.1 }],
    })
  })
})

const question: Question = {
  text: '  12 rue   d’Antibes ',
  language: 'fr',
  near: { lat: 43.5513, lng: 7.0128 },
  typing: true,
}

it('asks as each service wants it, and says where one looks only roughly', () => {
  const asked = asAsked(question)
  expect(addressOf('ban', 'https://data.geopf.fr/geocodage/search', { ...asked, text: '"12 rue' }).href).toBe(
    'https://data.geopf.fr/geocodage/search?q=12+rue&limit=5&autocomplete=1&lat=43.6&lon=7',
  )
  expect(addressOf('photon', 'http://localhost:2322/api?layer=house', asked).search).toBe(
    '?layer=house&q=12+rue+d%E2%80%99Antibes&limit=5&lang=fr&lat=43.6&lon=7',
  )
  expect(addressOf('nominatim', 'https://nominatim.example.org/search', asked).search).toBe(
    '?q=12+rue+d%E2%80%99Antibes&format=jsonv2&limit=5&accept-language=fr',
  )
})

it('takes two ways of typing the same for one question, of one server', () => {
  const key = (values: Partial<Question>, server = 'a') => keyOf(server, asAsked({ ...question, ...values }))
  expect(key({ text: '12 RUE D’ANTIBES' })).toBe(key({}))
  expect(key({ near: { lat: 43.58, lng: 7.03 } })).toBe(key({}))
  for (const other of [key({ language: 'en' }), key({ typing: false }), key({ near: null }), key({}, 'b')])
    expect(other).not.toBe(key({}))
})

it('rests longer each time, and as long as it is asked to', () => {
  expect([1, 2, 3, 20].map((failures) => restAfter(failures, null) / 1000)).toEqual([30, 60, 120, 3600])
  expect(restAfter(1, 300_000)).toBe(300_000)
  expect(restAfter(1, 1e12)).toBe(24 * 3_600_000)
  expect(verdictOn('ban', { status: 429, retryAfter: '5', text: '' })).toMatchObject({ wait: 5000 })
  expect(verdictOn('ban', { status: 429, retryAfter: 'Wed, 21 Oct', text: '' })).toMatchObject({ wait: null })
  expect(keptFor([])).toBeLessThan(keptFor(['x']))
})
