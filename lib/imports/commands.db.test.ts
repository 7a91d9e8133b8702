import { randomUUID } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { inspect } from '@/lib/imports/records/queries'
import { beginRun, endRun } from '@/lib/imports/runs/commands'
import { runById } from '@/lib/imports/runs/queries'
import { Seen } from '@/lib/imports/seen/rules'
import { columnsIn, knownSource } from '@/lib/imports/sources/queries'
import { kindFromName } from '@/lib/imports/spaces/rules'
import { NO_FILTERS } from '@/lib/map/rules'
import { findSpaces } from '@/lib/spaces/queries'
import { importSpaces, type Remark } from './commands'
import { add, NOTHING, type Tally } from './rules'

const NOW = new Date('2026-11-23T08:10:00Z')
const PLACES = path.resolve('../shared/data/places')
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'cafetiere-import-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))
beforeEach(() => db.space.deleteMany())

/** Each some way from the others. */
const node = (id: number, tags: object, lat = 43.55) => ({
  type: 'node',
  id,
  lat,
  lon: 7.01 + id / 1e4,
  tags,
})
const coworking = (id: number, values: object = {}) =>
  node(id, { amenity: 'coworking_space', name: `Desk ${id}`, ...values })

async function sound(at: string) {
  const inspected = await inspect(at)
  if (!inspected.ok) throw new Error(inspected.problem.code)
  return inspected.value
}

async function written(elements: (object | string)[]) {
  const at = path.join(folder, `${randomUUID()}.json`)
  const rows = elements.map((element) => (typeof element === 'string' ? element : JSON.stringify(element)))
  await writeFile(at, `{"elements":[\n${rows.join(',\n')}\n]}`)
  return sound(at)
}

async function bring(elements: (object | string)[], hint: null | 'cafe' = null) {
  const file = await written(elements)
  expect(file.rows).toBe(elements.length)
  const broken: Remark[] = []
  const { tally } = await importSpaces(file, {
    ...{ reader: null, hint, now: NOW, size: 500 },
    onBroken: (row) => broken.push(row),
  })
  return { ...tally, broken }
}

it('creates, then changes nothing, then updates what changed, and deletes nothing', async () => {
  expect(await bring([coworking(1), coworking(2)])).toMatchObject({ read: 2, created: 2 })
  const first = await db.space.findMany({ include: { sources: true }, orderBy: { name: 'asc' } })
  expect(first[0]).toMatchObject({
    kind: 'coworking',
    city: 'Cannes',
    country: 'FR',
    timeZone: 'Europe/Paris',
    demo: false,
  })
  expect(first[0]?.sources).toMatchObject([
    {
      source: 'osm',
      externalId: 'node/1',
      licence: 'ODbL-1.0',
      fields: { amenity: 'coworking_space', name: 'Desk 1' },
    },
  ])

  expect(await bring([coworking(1), coworking(2)])).toMatchObject({ created: 0, updated: 0, unchanged: 2 })
  expect(await db.space.findMany({ include: { sources: true }, orderBy: { name: 'asc' } })).toEqual(first)

  const renamed = await bring([coworking(2, { name: 'Desk 2 bis', opening_hours: 'Mo-Fr 09:00-18:00' })])
  expect(renamed).toMatchObject({ created: 0, updated: 1, unchanged: 0 })
  const after = await db.space.findMany({ orderBy: { name: 'asc' } })
  expect(after).toMatchObject([
    { name: 'Desk 1' },
    { id: first[1]?.id, name: 'Desk 2 bis', openingHours: 'Mo-Fr 09:00-18:00' },
  ])
})

it('reports broken rows with their line, and takes the rest', async () => {
  const { broken, ...tally } = await bring([
    coworking(1),
    '{"type":"node" "id":2}',
    coworking(3),
    { ...coworking(4), lat: 99 },
  ])
  expect(tally).toMatchObject({ read: 4, created: 2, skipped: { broken: 2 } })
  expect(broken).toMatchObject([
    { row: 2, line: 3, flaw: 'it is not valid JSON' },
    { row: 4, line: 5, flaw: expect.stringContaining('latitude') },
  ])
})

it('says why sound rows are left out', async () => {
  const rows = [
    node(1, { amenity: 'restaurant', name: 'A' }),
    node(2, { amenity: 'cafe', name: 'B' }),
    node(3, { amenity: 'coworking_space' }),
    node(4, {}),
    coworking(5),
    coworking(5),
  ]
  const skipped = { other: 1, no_internet: 1, nameless: 1, untagged: 1, repeated: 1 }
  expect(await bring(rows)).toMatchObject({ read: 6, created: 1, skipped })
})

it('takes more rows than a batch holds', async () => {
  const rows = Array.from({ length: 1203 }, (_, i) => coworking(i + 1))
  expect(await bring(rows)).toMatchObject({ read: 1203, created: 1203 })
  expect(await bring(rows)).toMatchObject({ unchanged: 1203 })
})

it('a recorded run that was interrupted goes on behind what it has done; one that was stopped ends', async () => {
  const file = await written(Array.from({ length: 1203 }, (_, i) => coworking(i + 1)))
  const asked = { origin: 'a.json', source: 'osm', licence: '', sha256: '', total: 1203 }
  const id = await beginRun({ ...asked, options: { kind: null, map: null } }, NOW)
  const options = { reader: null, hint: null, now: NOW, size: 500 }
  const broken = new AbortController()
  const onProgress = (rows: number) => rows >= 1000 && broken.abort()
  await importSpaces(file, { ...options, run: { id, done: NOTHING }, signal: broken.signal, onProgress })
  const half = await runById(id, NOW)
  expect(half).toMatchObject({ status: 'running', tally: { read: 1000, created: 1000 } })
  const { tally } = await importSpaces(file, { ...options, run: { id, done: half?.tally ?? NOTHING } })
  expect(tally).toMatchObject({ read: 1203, created: 1203, unchanged: 0 })
  await endRun(id, 'stopped', { now: NOW })
  expect(await importSpaces(file, { ...options, run: { id, done: NOTHING } })).toMatchObject({
    stopped: true,
    tally: { read: 500 },
  })
})

it('two imports at a time create each place once', async () => {
  const rows = Array.from({ length: 600 }, (_, i) => coworking(i + 1))
  const both = await Promise.all([bring(rows), bring(rows)])
  expect(both.reduce((sum, { created }) => sum + created, 0)).toBe(600)
  expect(await db.space.count()).toBe(600)
})

it('brings real places onto the map of London', async (context) => {
  if (!existsSync(PLACES)) return context.skip('the public data of ../shared is not here')
  const files = ['london-coworking-east.geojson', 'london-coffee-east.geojson']
  let created = 0
  for (const file of files) {
    const options = { reader: null, hint: kindFromName(file), now: NOW }
    const { tally } = await importSpaces(await sound(path.join(PLACES, file)), options)
    created += tally.created
    expect(tally.skipped.broken).toBeUndefined()
  }
  expect(created).toBeGreaterThan(400)
  const london = { west: -0.2, south: 51.4, east: 0.1, north: 51.65 }
  const asked = {
    bbox: london,
    filters: NO_FILTERS,
    now: NOW,
    near: { lat: 51.5282, lng: -0.0909 },
    limit: 5,
  }
  const { spaces } = await findSpaces(asked)
  expect(spaces[0]).toMatchObject({
    kind: 'coworking',
    name: 'Old Street Works',
    timeZone: 'Europe/London',
    street: 'City Road 197-205',
  })
  expect(
    await db.space.count({ where: { kind: 'cafe', timeZone: 'Europe/London', country: 'GB' } }),
  ).toBeGreaterThan(300)
})

/** Every file of the public data, each by the reader that its columns name. */
async function bringAll() {
  const seen = new Seen()
  const tallies: Record<string, Tally> = {}
  for (const name of readdirSync(PLACES).sort()) {
    const file = await sound(path.join(PLACES, name))
    const known = knownSource(file, await columnsIn(file))
    if (known === null) throw new Error(`no reader for ${name}`)
    const reader = known === 'osm' ? null : known
    const { tally } = await importSpaces(file, { reader, hint: kindFromName(name), now: NOW, seen })
    const source = reader?.source ?? 'osm'
    tallies[source] = add(tallies[source] ?? NOTHING, tally)
  }
  return tallies
}

const skippedOf = ({ skipped }: Tally) => Object.values(skipped).reduce((sum, count) => sum + count, 0)

describe('the public data of France and of cafés abroad', () => {
  beforeEach((context) => {
    if (!existsSync(PLACES)) context.skip('the public data of ../shared is not here')
  })
  const called = (source: string, name: string) =>
    db.space.findFirstOrThrow({ where: { name, sources: { some: { source } } } })

  it('is read to its last row, and read again without a change', async () => {
    const first = await bringAll()
    for (const [source, tally] of Object.entries(first)) {
      expect(tally.created + tally.merged + tally.updated + tally.unchanged + skippedOf(tally), source).toBe(
        tally.read,
      )
      expect(tally.skipped.broken, source).toBeUndefined()
    }
    expect(first['maine-et-loire']).toMatchObject({ read: 243, skipped: { closed: 18 } })
    expect(first['la-reunion']?.approximate).toBe(30)
    expect(first.commitcoffee).toMatchObject({ approximate: 3, skipped: { unplaced: 2 } })
    expect(first['paris-cafes']).toMatchObject({ read: 181, approximate: 2, skipped: {} })
    expect(first.lists).toMatchObject({ read: 224, skipped: { no_place: 224 } })
    const total = Object.values(first).reduce(add, NOTHING)
    // Each of these pairs was looked at: they are one place.
    expect(total).toMatchObject({ read: 9971, created: 2652, merged: 21, doubtful: 11 })
    expect(skippedOf(total)).toBe(7298)
    expect(await db.spaceDouble.count()).toBe(11)
    expect(await db.space.count()).toBe(total.created)
    const before = await db.spaceSource.count()

    const second = await bringAll()
    for (const [source, { created, merged, updated }] of Object.entries(second))
      expect({ source, created, merged, updated }).toEqual({ source, created: 0, merged: 0, updated: 0 })
    expect(await db.spaceSource.count()).toBe(before)

    const reboot = await db.space.findFirstOrThrow({
      where: { name: { contains: 're-boot', mode: 'insensitive' } },
    })
    expect(reboot).toMatchObject({ city: 'Orléans', approximate: true })
    expect(reboot.lng).toBeLessThan(2.2)
    const auron = await db.space.findFirstOrThrow({ where: { name: "CENTRE SOCIAL DU VAL D'AURON" } })
    expect(auron).toMatchObject({ city: 'Bourges', approximate: true })
    expect(await called('centre-val-de-loire', 'LA FABRIQUE 18')).toMatchObject({
      ...{ kind: 'coworking', city: 'Bourges', wheelchair: 'yes', approximate: false },
    })
    expect(await called('gironde', 'Abracodabra')).toMatchObject({
      ...{ street: '8 rue de la Boétie', postcode: '33000', city: 'Bordeaux', lat: 44.839574881764 },
    })
    const allonnes = await called('maine-et-loire', 'Association Micro-informatique Allonnaise (AMIA)')
    expect(allonnes).toMatchObject({ street: '20 rue Armand Quenard', city: 'Allonnes', approximate: false })
    const ccas = await called('la-reunion', 'CCAS Saint André')
    expect(ccas).toMatchObject({ timeZone: 'Indian/Reunion', approximate: true })
    expect(await called('la-reunion', 'Académie des savoirs Saint-Denis')).toMatchObject({
      openingHours: 'Mo-Fr 08:30-16:30',
    })
    expect(await called('auvergne-rhone-alpes', 'Médiathèque Louise de Savoie')).toMatchObject({
      kind: 'library',
    })
    expect(await called('paris-cafes', 'Le petit Bretonneau')).toMatchObject({
      city: 'Paris',
      approximate: true,
    })
    expect(await called('commitcoffee', 'Akcent Kawiarnia i Księgarnia')).toMatchObject({
      ...{ country: 'PL', internet: 'wlan', lat: 53.132225, lng: 23.157401 },
    })
  }, 120_000)
})
