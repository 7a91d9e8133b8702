import { wishCell } from '@/lib/wishes/rules'
import { type WishKind, WORKING_WEEK } from '@/lib/wishes/terms'
import type { Person } from './people'
import type { TownKey } from './towns'

const DAY = 86_400_000

/** Where nothing is on yet, and who from the next town would come. */
const PLACES: { lat: number; lng: number; from: TownKey; count: number; kinds: WishKind[] }[] = [
  // Fayence
  { lat: 43.6236, lng: 6.695, from: 'grasse', count: 2, kinds: ['open_coffee'] },
  // Draguignan
  { lat: 43.5366, lng: 6.4645, from: 'toulon', count: 4, kinds: [] },
]

/** A few people of the demo say "I'd come" in towns without outings. Demo wishes draft nothing: nobody reads those mails. */
export function wishRows(now: Date, people: Person[]) {
  return PLACES.flatMap(({ lat, lng, from, count, kinds }) => {
    const cell = wishCell({ lat, lng })
    const neighbours = people.filter(({ town }) => town === from).slice(-count)
    return neighbours.map(({ id }, i) => ({
      freelancerId: id,
      ...{ cellLat: cell.lat, cellLng: cell.lng, kinds, halfDays: WORKING_WEEK },
      wishedAt: new Date(now.getTime() - (i + 1) * 3 * DAY),
    }))
  })
}
