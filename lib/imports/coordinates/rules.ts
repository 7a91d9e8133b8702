import proj4 from 'proj4'
import type { Point } from '@/lib/imports/geometry/rules'

// EPSG:2154, the projection of French public data: https://epsg.io/2154
const LAMBERT_93 =
  '+proj=lcc +lat_0=46.5 +lon_0=3 +lat_1=49 +lat_2=44 +x_0=700000 +y_0=6600000 +ellps=GRS80 +units=m +no_defs'

const toDegrees = proj4(LAMBERT_93, 'WGS84')

/** A number as tables write it: 47.09, "47.09", "475198,12"; null for anything else, emptiness included. */
export function numberOf(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  if (typeof value !== 'string' || !/^\s*[-+]?\d+([.,]\d+)?\s*$/.test(value)) return null
  return Number(value.replace(',', '.'))
}

/** Degrees, from two values of a row; null unless both are numbers. */
export function pointOf(lat: unknown, lng: unknown): Point | null {
  const [north, east] = [numberOf(lat), numberOf(lng)]
  return north === null || east === null ? null : { lat: north, lng: east }
}

/** "SRID=4326;POINT (lng lat)" (EWKT) and "POINT(lng lat)" (WKT), in degrees. */
export function pointOfWkt(value: unknown): Point | null {
  if (typeof value !== 'string') return null
  const match = value.match(/^(?:SRID=4326;)?\s*POINT\s*\(\s*(\S+)\s+(\S+)\s*\)$/i)
  return match ? pointOf(match[2], match[1]) : null
}

/** Lambert-93 metres, x to the east and y to the north, into degrees; null where the projection does not reach. */
export function pointOfLambert93(x: unknown, y: unknown): Point | null {
  const [east, north] = [numberOf(x), numberOf(y)]
  if (east === null || north === null) return null
  if (east < 0 || east > 1_300_000 || north < 6_000_000 || north > 7_200_000) return null
  const [lng, lat] = toDegrees.forward([east, north])
  // A decimetre: more digits would be noise of the arithmetic.
  return { lat: Number(lat.toFixed(6)), lng: Number(lng.toFixed(6)) }
}

/** The same numbers in the other order, where that makes a point on Earth. */
export function swapped({ lat, lng }: Point): Point | null {
  return Math.abs(lng) <= 90 && Math.abs(lat) <= 180 ? { lat: lng, lng: lat } : null
}
