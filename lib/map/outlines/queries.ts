import { readFile } from 'node:fs/promises'
import path from 'node:path'
import GeoJSONVT from 'geojson-vt'
import { feature } from 'topojson-client'
import type { Topology } from 'topojson-specification'
import { type Tile, tileBBox } from '@/lib/geo/tiles'
import { townsIn } from '@/lib/towns/queries'
import type { OutlineTile } from './schema'
import { EXTENT, VERSION } from './terms'

/** Natural Earth's land at 1:10,000,000, in the public domain. */
const LAND = path.resolve('node_modules', 'world-atlas', 'land-10m.json')
/** Beyond it, a shore is a straight line: tiles are cut from this zoom's. */
const MAX_ZOOM = 19
const TOWNS_A_TILE = 12

let land: Promise<GeoJSONVT> | undefined

/** Cut on first use: less than a second and a few megabytes, and most instances never need it. */
function loaded(): Promise<GeoJSONVT> {
  land ??= readFile(LAND, 'utf8').then((text) => {
    const topology: Topology = JSON.parse(text)
    const shores = topology.objects.land
    if (!shores) throw new Error(`${LAND} holds no land`)
    return new GeoJSONVT(feature(topology, shores), {
      maxZoom: MAX_ZOOM,
      extent: EXTENT,
      buffer: 16,
      indexMaxZoom: 4,
    })
  })
  land.catch(() => {
    land = undefined
  })
  return land
}

/** The shores and town names of one tile. */
export async function outlineTile(tile: Tile): Promise<OutlineTile> {
  const [shores, towns] = await Promise.all([loaded(), townsIn(tileBBox(tile), TOWNS_A_TILE)])
  const features = shores.getTile(tile.z, tile.x, tile.y)?.features ?? []
  const rings = features.flatMap((shape) => (shape.type === 3 ? shape.geometry : []))
  return {
    version: VERSION,
    land: rings.map((ring) => ring.flat()),
    towns: towns.map(({ name, lat, lng, population }) => ({ name, lat, lng, population })),
  }
}
