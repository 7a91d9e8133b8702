import { knownPrices, type Prices } from '@/lib/spaces/prices/rules'
import type { Internet, Noise, Sockets, SpaceKind, Wheelchair } from '@/lib/spaces/schema'

/** A place as search engines take it (https://schema.org/LocalBusiness and its kin). */
export interface ListedSpace extends Prices {
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
  /** Seven days; times are minutes since midnight, an end past 1440 is after midnight. */
  week: { date: string; ranges: { from: number; to: number }[] }[] | null
  payment: string[]
  capacity: number | null
  languages: string[]
  closedOn: Date | null
  internet: Internet | null
  sockets: Sockets | null
  noise: Noise | null
  wheelchair: Wheelchair | null
  callsAllowed: boolean | null
  phoneBooths: boolean | null
  meetingRooms: boolean | null
  coffee: boolean | null
  outdoor: boolean | null
  airConditioning: boolean | null
  bikeParking: boolean | null
}

const types: Record<SpaceKind, string> = {
  coworking: 'LocalBusiness',
  third_place: 'LocalBusiness',
  cafe: 'CafeOrCoffeeShop',
  library: 'Library',
  home_table: 'Place',
}

/** JSON-LD of a space whose page is at `url`. What is unknown is left out. `images` are absolute addresses. */
export function spaceStructuredData(space: ListedSpace, url: string, images: string[]): object {
  return {
    '@context': 'https://schema.org',
    '@type': types[space.kind],
    '@id': url,
    url,
    name: space.name,
    ...(space.description && { description: space.description }),
    ...(images.length > 0 && { image: images }),
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
    ...(space.closedOn && { dissolutionDate: space.closedOn.toISOString().slice(0, 10) }),
    ...(space.week && { openingHoursSpecification: space.week.flatMap(hoursOf) }),
    ...paying(space),
    ...(space.capacity !== null && { maximumAttendeeCapacity: space.capacity }),
    ...(space.languages.length > 0 && { knowsLanguage: space.languages }),
    publicAccess: space.kind !== 'home_table',
    ...amenities(space),
  }
}

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

/** The hours of that very day, for holidays count; a closed day opens and closes at midnight, as Google reads it. */
function hoursOf({ date, ranges }: { date: string; ranges: { from: number; to: number }[] }): object[] {
  const day = {
    '@type': 'OpeningHoursSpecification',
    dayOfWeek: `https://schema.org/${DAYS[new Date(`${date}T12:00:00Z`).getUTCDay()]}`,
    validFrom: date,
    validThrough: date,
  }
  if (ranges.length === 0) return [{ ...day, opens: '00:00', closes: '00:00' }]
  return ranges.map(({ from, to }) => ({
    ...day,
    opens: clock(from),
    closes: to === 1440 ? '23:59' : clock(to),
  }))
}

function clock(minutes: number): string {
  const two = (number: number) => String(number).padStart(2, '0')
  return `${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}`
}

function paying(space: ListedSpace): object {
  const prices = knownPrices(space).map(({ unit, cents }) => `${cents / 100} ${space.currency}/${unit}`)
  return {
    ...(space.fee !== null && { isAccessibleForFree: !space.fee }),
    ...(prices.length > 0 && { priceRange: prices.join(', '), currenciesAccepted: space.currency }),
    ...(space.payment.length > 0 && { paymentAccepted: space.payment.join(', ') }),
  }
}

function amenities(space: ListedSpace): object {
  const { internet, sockets, noise, wheelchair } = space
  const known: [string, boolean | null][] = [
    ['Wi-Fi', internet && (internet === 'wlan' || internet === 'yes')],
    ['Power sockets', sockets && sockets !== 'none'],
    ['Quiet', noise && noise === 'quiet'],
    ['Wheelchair accessible', wheelchair && (wheelchair === 'yes' || wheelchair === 'designated')],
    ['Phone calls allowed', space.callsAllowed],
    ['Phone booths', space.phoneBooths],
    ['Meeting rooms', space.meetingRooms],
    ['Coffee', space.coffee],
    ['Outdoor seating', space.outdoor],
    ['Air conditioning', space.airConditioning],
    ['Bicycle parking', space.bikeParking],
  ]
  const features = known.flatMap(([name, value]) =>
    value === null ? [] : [{ '@type': 'LocationFeatureSpecification', name, value }],
  )
  return features.length > 0 ? { amenityFeature: features } : {}
}
