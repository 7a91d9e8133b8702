import { EARTH_RADIUS } from './distance'
import type { BBox, LatLng } from './types'

const TILE = 256
/** Web Mercator ends here (degrees). */
export const MAX_LATITUDE = 85.05112878

/** `west,south,east,north` in degrees, as GeoJSON orders them; null when it is not a box on earth. */
export function parseBBox(text: string): BBox | null {
  const parts = text.split(',')
  const [west, south, east, north] = parts.map((part) => (part.trim() === '' ? Number.NaN : Number(part)))
  if (parts.length !== 4 || west === undefined || south === undefined) return null
  if (east === undefined || north === undefined) return null
  const onEarth =
    Math.abs(west) <= 180 && Math.abs(east) <= 180 && south >= -90 && north <= 90 && south <= north
  return onEarth ? { west, south, east, north } : null
}

/** The same area as boxes that do not span the antimeridian: one, or two. */
export function boxes(bbox: BBox): BBox[] {
  if (bbox.west <= bbox.east) return [bbox]
  return [
    { ...bbox, east: 180 },
    { ...bbox, west: -180 },
  ]
}

export function contains(bbox: BBox, { lat, lng }: LatLng): boolean {
  return boxes(bbox).some(
    ({ west, south, east, north }) => lat >= south && lat <= north && lng >= west && lng <= east,
  )
}

/**
 * What a map of `size` CSS pixels shows around its centre at a zoom of slippy maps (Web Mercator, tiles of 256 px).
 * A view wider than the world is the whole world.
 */
export function aroundView(view: LatLng & { zoom: number }, size: { width: number; height: number }): BBox {
  const world = TILE * 2 ** view.zoom
  const halfWidth = (size.width / 2 / world) * 360
  const y = mercatorY(view.lat)
  const north = latitudeOf(Math.max(0, y - size.height / 2 / world))
  const south = latitudeOf(Math.min(1, y + size.height / 2 / world))
  if (halfWidth >= 180) return { west: -180, south, east: 180, north }
  return { west: wrap(view.lng - halfWidth), south, east: wrap(view.lng + halfWidth), north }
}

/** Longitude brought back to -180 to 180. */
export function wrap(lng: number): number {
  if (lng >= -180 && lng <= 180) return lng
  return ((((lng + 180) % 360) + 360) % 360) - 180
}

/** Fraction of the world's height from the north, 0 to 1. */
export function mercatorY(lat: number): number {
  const clamped = Math.max(-MAX_LATITUDE, Math.min(MAX_LATITUDE, lat))
  const sin = Math.sin((clamped * Math.PI) / 180)
  return 0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI)
}

/** The inverse of `mercatorY`. */
export function latitudeOf(y: number): number {
  return (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI
}

/** The smallest box around a circle on the sphere, its radius in metres. One that holds a pole reaches around the earth. */
export function boxAround({ lat, lng }: LatLng, metres: number): BBox {
  const radius = metres / EARTH_RADIUS
  const tall = degrees(radius)
  const [south, north] = [Math.max(-90, lat - tall), Math.min(90, lat + tall)]
  if (south === -90 || north === 90) return { west: -180, south, east: 180, north }
  const wide = degrees(Math.asin(Math.sin(radius) / Math.cos((lat * Math.PI) / 180)))
  return { west: wrap(lng - wide), south, east: wrap(lng + wide), north }
}

const degrees = (radians: number) => (radians * 180) / Math.PI
