import type { SpaceKind } from '@/lib/spaces/schema'

/** A place as search engines take it (https://schema.org/LocalBusiness and its kin). */
export interface ListedSpace {
  kind: SpaceKind
  name: string
  description: string
  lat: number
  lng: number
  street: string
  postcode: string
  city: string
  country: string
  website: string | null
  phone: string | null
}

const types: Record<SpaceKind, string> = {
  coworking: 'LocalBusiness',
  third_place: 'LocalBusiness',
  cafe: 'CafeOrCoffeeShop',
  library: 'Library',
  home_table: 'Place',
}

/** JSON-LD of a space whose page is at `url`. */
export function spaceStructuredData(space: ListedSpace, url: string): object {
  return {
    '@context': 'https://schema.org',
    '@type': types[space.kind],
    '@id': url,
    url,
    name: space.name,
    ...(space.description && { description: space.description }),
    address: {
      '@type': 'PostalAddress',
      streetAddress: space.street,
      postalCode: space.postcode,
      addressLocality: space.city,
      ...(space.country && { addressCountry: space.country }),
    },
    geo: { '@type': 'GeoCoordinates', latitude: space.lat, longitude: space.lng },
    ...(space.website && { sameAs: space.website }),
    ...(space.phone && { telephone: space.phone }),
  }
}
