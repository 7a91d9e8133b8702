import { expect, it } from 'vitest'
import { tileAt } from '@/lib/geo/tiles'
import type { MapTile } from '@/lib/map/tiles/schema'
import { readWire, wireOf } from './rules'
import { wireSchema } from './schema'

const tile = tileAt({ lat: 43.555, lng: 7.015 }, 13)
const at = (lat: number, lng: number) => ({ lat: expect.closeTo(lat, 4), lng: expect.closeTo(lng, 4) })
const ids = [1, 2, 3, 4].map((n) => `0199a1b2-0000-7000-8000-00000000000${n}`) as [
  string,
  string,
  string,
  string,
]
const found: MapTile = {
  clusters: [
    { lat: 43.55, lng: 7.01, count: 3, mix: { spaces: 3, events: 0, people: 0 } },
    { lat: 43.56, lng: 7.02, count: 6, mix: { spaces: 0, events: 2, people: 4 } },
  ],
  points: [
    {
      ...{ type: 'event', id: ids[0], kind: 'lunch', lat: 43.553, lng: 7.0128, title: 'Déjeuner' },
      ...{ startsAt: '2027-03-10T11:30:00.000Z', timeZone: 'Europe/Paris' },
    },
    {
      ...{ type: 'space', id: ids[1], kind: 'cafe', lat: 43.5531, lng: 7.0129, title: 'Café' },
      ...{ working: 2, trial: false, stale: false },
    },
    {
      ...{ type: 'space', id: ids[2], kind: 'library', lat: 43.5532, lng: 7.0127, title: 'Médiathèque' },
      ...{ working: 0, trial: false, stale: true },
    },
    {
      ...{ type: 'space', id: ids[3], kind: 'coworking', lat: 43.5533, lng: 7.0126, title: 'La Bulle' },
      ...{ working: 0, trial: true, stale: true },
    },
  ],
  areas: [{ lat: 43.555, lng: 7.015, count: 2, area: 'Cannes' }],
  wishes: [{ lat: 43.5575, lng: 7.018, count: 4 }],
}

it('reads what it wrote, positions to an eighth of a pixel', () => {
  const sent = JSON.stringify(wireOf(tile, found))
  const read = readWire(tile, wireSchema.parse(JSON.parse(sent)))
  const placed = <T extends { lat: number; lng: number }>(things: T[]) =>
    things.map((thing) => ({ ...thing, ...at(thing.lat, thing.lng) }))
  expect(read).toEqual({
    clusters: placed(found.clusters),
    points: placed(found.points),
    areas: placed(found.areas),
    wishes: placed(found.wishes),
  })
})

it('leaves out what is nothing', () => {
  const { clusters, spaces } = wireOf(tile, found)
  expect(clusters.map((row) => row.slice(2))).toEqual([[3], [0, 2, 4]])
  expect(spaces.map((row) => row.slice(5))).toEqual([[2], [0, 2], [0, 3]])
})

it('keeps what lies on the edge of a tile within it', () => {
  const west = { z: 0, x: 0, y: 0 }
  const wishes = [{ lat: 0, lng: 180, count: 1 }]
  const wire = wireOf(west, { clusters: [], points: [], areas: [], wishes })
  expect(wireSchema.parse(wire).wishes).toEqual([[4096, 2048, 1]])
})
