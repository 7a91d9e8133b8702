import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { beforeAll, expect, it } from 'vitest'
import { distance } from '@/lib/geo/distance'
import type { LatLng } from '@/lib/geo/types'
import { searchTowns } from './queries'
import { fold } from './rules'

const DATA = path.resolve('../shared/data/geo')
const QUERIES = path.join(DATA, 'search-queries/france')
/** Metres. */
const NEAR = 5000

type Row = Record<string, string>
const rowsOf = (text: string, delimiter: string): Row[] =>
  parse(text, { columns: true, delimiter, bom: true, relax_column_count: true, trim: true })

/** The post office's communes: not the list that the gazetteer is made of. */
type Commune = LatLng & { name: string; id: string }
let communes: Map<string, Commune[]>
const known = existsSync(QUERIES)

beforeAll(async () => {
  await searchTowns('cannes', { limit: 1 })
  if (!known) return
  communes = new Map()
  for (const row of rowsOf(readFileSync(path.join(DATA, 'laposte_hexasmal-2020.csv'), 'utf8'), ';')) {
    const [lat, lng] = (row.coordonnees_gps ?? '').split(',').map(Number)
    if (!lat || !lng) continue
    const id = `fr-${row.Code_commune_INSEE?.padStart(5, '0')}`
    const name = fold(row.Nom_commune ?? '').replace(/^(paris|lyon|marseille) \d+$/, '$1')
    for (const key of [row.Code_postal?.padStart(5, '0') ?? '', name])
      communes.set(key, [...(communes.get(key) ?? []), { id, name, lat, lng }])
  }
}, 60_000)

/** Cities that the post office knows by district only: who types the name alone means all of it. */
const CITIES = ['paris', 'lyon', 'marseille']

/** Where the answer may be: communes by what the file expects, or null where the query names neither. */
function expectedOf(row: Row): Commune[] | null {
  const words = ` ${fold(row.query ?? '')} `
  const code = /(?<!\d)\d{5}(?!\d)/.exec(row.query ?? '')?.[0]
  const postcode = row.expected_postcode?.trim().padStart(5, '0')
  const [byCode, byExpected] = [code && communes.get(code), postcode && communes.get(postcode)]
  const byCity = communes.get(fold(row.expected_city || ''))
  if (code && byCode) return byCode
  const named = [...(byCity ?? []), ...(byExpected || [])].filter(({ name }) => words.includes(` ${name} `))
  if (named.length === 0) return null
  const narrowed = (byExpected || []).filter(({ name }) => words.includes(` ${name} `))
  const [city] = narrowed
  if (city && CITIES.includes(city.name)) return communes.get(city.name) ?? null
  return narrowed.length > 0 ? narrowed : named
}

/** Where the addresses of a file are, by house and street: one of the queries for each is sent with its position. */
function addressesOf(rows: Row[]): Map<string, LatLng> {
  return new Map(
    rows.flatMap((row): [string, LatLng][] => {
      const at = { lat: Number(row.lat), lng: Number(row.lon) }
      return row.expected_housenumber && at.lat && at.lng ? [[houseOf(row), at]] : []
    }),
  )
}

const houseOf = (row: Row) => `${row.expected_housenumber} ${row.expected_street}`

it('of French queries that name a town or postcode, 97 % find it first', async (context) => {
  if (!known) return context.skip('the public data of ../shared is not here')
  const files = readdirSync(QUERIES, { recursive: true, encoding: 'utf8' })
  let [all, asked, near, found, placed, beside] = [0, 0, 0, 0, 0, 0]
  for (const file of files.filter((name) => name.endsWith('.csv'))) {
    const text = readFileSync(path.join(QUERIES, file), 'utf8')
    const rows = rowsOf(text, text.split('\n', 1)[0]?.includes(';') ? ';' : ',')
    const addresses = addressesOf(rows)
    for (const row of rows) {
      if (!row.query) continue
      all++
      const expected = expectedOf(row)
      if (!expected) continue
      asked++
      const [first] = await searchTowns(row.query, { limit: 1, country: 'FR', loosely: true })
      const isNear = first && expected.some((at) => distance(at, first) <= NEAR)
      if (isNear) near++
      // The middle of a large commune may be farther than that from its town hall.
      if (isNear || expected.some(({ id }) => id === first?.id)) found++
      const address = addresses.get(houseOf(row))
      if (!address) continue
      placed++
      if (first && distance(address, first) <= NEAR) beside++
    }
  }
  const share = (count: number, of = asked) => `${((100 * count) / of).toFixed(2)} %`
  console.log(
    `${all} queries, ${asked} name a town or postcode: ${share(near)} within 5 km, ${share(found)} that commune or ` +
      `within 5 km; of ${placed} with a known address, ${share(beside, placed)} within 5 km of it`,
  )
  expect(asked).toBeGreaterThan(3000)
  expect(found / asked).toBeGreaterThanOrEqual(0.985)
  expect(near / asked).toBeGreaterThanOrEqual(0.97)
}, 120_000)

it.each([
  ['12 rue d’Antibes, 06400 Cannes', 'Cannes'],
  ['12 rue d’Antibes 06400', 'Cannes'],
  ['3 place de la République Le Mans', 'Le Mans'],
  ['Marseile', 'Marseille'],
  ['strasborg', 'Strasbourg'],
  ['10 avenue de la gare montpelllier', 'Montpellier'],
  ['1 rue de la Madeleine Vert-Saint-Denis', 'Vert-Saint-Denis'],
  ['plan arcueil rue berthollet', 'Arcueil'],
  ['12 rue Fernand Forest Oullins', 'Oullins-Pierre-Bénite'],
  ['93 rue de Charenton 75012 Paris', 'Paris 12e'],
])('%j is in %s', async (typed, name) => {
  expect((await searchTowns(typed, { limit: 1, loosely: true }))[0]?.name).toBe(name)
})

it('tells namesakes apart by their département, a neighbour, or where one looks', async () => {
  const regionOf = async (typed: string, near?: LatLng) =>
    (await searchTowns(typed, { limit: 1, loosely: true, near }))[0]?.region
  expect(await regionOf('place du marché claix isère')).toBe('Isère')
  expect(await regionOf('21 route de Houdan Richebourg')).toBe('Yvelines')
  expect(await regionOf('39 rue Loubet Saint-Denis', { lat: 48.9, lng: 2.3 })).toBe('Seine-Saint-Denis')
})

it.each(['rue', '12 bis', 'qzqzqz wvwvwv'])('%j is in no town', async (typed) => {
  expect((await searchTowns(`${typed} xx`, { limit: 1, loosely: true })).length).toBe(0)
})

it('forgives nothing where nobody would see the answer', async () => {
  for (const typed of ['Marseile', '12 rue d’Antibes, 06400 Cannes'])
    expect(await searchTowns(typed, { limit: 1 })).toEqual([])
})
