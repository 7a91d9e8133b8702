import type { LatLng } from './types'

/** The way there on OpenStreetMap, from wherever the person says they are. */
export function directionsUrl({ lat, lng }: LatLng): string {
  return `https://www.openstreetmap.org/directions?route=%3B${lat}%2C${lng}#map=16/${lat}/${lng}`
}
