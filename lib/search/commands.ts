import { type Geocoding, geocode } from '@/lib/geocoding/commands'
import { geocoder } from '@/lib/geocoding/queries'
import type { Found } from '@/lib/geocoding/schema'
import { type Asked, searchOurs } from './queries'
import { addressLikeness, grouped } from './rules'
import type { Hit, Results } from './schema'

type Options = {
  /** Ask a geocoder for what we do not know. Without, the answer is ours alone, and says whether one might know more. */
  addresses: boolean
  wait: Geocoding['wait']
}

/**
 * Everything that a text may mean. A geocoder's answers are remembered, which is why this is a command; it is asked after
 * our own tables and for what they do not know, and the answer comes without it where it fails.
 */
export async function search(asked: Asked, { addresses, wait }: Options): Promise<Results> {
  const { found, ask } = await searchOurs(asked)
  const service = geocoder()
  if (!ask || !addresses || !service) return { groups: grouped(found), ask, attribution: null }
  const { text, language, near, typing, now } = asked
  const places = await geocode({ text, language, near, typing }, { geocoder: service, now, wait })
  // Its towns are no news where we know one.
  const news = places.filter(({ kind }) => kind !== 'town' || found.town.hits.length === 0)
  const address = { likeness: addressLikeness(text), hits: news.map(addressHit) }
  return {
    groups: grouped({ ...found, address }),
    ask: false,
    attribution: news.length > 0 ? service.attribution : null,
  }
}

const addressHit = ({ label, context, lat, lng }: Found, at: number): Hit => ({
  ...{ type: 'address', id: `address-${at}`, title: label, note: context, lat, lng },
})
