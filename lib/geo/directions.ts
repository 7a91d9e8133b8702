import type { LatLng } from './types'

/** What shows somebody the way: whichever app the phone opens places with, or a named one. */
export const WAY_APPS = ['phone', 'apple', 'google', 'osm'] as const
export type WayApp = (typeof WAY_APPS)[number]

/**
 * Addresses that open each app at a place. Nothing is fetched from them before a tap. `geo:` is RFC 5870, with the label
 * that Android's apps read from `q`; iPhones know Apple's own address instead.
 */
export function waysTo(to: LatLng, name: string): { app: WayApp; url: string }[] {
  const at = `${to.lat},${to.lng}`
  const urls: Record<WayApp, string> = {
    phone: `geo:${at}?q=${at}(${encodeURIComponent(name)})`,
    apple: `https://maps.apple.com/?daddr=${at}&q=${encodeURIComponent(name)}`,
    google: `https://www.google.com/maps/dir/?api=1&destination=${encodeURIComponent(at)}`,
    osm: directionsUrl(to),
  }
  return WAY_APPS.map((app) => ({ app, url: urls[app] }))
}

/** The way there on OpenStreetMap, from wherever the person says they are. */
export function directionsUrl({ lat, lng }: LatLng): string {
  return `https://www.openstreetmap.org/directions?route=%3B${lat}%2C${lng}#map=16/${lat}/${lng}`
}
