import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { NO_FILTERS } from '@/lib/map/rules'
import { generator } from '@/lib/testing/crowd'
import { makeSpace } from '@/lib/testing/makers'
import { findSpaces, spaceCard } from './queries'

// A Wednesday, 10 h in Cannes.
const now = new Date('2027-03-10T09:00:00Z')
const near = { lat: 43.55, lng: 7 }
const bbox = { west: 6.9, south: 43.4, east: 7.1, north: 43.7 }
const asked = { bbox, near, filters: NO_FILTERS, now }

beforeAll(async () => {
  // Two at the very same place: the id decides between them.
  for (const [name, lng] of [
    ['third', 7.02],
    ['first', 7.001],
    ['second', 7.01],
    ['second again', 7.01],
  ] as const)
    await makeSpace({ name, lat: 43.55, lng, openingHours: 'Mo-Fr 09:00-18:00' })
})

test('the nearest first, in metres', async () => {
  const { spaces, next } = await findSpaces({ ...asked, limit: 10 })
  expect(spaces.map((space) => space.name)).toEqual(['first', 'second', 'second again', 'third'])
  expect(spaces[0]?.distance).toBeCloseTo(80.6, 0)
  expect(spaces[0]?.openState).toEqual({ state: 'open', changesAt: '2027-03-10T17:00:00.000Z' })
  expect(next).toBeNull()
})

test('pages follow each other without a gap or a double', async () => {
  const names: string[] = []
  let cursor: string | null = null
  do {
    const page: Awaited<ReturnType<typeof findSpaces>> = await findSpaces({ ...asked, limit: 1, cursor })
    names.push(...page.spaces.map((space) => space.name))
    cursor = page.next
  } while (cursor)
  expect(names).toEqual(['first', 'second', 'second again', 'third'])
})

test('what nobody confirmed for two years comes last, page by page', async () => {
  const box = { west: 9, south: 40, east: 10, north: 41 }
  for (const [name, lng, confirmedOn] of [
    ['old', 9.1, '2025-03-09'],
    ['fresh and far', 9.9, '2027-01-01'],
    ['older', 9.2, '2019-01-01'],
    ['fresh', 9.3, '2025-03-10'],
  ] as const)
    await makeSpace({ name, lat: 40.5, lng, confirmedOn: new Date(confirmedOn) })
  const names: string[] = []
  let cursor: string | null = null
  do {
    const page: Awaited<ReturnType<typeof findSpaces>> = await findSpaces({
      ...{ ...asked, bbox: box, near: { lat: 40.5, lng: 9 }, limit: 1, cursor },
    })
    names.push(...page.spaces.map(({ name, stale }) => `${name}${stale ? ', stale' : ''}`))
    cursor = page.next
  } while (cursor)
  expect(names).toEqual(['fresh', 'fresh and far', 'old, stale', 'older, stale'])
})

test('a wide box from its middle, ring by ring, is the same as all of it sorted', async () => {
  const middle = { lat: -40, lng: -120 }
  const box = { west: -132, south: -50, east: -108, north: -30 }
  const random = generator(7)
  // From some metres to hundreds of kilometres away, some of them stale.
  for (let n = 0; n < 60; n++) {
    const reach = 0.0001 * 10 ** (random(5000) / 1000)
    const at = {
      lat: middle.lat + reach * (random(200) / 100 - 1),
      lng: middle.lng + reach * (random(200) / 100 - 1),
    }
    await makeSpace({
      name: `ring ${n}`,
      ...at,
      confirmedOn: new Date(n % 5 === 0 ? '2019-01-01' : '2027-01-01'),
    })
  }
  const sought = { ...asked, bbox: box, near: middle }
  const all = (await findSpaces({ ...sought, limit: 100 })).spaces
  const order = all.toSorted(
    (a, b) => Number(a.stale) - Number(b.stale) || (a.distance ?? 0) - (b.distance ?? 0),
  )
  expect(all.map(({ name }) => name)).toEqual(order.map(({ name }) => name))
  expect(all.filter(({ name }) => name.startsWith('ring'))).toHaveLength(60)
  const paged: string[] = []
  let cursor: string | null = null
  do {
    const page: Awaited<ReturnType<typeof findSpaces>> = await findSpaces({ ...sought, limit: 7, cursor })
    paged.push(...page.spaces.map(({ name }) => name))
    cursor = page.next
  } while (cursor)
  expect(paged).toEqual(all.map(({ name }) => name))
})

test('what closed for good has no card', async () => {
  const { id } = await makeSpace({ closedOn: now })
  expect(await spaceCard(id, near, now)).toBeNull()
})

test('a card by itself, in metres from where one is', async () => {
  const made = await makeSpace({ name: 'La Cabane', lat: 43.56, lng: 7, openingHours: 'Mo-Fr 14:00-18:00' })
  expect(await spaceCard(made.id, near, now)).toMatchObject({
    ...{ id: made.id, name: 'La Cabane', slug: 'la-cabane', kind: 'coworking', city: 'Cannes', fee: null },
    openState: { state: 'closed', changesAt: '2027-03-10T13:00:00.000Z' },
    distance: expect.closeTo(1111.9, 0),
  })
  expect(await spaceCard(randomUUID(), near, now)).toBeNull()
  expect(await spaceCard("1' OR 1", near, now)).toBeNull()
})
