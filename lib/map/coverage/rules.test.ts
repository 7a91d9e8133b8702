import { expect, it } from 'vitest'
import type { Town } from '@/lib/towns/rules'
import type { Covered } from './queries'
import { areasOf, neighboursOf, townsOfArea } from './rules'

const at = (lat: number, values: Partial<Town> & { slug: string; spaces?: number; events?: number }) => {
  const { slug, spaces = 1, events = 0, ...town } = values
  return {
    ...{ slug, spaces, events, changed: new Date(0) },
    town: {
      ...{ id: slug, name: slug, postcode: null, region: 'Var', country: 'FR', lat, lng: 6, population: 1 },
      ...town,
    },
  } satisfies Covered
}

const draguignan = at(43.5, { slug: 'draguignan', spaces: 3 })
const frejus = at(43.4, { slug: 'frejus', events: 4 })
const toulon = at(43.1, { slug: 'toulon', population: 9 })
const london = at(51.5, { slug: 'london', region: '', country: 'GB' })
const lens = at(50.4, { slug: 'lens', region: 'Pas-de-Calais' })
const all = [draguignan, frejus, lens, london, toulon]

it('brings towns together by département, and abroad by country', () => {
  expect(areasOf(all)).toMatchObject([
    { key: 'pas-de-calais', region: 'Pas-de-Calais', towns: 1, counts: { spaces: 1, events: 0 } },
    { key: 'var', towns: 3, counts: { spaces: 5, events: 4 }, greatest: [frejus, draguignan, toulon] },
    { key: 'gb', region: '', country: 'GB', towns: 1 },
  ])
})

it('pages through the towns of an area, whatever became of the last one', () => {
  const page = (cursor: string | null) => townsOfArea(all, { area: 'var', cursor, limit: 2 })
  expect(page(null)).toEqual({ towns: [draguignan, frejus], next: 'frejus' })
  expect(page('frejus')).toEqual({ towns: [toulon], next: null })
  expect(page('gassin')).toEqual({ towns: [toulon], next: null })
  expect(townsOfArea(all, { area: 'zz', cursor: null, limit: 2 })).toEqual({ towns: [], next: null })
})

it('names the nearest others, and where none is near the nearest of all', () => {
  expect(neighboursOf(all, draguignan.town, 'draguignan').map(({ slug }) => slug)).toEqual([
    'frejus',
    'toulon',
  ])
  expect(neighboursOf(all, london.town, 'london')).toMatchObject([
    { slug: 'lens', distance: expect.closeTo(122_000, -4) },
  ])
  expect(neighboursOf([london], london.town, 'london')).toEqual([])
})
