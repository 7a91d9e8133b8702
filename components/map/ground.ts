import type { Tile } from '@/lib/geo/tiles'
import type { LatLng } from '@/lib/geo/types'
import { spotOf } from './spread'

/** CSS pixels: the side of a tile of the background, and half of what the map has on a phone. */
export const SIDE = 256
const HALF = { width: 195, height: 180 }

/** A tile of the background, and where its north-western corner is: CSS pixels east and south of the view's centre. */
export type GroundTile = { tile: Tile; x: number; y: number }

/** What a phone shows around the centre of a view, each tile where Leaflet will put it. */
export function groundOf(view: LatLng & { zoom: number }): GroundTile[] {
  const spot = spotOf(view, view.zoom)
  const centre = { x: Math.round(spot.x), y: Math.round(spot.y) }
  const side = 2 ** view.zoom
  const tiles: GroundTile[] = []
  for (const y of numbers(centre.y, HALF.height)) {
    for (const x of numbers(centre.x, HALF.width)) {
      const tile = { z: view.zoom, x: ((x % side) + side) % side, y }
      if (y >= 0 && y < side) tiles.push({ tile, x: x * SIDE - centre.x, y: y * SIDE - centre.y })
    }
  }
  return tiles
}

function numbers(centre: number, half: number): number[] {
  const first = Math.floor((centre - half) / SIDE)
  const last = Math.floor((centre + half) / SIDE)
  return Array.from({ length: last - first + 1 }, (_, step) => first + step)
}

/** Where a tile is asked for: as Leaflet writes it, so that it is fetched once. */
export function addressOf(template: string, { z, x, y }: Tile): string {
  const values: Record<string, string | number> = { z, x, y, s: 'abc'.charAt((x + y) % 3), r: '' }
  return template.replace(/\{([zxysr])\}/g, (_, key) => String(values[key]))
}
