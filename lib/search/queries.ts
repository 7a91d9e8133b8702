import { type RankedEvent, searchEvents } from '@/lib/events/search/queries'
import type { LatLng } from '@/lib/geo/types'
import { timeZoneAt } from '@/lib/geo/zone'
import { geocoder } from '@/lib/geocoding/queries'
import type { Locale } from '@/lib/i18n/routing'
import { DEFAULT_VIEW } from '@/lib/map/rules'
import type { Forgiven } from '@/lib/search/words/queries'
import { slugify } from '@/lib/slug'
import { type RankedSpace, searchSpaces } from '@/lib/spaces/search/queries'
import { searchTowns } from '@/lib/towns/queries'
import type { Town } from '@/lib/towns/rules'
import { isUnknown, townLikeness } from './rules'
import type { Hit, HitType } from './schema'

export type Asked = {
  text: string
  near: LatLng | null
  language: Locale
  viewerId: string | null
  now: Date
  /** More letters may follow. */
  typing: boolean
}

export type Ours = {
  found: Record<HitType, { likeness: number; hits: Hit[] }>
  /** Is a geocoder worth asking, and may it be? */
  ask: boolean
}

/** The most of each kind: a list that fits a phone above its keyboard, or a page. */
const WHILE_TYPING = 4
const ON_A_PAGE = 8
/** From here on a town is spelt out, if only among other words; and from here on there are none. */
const NAMED = 0.75
const WHOLE = 1.3

/** What our own tables and the packaged gazetteer know of a text. Nobody else is asked. */
export async function searchOurs({ text, near, language, viewerId, now, typing }: Asked): Promise<Ours> {
  const limit = typing ? WHILE_TYPING : ON_A_PAGE
  const page = { now, limit, near }
  const timeZone = timeZoneAt(near ?? DEFAULT_VIEW)
  const things = (slips: Forgiven) =>
    Promise.all([
      searchSpaces(text, { ...page, slips }),
      searchEvents(text, { ...page, viewerId, timeZone, slips }),
    ])
  const [strict, towns] = await Promise.all([
    searchTowns(text, { limit: 1 }),
    searchTowns(text, { limit, near, loosely: true }),
  ])
  const named = towns[0] ? townLikeness(text, towns[0].name, strict.length > 0) : 0
  // The whole name of a town is no slip of something else's.
  const known = await things(named >= WHOLE ? 'nowhere' : 'at hand')
  // Slips are looked for everywhere only in what is nobody's name: that reads much.
  const isKnown = named >= NAMED || known.some((some) => some.length > 0)
  const [spaces, events] = isKnown ? known : await things('elsewhere')
  const likeness = Math.max(0, ...spaces.map((one) => one.likeness), ...events.map((one) => one.likeness))
  const service = geocoder()
  return {
    found: {
      town: {
        likeness: named,
        hits: towns.map((town) => townHit(town, language)),
      },
      address: { likeness: 0, hits: [] },
      space: { likeness: spaces[0]?.likeness ?? 0, hits: spaces.map(spaceHit) },
      event: { likeness: events[0]?.likeness ?? 0, hits: events.map(eventHit) },
    },
    ask:
      service !== null &&
      (service.typing || !typing) &&
      isUnknown(text, { town: strict.length > 0, likeness }),
  }
}

const parts = (...words: (string | null)[]) => words.filter(Boolean).join(', ')

function townHit({ id, name, postcode, region, country, lat, lng }: Town, language: Locale): Hit {
  const abroad =
    country === 'FR' ? '' : (new Intl.DisplayNames(language, { type: 'region' }).of(country) ?? country)
  const note = parts([postcode, region].filter(Boolean).join(' '), abroad)
  return { type: 'town', id, title: name, note, lat, lng }
}

function spaceHit({ id, name, street, city, kind, lat, lng }: RankedSpace): Hit {
  const href = `/spaces/${id}/${slugify(name)}`
  return { type: 'space', id, title: name, note: parts(street, city), kind, href, lat, lng }
}

function eventHit({ id, title, slug, placeName, city, ...event }: RankedEvent): Hit {
  const { kind, lat, lng, startsAt, endsAt, timeZone } = event
  const [href, note] = [`/events/${id}/${slug}`, parts(placeName, city)]
  return { type: 'event', id, title, note, kind, href, lat, lng, startsAt, endsAt, timeZone }
}
