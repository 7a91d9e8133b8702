import type { Actor } from '@/lib/accounts/schema'
import { notBlocked } from '@/lib/blocks/queries'
import { instantOf, lunchStarts } from '@/lib/coffees/halfdays/rules'
import { type OpenAt, openings, venuesNear } from '@/lib/coffees/places/queries'
import { choosePlace } from '@/lib/coffees/places/rules'
import { drawnTogether, keptApart } from '@/lib/coffees/rounds/queries'
import { db } from '@/lib/db'
import { timeZoneAt } from '@/lib/geo/zone'
import { metresFrom } from '@/lib/map/queries'
import type { Half } from '@/lib/presence/halfdays/terms'
import { Prisma } from '@/prisma/client/client'
import { LUNCH_KM, type Lunchgoer, lunchTables } from './rules'
import { WEEKDAYS } from './terms'

const { sql } = Prisma

/** Areas so near to each other are one for lunch. Metres, and degrees of latitude that hold them. */
const AREA = 2 * LUNCH_KM * 1000
const AREA_DEGREES = 0.046

/** Somebody's client day, and how many other people are there on that weekday. */
export interface MyClientDay {
  weekday: number
  half: Half
  area: string
  lat: number
  lng: number
  others: number
}

export async function myClientDays(actor: Pick<Actor, 'id'>): Promise<MyClientDay[]> {
  const wide = sql`${AREA_DEGREES}::float8 / cosd(mine.cell_lat)`
  return db.$queryRaw<MyClientDay[]>`
    SELECT weekday, half::text AS half, area, cell_lat AS lat, cell_lng AS lng, (
      SELECT count(DISTINCT theirs.freelancer_id)::int FROM client_days AS theirs
      WHERE theirs.weekday = mine.weekday AND theirs.freelancer_id <> mine.freelancer_id
        AND point(theirs.cell_lng, theirs.cell_lat) OPERATOR(pg_catalog.<@) box(
          point(mine.cell_lng - ${wide}, mine.cell_lat - ${AREA_DEGREES}::float8),
          point(mine.cell_lng + ${wide}, mine.cell_lat + ${AREA_DEGREES}::float8))
        AND ${metresFrom(cellOf(sql`theirs`), cellOf(sql`mine`))} <= ${AREA}::float8
        AND ${notBlocked(sql`theirs.freelancer_id`, sql`mine.freelancer_id`)}) AS others
    FROM client_days AS mine WHERE freelancer_id = ${actor.id}::uuid ORDER BY weekday, mine.half`
}

/** The cell of a row of `client_days`, by the name that the query calls it. */
const cellOf = (name: Prisma.Sql) => ({ lat: sql`${name}.cell_lat`, lng: sql`${name}.cell_lng` })

/** A lunch to propose: to whom, where, and when. */
export interface Lunch {
  freelancerIds: string[]
  spaceId: string
  /** IANA, of the place. */
  timeZone: string
  startsAt: Date
}

/** Minutes after midnight between which the place has to be open. */
const OPEN = { from: 12 * 60, minutes: 90 }

/**
 * The lunches of a week, told by its Monday (YYYY-MM-DD): people at a client's on the same weekday in areas near each
 * other, at a place that is known to be open then. The same until people or places change; nothing is written.
 */
export async function lunchesFor(week: string, now: Date): Promise<Lunch[]> {
  const people = await lunchgoers()
  const ids = [...new Set(people.map(({ id }) => id))]
  const [together, kept] = await Promise.all([drawnTogether(ids, week, 'lunch'), keptApart(ids)])
  const met = together.map(({ a, b, weeksAgo }): [string, string, number] => [a, b, weeksAgo])
  const apart = kept.map(({ a, b }): [string, string] => [a, b])
  const openAt = openings()
  const lunches: Lunch[] = []
  for (const weekday of WEEKDAYS) {
    const there = people.filter((person) => person.weekday === weekday)
    for (const table of lunchTables(there, { met, apart }, `${week} ${weekday}`)) {
      const seated = there.filter(({ id }) => table.includes(id))
      const lunch = await placed(seated, { week, weekday, now, openAt })
      if (!lunch) continue
      lunches.push(lunch)
      // Whom one has lunch with on Tuesday need not be the company of Thursday.
      met.push(...table.flatMap((a, i) => table.slice(i + 1).map((b): [string, string, number] => [a, b, 1])))
    }
  }
  return lunches
}

/** Everybody's client days, one a weekday: whoever has two has lunch after the morning's. Nobody reads the demo's mails. */
async function lunchgoers(): Promise<(Lunchgoer & { weekday: number })[]> {
  return db.$queryRaw<(Lunchgoer & { weekday: number })[]>`
    SELECT DISTINCT ON (freelancer_id, weekday) freelancer_id AS id, weekday, client_days.cell_lat AS lat,
      client_days.cell_lng AS lng, trade, interests,
      CASE WHEN cardinality(languages) = 0 THEN ARRAY[users.locale] ELSE languages END AS languages
    FROM client_days
    JOIN freelancers ON freelancers.id = freelancer_id
    JOIN users ON users.id = freelancer_id
    WHERE NOT demo ORDER BY freelancer_id, weekday, half`
}

interface When {
  week: string
  weekday: number
  now: Date
  openAt: OpenAt
}

async function placed(seated: Lunchgoer[], { week, weekday, now, openAt }: When): Promise<Lunch | null> {
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const middle = { lat: mean(seated.map(({ lat }) => lat)), lng: mean(seated.map(({ lng }) => lng)) }
  const timeZone = timeZoneAt(middle)
  const [startsAt] = lunchStarts(week, weekday, timeZone)
  if (!startsAt || startsAt <= now) return null
  const times = [instantOf(week, (weekday - 1) * 1440 + OPEN.from, timeZone)]
  const venues = await venuesNear(middle, AREA, { times, minutes: OPEN.minutes, openAt })
  const comers = seated.map(({ lat, lng }) => ({ lat, lng, reachKm: LUNCH_KM }))
  const place = choosePlace(
    comers,
    venues.filter(({ open }) => open[0] === true),
  )
  return place && { freelancerIds: seated.map(({ id }) => id), spaceId: place.id, timeZone, startsAt }
}
