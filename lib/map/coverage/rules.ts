import { distance } from '@/lib/geo/distance'
import type { LatLng } from '@/lib/geo/types'
import { slugify } from '@/lib/slug'
import type { Town } from '@/lib/towns/rules'
import type { Covered } from './queries'

/** A French département, or a country: what towns are listed under. */
export type Area = {
  /** "alpes-maritimes", "gb": no département has two letters. */
  key: string
  /** Empty outside France: then the country names it. */
  region: string
  /** ISO 3166-1 alpha-2. */
  country: string
  towns: number
  counts: { spaces: number; events: number }
  /** Its towns with the most to come to, most first. */
  greatest: Covered[]
}

/** Towns named on the page of all areas. */
const NAMED = 5

const areaOf = ({ region, country }: Town) => slugify(region || country)

const much = ({ spaces, events }: Covered) => spaces + events

/** The areas of some towns: départements first, then countries, each by its key. */
export function areasOf(covered: Covered[]): Area[] {
  return [...Map.groupBy(covered, ({ town }) => areaOf(town))]
    .map(([key, towns]) => ({
      key,
      region: towns[0]?.town.region ?? '',
      country: towns[0]?.town.country ?? '',
      towns: towns.length,
      counts: {
        spaces: towns.reduce((sum, { spaces }) => sum + spaces, 0),
        events: towns.reduce((sum, { events }) => sum + events, 0),
      },
      greatest: towns
        .toSorted((a, b) => much(b) - much(a) || b.town.population - a.town.population)
        .slice(0, NAMED),
    }))
    .sort((a, b) => Number(b.region !== '') - Number(a.region !== '') || (a.key < b.key ? -1 : 1))
}

/** A page of an area's towns by the order of their slugs, from after `cursor` (a slug) on; `next` is null at the end. */
export function townsOfArea(
  covered: Covered[],
  { area, cursor, limit }: { area: string; cursor: string | null; limit: number },
): { towns: Covered[]; next: string | null } {
  const all = covered.filter(({ town, slug }) => areaOf(town) === area && (cursor === null || slug > cursor))
  const towns = all.slice(0, limit)
  return { towns, next: all.length > limit ? (towns.at(-1)?.slug ?? null) : null }
}

/** Another town with something on the map, and how far it is in metres. */
export type Neighbour = Covered & { distance: number }

/** Metres, and how many: further away, one looks at the map. */
const NEIGHBOURLY = 60_000
const NEIGHBOURS = 8

export const isNear = ({ distance }: Pick<Neighbour, 'distance'>) => distance <= NEIGHBOURLY

/** The nearest other towns with something on the map; where none is near, the one nearest of all. */
export function neighboursOf(covered: Covered[], at: LatLng, slug: string): Neighbour[] {
  const all = covered
    .filter((other) => other.slug !== slug)
    .map((other) => ({ ...other, distance: distance(at, other.town) }))
    .sort((a, b) => a.distance - b.distance)
  const near = all.filter(isNear)
  return near.length > 0 ? near.slice(0, NEIGHBOURS) : all.slice(0, 1)
}
