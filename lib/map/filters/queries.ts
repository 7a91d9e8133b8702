import { notBlocked } from '@/lib/blocks/queries'
import { db } from '@/lib/db'
import { EVENT_KINDS } from '@/lib/events/kinds/terms'
import { LONGEST } from '@/lib/events/times/rules'
import type { BBox } from '@/lib/geo/types'
import { momentsOf, whenRange } from '@/lib/map/moments/rules'
import { columns, every, inBox, within } from '@/lib/map/queries'
import type { Filters } from '@/lib/map/terms'
import { isOpen } from '@/lib/spaces/hours/rules'
import { SPACE_KINDS } from '@/lib/spaces/terms'
import { Prisma } from '@/prisma/client/client'

/** What the list and the tiles ask for alike. The filters hold for both, so they are written here and nowhere else. */
export type Sought = {
  bbox: BBox
  filters: Filters
  now: Date
  /** IANA zone in which days are meant: that of the place looked at. */
  timeZone: string
  /** Who looks, if that is known: tiles are the same for everybody. */
  viewerId?: string | null
}

/** Hours of a day at a place that counts by the hour. */
const DAY_HOURS = 8

/**
 * SQL condition on `spaces`: in the box, as the filters want, and not closed for good. An unknown fact is not a yes.
 */
export async function soughtSpaces({ bbox, filters, now }: Omit<Sought, 'timeZone'>): Promise<Prisma.Sql> {
  const kinds = filters.kinds.filter((kind) => (SPACE_KINDS as readonly string[]).includes(kind))
  const conditions = [inBox(columns.spaces, bbox), Prisma.sql`spaces.closed_on IS NULL`, ...facts(filters)]
  if (kinds.length > 0) conditions.push(Prisma.sql`spaces.kind = ANY(${kinds}::space_kind[])`)
  if (filters.free) conditions.push(FACTS.free)
  if (filters.trial) conditions.push(FACTS.trial)
  if (filters.maxPrice !== null) conditions.push(Prisma.sql`${COST} <= ${filters.maxPrice * 100}::int`)
  if (momentsOf(filters, now, 'UTC').length > 0)
    conditions.push(await openIn(every(conditions), filters, now))
  return every(conditions)
}

type SoughtEvents = Omit<Sought, 'bbox'> & { bbox: BBox | null }

/**
 * SQL condition on `events`: published, not over, in the box (null: anywhere, online too), and as the filters want.
 * Wifi, quiet and the like are facts of the space an event takes place in; open at some time is what goes on then.
 */
export const soughtEvents = (sought: SoughtEvents): Prisma.Sql => eventsAs(Prisma.sql`events`, sought)

/** The same with only the soonest date of each series: on a map and in a list of what is around, once is enough. */
export const soughtOnce = (sought: SoughtEvents): Prisma.Sql =>
  Prisma.sql`${soughtEvents(sought)} AND ${soonest(sought)}`

/**
 * SQL condition on `events`: no sooner date of its series is sought. For each row by itself (OFFSET 0), by the index of
 * series: a join of all in a box with all in it takes the square of them.
 */
export const soonest = (sought: SoughtEvents): Prisma.Sql => Prisma.sql`NOT EXISTS (
  SELECT FROM events AS sooner WHERE sooner.series_id = events.series_id
    AND (sooner.starts_at, sooner.id) < (events.starts_at, events.id)
    AND ${eventsAs(Prisma.sql`sooner`, sought, within)} OFFSET 0)`

/** `name` is what the query calls the table, `inside` how it asks for a box. */
function eventsAs(
  name: Prisma.Sql,
  { bbox, filters, now, timeZone, viewerId }: SoughtEvents,
  inside: typeof inBox = inBox,
): Prisma.Sql {
  const kinds = filters.kinds.filter((kind) => (EVENT_KINDS as readonly string[]).includes(kind))
  const { from, to } = whenRange(filters.when, now, timeZone)
  const conditions = [
    Prisma.sql`${name}.status = 'published'`,
    Prisma.sql`NOT ${name}.unlisted`,
    Prisma.sql`${name}.ends_at > ${from > now ? from : now}`,
    Prisma.sql`${name}.starts_at < ${to}`,
    // No other can still go on: lists by their start begin here, and not with the first event there ever was.
    Prisma.sql`${name}.starts_at >= ${new Date((from > now ? from : now).getTime() - LONGEST)}`,
  ]
  const at = { lat: Prisma.sql`${name}.lat`, lng: Prisma.sql`${name}.lng` }
  // Said outright, because the spatial index holds only rows with a position.
  if (bbox) conditions.push(Prisma.sql`${name}.lat IS NOT NULL`, inside(at, bbox))
  if (kinds.length > 0) conditions.push(Prisma.sql`${name}.kind = ANY(${kinds}::event_kind[])`)
  // Prices of outings are words: only nothing is known to be little enough.
  if (filters.free || filters.maxPrice !== null) conditions.push(Prisma.sql`${name}.price IS NULL`)
  if (filters.gentle) conditions.push(Prisma.sql`${name}.gentle`)
  for (const moment of momentsOf(filters, now, timeZone))
    conditions.push(Prisma.sql`${name}.starts_at <= ${moment} AND ${name}.ends_at > ${moment}`)
  if (viewerId) conditions.push(openTo(viewerId, name))
  const where = facts(filters)
  if (where.length > 0)
    conditions.push(
      Prisma.sql`EXISTS (SELECT FROM spaces WHERE spaces.id = ${name}.space_id AND ${every(where)})`,
    )
  return every(conditions)
}

/** SQL condition on `events`: no home of somebody from whom the viewer is hidden. */
export const openTo = (viewerId: string, name = Prisma.sql`events`): Prisma.Sql =>
  Prisma.sql`(${name}.kind <> 'home_table' OR ${notBlocked(Prisma.sql`${name}.organizer_id`, Prisma.sql`${viewerId}::uuid`)})`

/** SQL condition on `freelancers`: in the box, and of their own will on the map. */
export function soughtPeople(bbox: BBox): Prisma.Sql {
  return every([
    Prisma.sql`freelancers.visibility = 'members'`,
    Prisma.sql`freelancers.cell_lat IS NOT NULL`,
    inBox(columns.freelancers, bbox),
  ])
}

/** SQL conditions on `spaces`: what each fact that is asked for by a yes means. An unknown fact is not one. */
export const FACTS = {
  wifi: Prisma.sql`spaces.internet IN ('wlan', 'yes')`,
  accessible: Prisma.sql`spaces.wheelchair IN ('yes', 'designated')`,
  sockets: Prisma.sql`spaces.sockets IN ('few', 'plenty')`,
  quiet: Prisma.sql`spaces.noise = 'quiet'`,
  calls: Prisma.sql`(spaces.calls_allowed OR spaces.phone_booths)`,
  free: Prisma.sql`spaces.fee IS FALSE`,
  trial: Prisma.sql`spaces.trial_day`,
}

/** Facts of a space that an outing there shares. */
function facts(filters: Filters): Prisma.Sql[] {
  const shared = ['wifi', 'accessible', 'sockets', 'quiet', 'calls'] as const
  return shared.filter((fact) => filters[fact]).map((fact) => FACTS[fact])
}

/** SQL expression of a row of `spaces`: the cents of its currency that a day costs; NULL when nobody says. */
export const COST = Prisma.sql`CASE WHEN spaces.fee IS FALSE THEN 0
  ELSE coalesce(spaces.price_day, spaces.price_hour * ${Prisma.raw(String(DAY_HOURS))}) END`

/**
 * SQL condition: open at each moment that the filters name. PostgreSQL does not read opening hours, so the few different
 * ones among the spaces meant are read here and those open then are asked for by name. Hours depend on the zone, and on the country for
 * its holidays; where the sun counts, on the tenth of a degree.
 */
async function openIn(spaces: Prisma.Sql, filters: Filters, now: Date): Promise<Prisma.Sql> {
  const groups = await db.$queryRaw<
    { hours: string; timeZone: string; country: string; lat: number | null; lng: number | null }[]
  >`SELECT opening_hours AS hours, time_zone AS "timeZone", country, ${SUN.lat} AS lat, ${SUN.lng} AS lng
    FROM spaces WHERE opening_hours IS NOT NULL AND ${spaces} GROUP BY 1, 2, 3, 4, 5`
  const open = groups.filter(({ hours, timeZone, country, lat, lng }) =>
    momentsOf(filters, now, timeZone).every((moment) =>
      isOpen(hours, timeZone, moment, { country, lat: lat ?? 0, lng: lng ?? 0 }),
    ),
  )
  return Prisma.sql`(spaces.opening_hours, spaces.time_zone, spaces.country, coalesce(${SUN.lat}, 0), coalesce(${SUN.lng}, 0))
    IN (SELECT * FROM unnest(
      ${open.map((group) => group.hours)}::text[],
      ${open.map((group) => group.timeZone)}::text[],
      ${open.map((group) => group.country)}::text[],
      ${open.map((group) => group.lat ?? 0)}::float8[],
      ${open.map((group) => group.lng ?? 0)}::float8[]))`
}

/** SQL expressions of a row of `spaces`: where its hours follow the sun, to a tenth of a degree; else NULL. */
const SUN = {
  lat: Prisma.sql`CASE WHEN spaces.opening_hours ~ 'sun|dawn|dusk' THEN round(spaces.lat::numeric, 1)::float8 END`,
  lng: Prisma.sql`CASE WHEN spaces.opening_hours ~ 'sun|dawn|dusk' THEN round(spaces.lng::numeric, 1)::float8 END`,
}
