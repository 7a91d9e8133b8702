/** A point in degrees (WGS 84), in RFC 7946's order reversed to how people say it. */
export type Point = { lat: number; lng: number }

const NULL_ISLAND_DEGREES = 0.01

type Box = { west: number; south: number; east: number; north: number }

/**
 * The centre of a GeoJSON geometry (RFC 7946 §3.1) of any type: that of its bounding box, as Overpass's
 * `out center` gives it, so that a place keeps its point whichever way it was exported. Null if there is none.
 */
export function centreOf(geometry: unknown): Point | null {
  const box: Box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity }
  const sound = widenByGeometry(box, geometry)
  return sound && box.west <= box.east ? centreOfBox(box) : null
}

export function centreOfBox({ west, south, east, north }: Box): Point {
  return { lat: (south + north) / 2, lng: (west + east) / 2 }
}

function widenByGeometry(box: Box, geometry: unknown): boolean {
  if (typeof geometry !== 'object' || geometry === null) return false
  if ('coordinates' in geometry) return widen(box, geometry.coordinates)
  if (!('geometries' in geometry) || !Array.isArray(geometry.geometries)) return false
  return geometry.geometries.every((part) => widenByGeometry(box, part))
}

function widen(box: Box, coordinates: unknown): boolean {
  if (!Array.isArray(coordinates)) return false
  const [lng, lat] = coordinates
  if (Array.isArray(lng)) return coordinates.every((part) => widen(box, part))
  if (typeof lng !== 'number' || typeof lat !== 'number') return false
  box.west = Math.min(box.west, lng)
  box.east = Math.max(box.east, lng)
  box.south = Math.min(box.south, lat)
  box.north = Math.max(box.north, lat)
  return true
}

/** What is wrong with a point, in words, or null. Zero and zero is where broken exports put everything. */
export function flawOf({ lat, lng }: Point): string | null {
  if (!Number.isFinite(lat) || !Number.isFinite(lng)) return 'its coordinates are not numbers'
  if (Math.abs(lat) > 90) {
    const swapped = Math.abs(lng) <= 90 ? ' (GeoJSON puts the longitude first)' : ''
    return `its latitude ${lat} is beyond 90 degrees${swapped}`
  }
  if (Math.abs(lng) > 180) return `its longitude ${lng} is beyond 180 degrees`
  if (Math.abs(lat) < NULL_ISLAND_DEGREES && Math.abs(lng) < NULL_ISLAND_DEGREES)
    return 'its coordinates are 0, 0, which is the open sea'
  return null
}
