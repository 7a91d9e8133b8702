import L from 'leaflet'
import type { OutlineTile } from '@/lib/map/outlines/schema'
import { EXTENT, VERSION } from '@/lib/map/outlines/terms'
import { STEP } from '@/lib/map/wire/terms'

/** CSS pixels: as the map's tiles, of one zoom less than the map. */
const SIZE = 512

const Outlines = L.GridLayer.extend({
  createTile(this: L.GridLayer, coords: L.Coords, done: L.DoneCallback): HTMLElement {
    const canvas = document.createElement('canvas')
    const z = coords.z - STEP
    const side = 2 ** z
    const x = ((coords.x % side) + side) % side
    fetch(`/api/outlines/${z}/${x}/${coords.y}`)
      .then((answer) => answer.json())
      .then((tile: OutlineTile) => {
        if (tile.version !== VERSION) throw new Error(`shores speak version ${tile.version}`)
        draw(canvas, tile, { ...coords, x })
        done(undefined, canvas)
      })
      // Without these either, the ground stays plain: pins and list are what matters.
      .catch((error) => done(error, canvas))
    return canvas
  },
})

/** Shores and town names, drawn by ourselves under the tiles that did not come. */
export function outlinesLayer(): L.GridLayer {
  return new (Outlines as unknown as new (options: L.GridLayerOptions) => L.GridLayer)({
    tileSize: SIZE,
    zIndex: 0,
    className: 'outline-tile',
  })
}

function draw(
  canvas: HTMLCanvasElement,
  tile: OutlineTile,
  { x, y, z }: { x: number; y: number; z: number },
) {
  const context = canvas.getContext('2d')
  if (!context) return
  const density = Math.min(2, devicePixelRatio)
  canvas.width = SIZE * density
  canvas.height = SIZE * density
  const colours = getComputedStyle(document.documentElement)
  const scale = canvas.width / EXTENT
  context.beginPath()
  for (const ring of tile.land) {
    for (let i = 0; i + 1 < ring.length; i += 2) {
      context.lineTo((ring[i] ?? 0) * scale, (ring[i + 1] ?? 0) * scale)
    }
    context.closePath()
  }
  context.fillStyle = colours.getPropertyValue('--card')
  context.fill('evenodd')
  context.font = `${12 * density}px ${colours.getPropertyValue('--font-sans') || 'sans-serif'}`
  context.fillStyle = colours.getPropertyValue('--muted')
  context.textAlign = 'center'
  for (const { name, lat, lng } of tile.towns) {
    const at = L.CRS.EPSG3857.latLngToPoint(L.latLng(lat, lng), z).subtract([x * SIZE, y * SIZE])
    const half = context.measureText(name).width / 2 + 2
    const across = Math.max(half, Math.min(canvas.width - half, at.x * density))
    context.fillText(name, across, Math.max(14, at.y) * density)
  }
}
