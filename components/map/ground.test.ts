import { expect, it } from 'vitest'
import { tileAt } from '@/lib/geo/tiles'
import { addressOf, groundOf } from './ground'

it('covers what a phone shows around the centre, without a gap', () => {
  const view = { lat: 43.55, lng: 7.01, zoom: 13 }
  const tiles = groundOf(view)
  const covers = (x: number, y: number) =>
    tiles.filter((at) => at.x <= x && x < at.x + 256 && at.y <= y && y < at.y + 256).map(({ tile }) => tile)
  expect(covers(0, 0)).toEqual([tileAt(view, 13)])
  for (const x of [-195, -1, 100, 195]) for (const y of [-180, 0, 180]) expect(covers(x, y)).toHaveLength(1)
  expect(tiles.length).toBeLessThanOrEqual(9)
})

it('goes around the world where it ends, and not beyond its poles', () => {
  const atTheEdge = groundOf({ lat: -16.8, lng: 179.99, zoom: 5 })
  expect(new Set(atTheEdge.map(({ tile }) => tile.x))).toEqual(new Set([31, 0]))
  expect(groundOf({ lat: 85, lng: 0, zoom: 4 }).every(({ tile }) => tile.y >= 0)).toBe(true)
  expect(groundOf({ lat: 0, lng: 0, zoom: 0 }).map(({ tile }) => tile)).toContainEqual({ z: 0, x: 0, y: 0 })
})

it('writes addresses as the map does', () => {
  expect(addressOf('https://{s}.tiles.example.org/{z}/{x}/{y}{r}.png', { z: 13, x: 4255, y: 2992 })).toBe(
    'https://c.tiles.example.org/13/4255/2992.png',
  )
})
