import { beforeAll, describe, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { snapToCell } from '@/lib/geo/cell'
import { type Tile, tileAt } from '@/lib/geo/tiles'
import { NO_FILTERS } from '@/lib/map/rules'
import { makeEvent, makeFreelancer, makeSpace } from '@/lib/testing/makers'
import { wishCell } from '@/lib/wishes/rules'
import { mapTile, tileFromDatabase } from './queries'
import { MARKS } from './rules'
import type { MapTile } from './schema'

// A Wednesday, 11:00 in Paris.
const now = new Date('2027-03-10T10:00:00Z')
const HOUR = 3_600_000
const at = (hours: number) => ({
  startsAt: new Date(now.getTime() + hours * HOUR),
  endsAt: new Date(now.getTime() + (hours + 1) * HOUR),
})
const cannes = { lat: 43.5513, lng: 7.0128 }
const fiji = { lat: -17.8, lng: 179.999, timeZone: 'Pacific/Fiji' }
const world: Tile = { z: 0, x: 0, y: 0 }

const total = ({ clusters, points, areas }: MapTile) =>
  clusters.reduce((sum, { count }) => sum + count, 0) +
  points.length +
  areas.reduce((sum, { count }) => sum + count, 0)

beforeAll(async () => {
  const organizerId = (await makeFreelancer({ name: 'Léa' })).id
  const bulle = await makeSpace({
    ...cannes,
    name: 'La Bulle',
    openingHours: 'Mo-Fr 09:00-18:00',
    internet: 'wlan',
  })
  await makeSpace({
    lat: 43.56,
    lng: 7.02,
    name: 'Café du coin',
    kind: 'cafe',
    openingHours: 'Sa 09:00-18:00',
    confirmedOn: new Date('2025-03-09'),
  })
  await makeSpace({ ...fiji, name: 'Reef Desk' })
  await makeEvent({ ...cannes, ...at(8), organizerId, spaceId: bulle.id, title: 'Afterwork' })
  await makeEvent({ ...cannes, ...at(50), organizerId, title: 'Atelier', kind: 'workshop', price: '5 €' })
  await makeEvent({ ...cannes, ...at(-9), organizerId, title: 'Over' })
  await makeEvent({ ...cannes, ...at(9), organizerId, title: 'Cancelled', status: 'cancelled' })
  const cell = snapToCell(cannes)
  const seen = { visibility: 'members', cellLat: cell.lat, cellLng: cell.lng, area: 'Cannes' } as const
  await makeFreelancer({ ...seen, name: 'Secret Name' })
  await makeFreelancer(seen)
  await makeFreelancer({ ...seen, visibility: 'hidden' })
  for (const name of ['Secret Wisher', 'Another']) {
    const { id: freelancerId } = await makeFreelancer({ name })
    const { lat: cellLat, lng: cellLng } = wishCell(cannes)
    await db.wish.create({ data: { freelancerId, cellLat, cellLng, halfDays: 1, wishedAt: now } })
  }
})

describe('tileFromDatabase', () => {
  it('says which places nobody confirmed for two years', async () => {
    const tile = await tileFromDatabase(tileAt(cannes, 14), { ...NO_FILTERS, show: ['spaces'] }, now)
    expect(tile.points.map((point) => [point.title, 'stale' in point && point.stale])).toEqual([
      ['La Bulle', false],
      ['Café du coin', true],
    ])
  })

  const street = tileAt(cannes, 15)

  it('draws who would come as a number in their cell, where outings are shown and a cell is wide enough', async () => {
    const cell = wishCell(cannes)
    const tile = (z: number, filters = NO_FILTERS) => tileFromDatabase(tileAt(cell, z), filters, now)
    const wishes = [{ ...cell, count: 2 }]
    expect((await tile(8)).wishes).toEqual(wishes)
    expect((await tile(14)).wishes).toEqual(wishes)
    expect((await tile(7)).wishes).toEqual([])
    expect((await tile(8, { ...NO_FILTERS, show: ['spaces'] })).wishes).toEqual([])
    expect(JSON.stringify(await tile(8))).not.toContain('Secret Wisher')
  })

  it('draws each thing on the street where it is, and only what is still to come', async () => {
    const tile = await tileFromDatabase(street, NO_FILTERS, now)
    expect(tile.clusters).toEqual([])
    expect(tile.points.map(({ title }) => title)).toEqual(['Afterwork', 'Atelier', 'La Bulle'])
    expect(tile.points[0]).toMatchObject({ type: 'event', kind: 'afterwork', timeZone: 'Europe/Paris' })
  })

  it('counts freelancers by their cell and names nobody', async () => {
    const tile = await tileFromDatabase(tileAt(snapToCell(cannes), 15), NO_FILTERS, now)
    expect(tile.areas).toEqual([{ ...snapToCell(cannes), count: 2, area: 'Cannes' }])
    expect(JSON.stringify(tile)).not.toContain('Secret')
  })

  it.each([
    ['everything', {}, 7],
    ['spaces', { show: ['spaces' as const] }, 3],
    ['events', { show: ['events' as const] }, 2],
    ['people', { show: ['people' as const] }, 2],
    ['a kind of event', { show: ['events' as const], kinds: ['workshop' as const] }, 1],
    ['a kind of space', { show: ['spaces' as const], kinds: ['cafe' as const] }, 1],
    ['open now', { show: ['spaces' as const], open: true }, 1],
    ['with wifi', { show: ['spaces' as const], wifi: true }, 1],
    ['free events', { show: ['events' as const], free: true }, 1],
    ['today', { show: ['events' as const], when: 'today' }, 1],
  ])('counts exactly: %s', async (_, filters, expected) => {
    expect(total(await tileFromDatabase(world, { ...NO_FILTERS, ...filters }, now))).toBe(expected)
  })

  it('counts the same whether the tile is whole or its four quarters are added up', async () => {
    for (const z of [1, 2, 5, 9, 12, 13, 14, 16]) {
      const parts = [tileAt(cannes, z), tileAt({ lat: 43.56, lng: 7.02 }, z), tileAt(fiji, z)]
      const distinct = [...new Map(parts.map((tile) => [JSON.stringify(tile), tile])).values()]
      const spaces = { ...NO_FILTERS, show: ['spaces' as const] }
      const tiles = await Promise.all(distinct.map((tile) => tileFromDatabase(tile, spaces, now)))
      expect(tiles.reduce((sum, tile) => sum + total(tile), 0)).toBe(3)
    }
  })

  it('gathers what is close together, by what it is', async () => {
    const { clusters, points } = await tileFromDatabase(tileAt(cannes, 5), NO_FILTERS, now)
    expect(points).toEqual([])
    expect(clusters).toHaveLength(1)
    expect(clusters[0]).toMatchObject({ count: 6, mix: { spaces: 2, events: 2, people: 2 } })
    expect(clusters[0]?.lat).toBeCloseTo(43.55, 1)
  })

  it('draws a thing alone as itself at every zoom', async () => {
    const { points } = await tileFromDatabase(tileAt(fiji, 2), NO_FILTERS, now)
    expect(points.map(({ title }) => title)).toEqual(['Reef Desk'])
  })

  it('gathers again where a street is too full to draw', async () => {
    const osaka = { lat: 34.7, lng: 135.5 }
    for (let i = 0; i <= MARKS; i++)
      await makeSpace({ lat: osaka.lat + i * 1e-5, lng: osaka.lng, name: `Desk ${i}` })
    const tile = await tileFromDatabase(tileAt(osaka, 15), NO_FILTERS, now)
    expect(total(tile)).toBe(MARKS + 1)
    expect(tile.clusters.length).toBeGreaterThan(0)
  })
})

it('answers from the database until the map is in memory', async () => {
  const tile = tileAt(cannes, 13)
  expect(await mapTile(tile, NO_FILTERS, now)).toEqual({
    tile: await tileFromDatabase(tile, NO_FILTERS, now),
    source: 'database',
  })
})
