import L from 'leaflet'
import { outlinesLayer } from './outlines-layer'

/** Where the background comes from: a template with {z}, {x}, {y}, and whom to thank. */
export type Basemap = { url: string; attribution: string }

/** Milliseconds in which Leaflet lets a tile appear, and a little more. */
const FADE = 250

/**
 * Puts the background on a map. When most of its tiles fail, shores and town names are drawn beneath, and `onFailing`
 * says so; both go away by themselves once tiles come again. `onSettled` hears when the first ones are all there, or not
 * to be had, or the map moves. Returns how to take it off.
 */
export function addBasemap(
  map: L.Map,
  { url }: Basemap,
  onFailing: (failing: boolean) => void,
  onSettled: () => void = () => {},
): () => void {
  const tiles = L.tileLayer(url, { maxZoom: 19, crossOrigin: false, className: 'basemap-tile' })
  let outlines: L.GridLayer | null = null
  let [came, failed] = [0, 0]
  const judge = () => {
    const failing = failed > came
    if (failing && !outlines) outlines = outlinesLayer().addTo(map)
    if (!failing) {
      outlines?.remove()
      outlines = null
    }
    onFailing(failing)
  }
  tiles.on('loading', () => {
    came = 0
    failed = 0
  })
  tiles.on('tileload', () => {
    came++
  })
  tiles.on('tileerror', () => {
    failed++
    if (failed === 2) judge()
  })
  tiles.on('load', judge)
  tiles.once('load', () => setTimeout(onSettled, FADE))
  map.once('movestart zoomstart', onSettled)
  tiles.addTo(map)
  const again = () => tiles.redraw()
  addEventListener('online', again)
  return () => {
    removeEventListener('online', again)
    map.off('movestart zoomstart', onSettled)
    tiles.off().remove()
    outlines?.remove()
  }
}
