import type { Actor } from '@/lib/accounts/schema'
import { findEvents } from '@/lib/events/queries'
import { boxAround } from '@/lib/geo/bbox'
import { timeZoneAt } from '@/lib/geo/zone'
import { NO_FILTERS } from '@/lib/map/rules'
import { findSpaces } from '@/lib/spaces/queries'
import type { Town } from '@/lib/towns/rules'
import { townBySlug } from '@/lib/towns/slugs/queries'
import { wishesHere } from '@/lib/wishes/queries'

/** What belongs to a town: so far from its middle. Metres. */
const NEAR = 10_000
/** Cards of a kind. */
const SHOWN = 12

/** Everything a town's page says; null when there is no such town. */
export async function townPage(slug: string, viewer: Pick<Actor, 'id'> | null, now: Date) {
  const town = await townBySlug(slug)
  if (!town) return null
  const page = {
    bbox: boxAround(town, NEAR),
    filters: NO_FILTERS,
    ...{ now, near: town, timeZone: timeZoneAt(town), limit: SHOWN * 2 },
  }
  const [{ events }, { spaces }, wishes] = await Promise.all([
    findEvents(page),
    findSpaces(page),
    wishesHere(town, viewer, now),
  ])
  const near = <T extends { distance: number | null }>(cards: T[]) =>
    cards.filter(({ distance }) => distance !== null && distance <= NEAR).slice(0, SHOWN)
  return { town: placeOf(town), events: near(events), spaces: near(spaces), wishes }
}

const placeOf = ({ name, region, country, lat, lng }: Town) => ({ name, region, country, lat, lng })

export type TownPage = NonNullable<Awaited<ReturnType<typeof townPage>>>
