import type { SpaceFeature } from '@/lib/api/spaces/schema'
import { wrap } from '@/lib/geo/bbox'
import type { BBox, LatLng } from '@/lib/geo/types'
import type { EventFeature } from './schema'

/** RFC 7946 §12. */
export const GEOJSON = 'application/geo+json'

const ATTRIBUTION = '© OpenStreetMap contributors, ODbL'

/** GeoJSON puts the longitude first; six decimals are a tenth of a metre. */
export function pointOf({ lat, lng }: LatLng) {
  const rounded = (degrees: number) => Math.round(degrees * 1e6) / 1e6
  return { type: 'Point' as const, coordinates: [rounded(lng), rounded(lat)] as [number, number] }
}

/** The middle of a box, across the antimeridian too. */
export function middleOf({ west, south, east, north }: BBox): LatLng {
  const width = west <= east ? east - west : east - west + 360
  return { lat: (south + north) / 2, lng: wrap(west + width / 2) }
}

/** Address of the page after `url` (path and query as asked), on our own origin. Null at the end. */
export function nextPage(appUrl: string, url: string, cursor: string | null): string | null {
  if (cursor === null) return null
  const { pathname, searchParams } = new URL(url)
  searchParams.set('cursor', cursor)
  return `${appUrl}${pathname}?${searchParams}`
}

/** A page of features, with its next link (null: the last page). */
export function collection<T extends SpaceFeature | EventFeature>(features: T[], next: string | null) {
  return {
    type: 'FeatureCollection' as const,
    features,
    links: next ? [{ rel: 'next' as const, type: GEOJSON, href: next }] : [],
    attribution: ATTRIBUTION,
  }
}

/** The same link as a header (RFC 8288). */
export function linkHeader(next: string | null): Record<string, string> {
  return next ? { Link: `<${next}>; rel="next"` } : {}
}
