import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contains } from './bbox'
import { isTile, tileAt, tileBBox, tilesOf } from './tiles'

describe('isTile', () => {
  it.each([
    [{ z: 0, x: 0, y: 0 }, true],
    [{ z: 3, x: 7, y: 7 }, true],
    [{ z: 3, x: 8, y: 0 }, false],
    [{ z: 3, x: 0, y: -1 }, false],
    [{ z: 20, x: 0, y: 0 }, false],
    [{ z: -1, x: 0, y: 0 }, false],
    [{ z: 1.5, x: 0, y: 0 }, false],
    [{ z: Number.NaN, x: 0, y: 0 }, false],
  ])('%j: %s', (tile, expected) => {
    expect(isTile(tile)).toBe(expected)
  })
})

describe('tiles', () => {
  const latitude = fc.double({ min: -85, max: 85, noNaN: true })
  const longitude = fc.double({ min: -180, max: 179.999, noNaN: true })

  it('a position lies in the box of its tile', () => {
    fc.assert(
      fc.property(latitude, longitude, fc.integer({ min: 0, max: 19 }), (lat, lng, z) => {
        const tile = tileAt({ lat, lng }, z)
        const { west, south, east, north } = tileBBox(tile)
        expect(isTile(tile)).toBe(true)
        expect(
          contains(
            { west: west - 1e-9, east: east + 1e-9, south: south - 1e-9, north: north + 1e-9 },
            { lat, lng },
          ),
        ).toBe(true)
      }),
    )
  })

  it('are numbered as the wiki says: Cannes at zoom 13', () => {
    expect(tileAt({ lat: 43.5513, lng: 7.0128 }, 13)).toEqual({ z: 13, x: 4255, y: 2992 })
  })

  it('cover a box, also across the antimeridian', () => {
    const x = (tiles: { x: number }[]) => [...new Set(tiles.map((tile) => tile.x))]
    expect(x(tilesOf({ west: 170, south: -5, east: -170, north: 5 }, 3))).toEqual([7, 0])
    expect(tilesOf({ west: -180, south: -85, east: 180, north: 85 }, 2)).toHaveLength(16)
    expect(tilesOf({ west: 7, south: 43.5, east: 7.01, north: 43.51 }, 5)).toHaveLength(1)
  })
})
