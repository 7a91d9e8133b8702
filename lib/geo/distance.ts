import type { LatLng } from './types'

/** Mean radius of the earth in metres (IUGG). */
export const EARTH_RADIUS = 6_371_008.8

/** People walk 4.5 km/h, and streets are about 1.3 times as long as the crow's way. */
const METRES_A_MINUTE = 4500 / 60 / 1.3

const radians = (degrees: number) => (degrees * Math.PI) / 180

/** Metres between two positions on the sphere (haversine; within 0.5 % of the ellipsoid). */
export function distance(a: LatLng, b: LatLng): number {
  const latitude = Math.sin(radians(b.lat - a.lat) / 2) ** 2
  const longitude = Math.sin(radians(b.lng - a.lng) / 2) ** 2
  const h = latitude + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * longitude
  return 2 * EARTH_RADIUS * Math.asin(Math.sqrt(Math.min(1, h)))
}

/** Minutes on foot for a distance as the crow flies in metres, rounded up. */
export function walkingMinutes(metres: number): number {
  return Math.ceil(metres / METRES_A_MINUTE)
}
