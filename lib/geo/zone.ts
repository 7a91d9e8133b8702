import tzLookup from '@photostructure/tz-lookup'
import type { LatLng } from './types'

/** The IANA zone in force at a position; at sea, that of the nautical zone ("Etc/GMT-1"). */
export function timeZoneAt({ lat, lng }: LatLng): string {
  return tzLookup(lat, lng)
}
