import { expect, it } from 'vitest'
import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { makeHomeTable } from '@/lib/testing/homes'
import { makeEvent, makeFreelancer, makeSpace } from '@/lib/testing/makers'
import { countingStatements } from '@/lib/testing/statements'
import { wishCell } from '@/lib/wishes/rules'
import { townBrief, townPage } from './queries'

/** Brioude, and a place so many kilometres north of it. */
const TOWN = { lat: 45.2942, lng: 3.3858 }
const north = (km: number) => ({ ...TOWN, lat: TOWN.lat + km / 111.2 })
/** The list of towns is kept for an hour: each test comes long after the last. */
let hours = 0
const later = () => new Date(now().getTime() + ++hours * 7_200_000)

it('says of a town what is on, where to work and how many would come, within ten kilometres', async () => {
  await makeSpace({ name: 'Vieux', confirmedOn: new Date('2019-05-01'), ...TOWN })
  await makeSpace({ name: 'Le Central', city: 'Brioude', ...north(2) })
  await makeSpace({ name: 'Loin', ...north(12) })
  await makeSpace({ name: 'Fermé', closedOn: new Date('2026-01-01'), ...TOWN })
  await makeSpace({ name: 'Chez Ana', kind: 'home_table', ...TOWN })
  const event = await makeEvent({ title: 'Café', kind: 'open_coffee', ...north(8) })
  await makeEvent({ title: 'Trop loin', ...north(12) })
  await makeEvent({ title: 'Brouillon', ...TOWN, status: 'draft' })
  await makeEvent({ title: 'Caché', ...TOWN, unlisted: true })
  await makeHomeTable(TOWN)
  const { id: freelancerId } = await makeFreelancer({ name: 'Ana' })
  await makeFreelancer({ name: 'Bob', visibility: 'members', cellLat: TOWN.lat, cellLng: TOWN.lng })
  const { lat: cellLat, lng: cellLng } = wishCell(TOWN)
  await db.wish.create({ data: { freelancerId, cellLat, cellLng, halfDays: 1, wishedAt: now() } })

  const page = await townPage('brioude', null, now())
  expect(page?.town).toMatchObject({ name: 'Brioude', region: 'Haute-Loire' })
  expect(page?.events.map(({ title }) => title)).toEqual([event.title])
  // What is stale comes last, however near.
  expect(page?.spaces.map(({ name, stale }) => [name, stale])).toEqual([
    ['Le Central', false],
    ['Vieux', true],
  ])
  expect(page?.counts).toEqual({ spaces: 2, events: 1, coffees: 1, people: 1 })
  expect(page?.wishes).toMatchObject({ count: 1, mine: null })
  for (const secret of [freelancerId, 'Ana', 'Bob']) expect(JSON.stringify(page)).not.toContain(secret)
  expect(await townBrief('brioude', now())).toMatchObject({ counts: page?.counts })
}, 60_000)

it('names the nearest town with something where there is nothing', async () => {
  await makeSpace({ name: 'La Fabrique', city: 'Issoire', lat: 45.544, lng: 3.249 })
  const massiac = await townPage('massiac', null, later())
  expect([massiac?.spaces, massiac?.events]).toEqual([[], []])
  // Auzon has the places of before that are 12 km from Brioude.
  expect(massiac?.neighbours.map(({ slug }) => slug)).toEqual(['brioude', 'auzon', 'issoire'])
}, 60_000)

it('takes as many queries for much as for little, and pages through all of it', async () => {
  const nowhere = await countingStatements(() => townPage('guéret', null, later()))
  const [, little] = await countingStatements(() => townPage('gueret', null, later()))
  await db.$executeRaw`
    INSERT INTO spaces (id, kind, name, lat, lng, time_zone, city, updated_at)
    SELECT gen_random_uuid(), 'coworking', 'Lieu ' || n, 46.17 + (n % 90) / 1000.0, 1.87, 'Europe/Paris', 'Guéret', now()
    FROM generate_series(1, 200) AS n`
  const at = later()
  const [page, much] = await countingStatements(() => townPage('gueret', null, at))
  expect(nowhere).toEqual([null, 0])
  // Events, spaces, counts, wishes, and the towns around.
  expect([little, much]).toEqual([5, 5])
  const names = new Set(page?.spaces.map(({ name }) => name))
  let pages = 1
  for (let next = page?.next ?? null; next; pages++) {
    const more = await townPage('gueret', null, at, next)
    for (const { name } of more?.spaces ?? []) names.add(name)
    next = more?.next ?? null
  }
  expect([names.size, pages, page?.counts.spaces]).toEqual([200, 9, 200])
}, 60_000)

it('knows no page of a town that does not exist', async () => {
  expect(await townPage('zzyzx-les-bains', null, now())).toBeNull()
})
