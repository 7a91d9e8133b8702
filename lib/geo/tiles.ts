import { latitudeOf, mercatorY, wrap } from './bbox'
import type { BBox, LatLng } from './types'

/** A slippy-map tile: https://wiki.openstreetmap.org/wiki/Slippy_map_tilenames */
export type Tile = { z: number; x: number; y: number }

export const MAX_ZOOM = 19

/** Is there such a tile? */
export function isTile({ z, x, y }: Tile): boolean {
  if (!Number.isInteger(z) || z < 0 || z > MAX_ZOOM) return false
  const side = 2 ** z
  return Number.isInteger(x) && Number.isInteger(y) && x >= 0 && x < side && y >= 0 && y < side
}

/** The box a tile covers. */
export function tileBBox({ z, x, y }: Tile): BBox {
  const side = 2 ** z
  return {
    west: (x / side) * 360 - 180,
    east: ((x + 1) / side) * 360 - 180,
    north: latitudeOf(y / side),
    south: latitudeOf((y + 1) / side),
  }
}

/** The tile a position lies in. */
export function tileAt({ lat, lng }: LatLng, z: number): Tile {
  const side = 2 ** z
  const at = (fraction: number) => Math.max(0, Math.min(side - 1, Math.floor(fraction * side)))
  return { z, x: at((wrap(lng) + 180) / 360), y: at(mercatorY(lat)) }
}

/** The tiles that cover a box, row by row from the north-west. */
export function tilesOf(bbox: BBox, z: number): Tile[] {
  const side = 2 ** z
  const first = tileAt({ lat: bbox.north, lng: bbox.west }, z)
  const last = tileAt({ lat: bbox.south, lng: bbox.east }, z)
  const whole = bbox.east - bbox.west >= 360
  const columns = whole ? side : ((last.x - first.x + side) % side) + 1
  const tiles: Tile[] = []
  for (let y = first.y; y <= last.y; y++) {
    for (let step = 0; step < columns; step++) tiles.push({ z, x: (first.x + step) % side, y })
  }
  return tiles
}
