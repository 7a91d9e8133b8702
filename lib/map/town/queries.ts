import type { Actor } from '@/lib/accounts/schema'
import { db } from '@/lib/db'
import { eventCards } from '@/lib/events/cards/queries'
import { boxAround } from '@/lib/geo/bbox'
import type { LatLng } from '@/lib/geo/types'
import { timeZoneAt } from '@/lib/geo/zone'
import { notAtHome } from '@/lib/homes/queries'
import { coverage } from '@/lib/map/coverage/queries'
import { neighboursOf } from '@/lib/map/coverage/rules'
import { soughtOnce, soughtPeople } from '@/lib/map/filters/queries'
import { columns, inBox, metresFrom } from '@/lib/map/queries'
import { NO_FILTERS } from '@/lib/map/rules'
import { findSpaces } from '@/lib/spaces/queries'
import { SPACE_KINDS } from '@/lib/spaces/terms'
import type { Town } from '@/lib/towns/rules'
import { townBySlug } from '@/lib/towns/slugs/queries'
import { wishesHere } from '@/lib/wishes/queries'
import { Prisma } from '@/prisma/client/client'

/** What belongs to a town: so far from its middle. Metres. */
const NEAR = 10_000
/** Cards on a page. */
const EVENTS = 6
const SPACES = 24
/** Days of "soon". */
const SOON = 30

/** Homes are on the map for whoever looks there: a page that search engines keep does not lead to one. */
const PUBLIC_KINDS = SPACE_KINDS.filter((kind) => kind !== 'home_table')

const { sql } = Prisma

/** What there is within ten kilometres, as numbers. */
export type TownCounts = {
  spaces: number
  /** To come, each series once. */
  events: number
  /** Open coffees of the next thirty days, each date for itself. */
  coffees: number
  /** Freelancers who let themselves be counted. */
  people: number
}

type Asked = { town: LatLng; bbox: ReturnType<typeof boxAround>; now: Date; timeZone: string }

/** SQL condition: no further from the town's middle than what belongs to it. */
const near = (at: (typeof columns)[keyof typeof columns], town: LatLng) =>
  sql`${metresFrom(at, town)} <= ${NEAR}::float8`

/** Outings to come that everybody may be led to. */
const outings = ({ town, ...asked }: Asked) =>
  sql`${soughtOnce({ ...asked, filters: NO_FILTERS })} AND ${notAtHome} AND ${near(columns.events, town)}`

/** Everything a town's page says, in a handful of queries however much there is; null when there is no such town. */
export async function townPage(
  slug: string,
  viewer: Pick<Actor, 'id'> | null,
  now: Date,
  cursor: string | null = null,
) {
  const town = await townBySlug(slug)
  if (!town) return null
  const asked = { town, bbox: boxAround(town, NEAR), now, timeZone: timeZoneAt(town) }
  const filters = { ...NO_FILTERS, kinds: [...PUBLIC_KINDS] }
  const [{ events }, { spaces, next }, counts, wishes, covered] = await Promise.all([
    eventCards(outings(asked), { near: town, limit: EVENTS }),
    findSpaces({ ...asked, filters, near: town, within: NEAR, limit: SPACES, cursor }),
    countsOf(asked),
    wishesHere(town, viewer, now),
    coverage(now),
  ])
  const neighbours = neighboursOf(covered, town, slug)
  return { town: placeOf(town), events, spaces, next, counts, wishes, neighbours }
}

/** What a town's share card and its description say; null when there is no such town. */
export async function townBrief(slug: string, now: Date) {
  const town = await townBySlug(slug)
  if (!town) return null
  const asked = { town, bbox: boxAround(town, NEAR), now, timeZone: timeZoneAt(town) }
  return { town: placeOf(town), counts: await countsOf(asked) }
}

async function countsOf(asked: Asked): Promise<TownCounts> {
  const { town, bbox, now } = asked
  const soon = new Date(now.getTime() + SOON * 86_400_000)
  const [counts] = await db.$queryRaw<TownCounts[]>`
    SELECT
      (SELECT count(*)::int FROM spaces WHERE ${inBox(columns.spaces, bbox)} AND closed_on IS NULL
        AND kind <> 'home_table' AND ${near(columns.spaces, town)}) AS spaces,
      (SELECT count(*)::int FROM events WHERE ${outings(asked)}) AS events,
      (SELECT count(*)::int FROM events WHERE status = 'published' AND NOT unlisted AND kind = 'open_coffee'
        AND ends_at > ${now} AND starts_at < ${soon} AND lat IS NOT NULL AND ${inBox(columns.events, bbox)}
        AND ${near(columns.events, town)}) AS coffees,
      (SELECT count(*)::int FROM freelancers WHERE ${soughtPeople(bbox)} AND ${near(columns.freelancers, town)}) AS people`
  return counts ?? { spaces: 0, events: 0, coffees: 0, people: 0 }
}

const placeOf = ({ name, postcode, region, country, lat, lng }: Town) => ({
  ...{ name, postcode, region, country, lat, lng },
})

export type TownPage = NonNullable<Awaited<ReturnType<typeof townPage>>>
