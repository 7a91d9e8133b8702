import type { Actor } from '@/lib/accounts/schema'
import { notBlocked } from '@/lib/blocks/queries'
import { db } from '@/lib/db'
import { metresFrom, type PointColumns } from '@/lib/map/queries'
import { metBy } from '@/lib/meetings/queries'
import { leftOf, sayable, slotOf } from '@/lib/presence/halfdays/rules'
import type { HalfDay } from '@/lib/presence/halfdays/schema'
import type { Slot } from '@/lib/presence/halfdays/terms'
import { firstName } from '@/lib/rsvps/rules'
import { slugify } from '@/lib/slug'
import { isClosedThroughout } from '@/lib/spaces/hours/rules'
import { Prisma } from '@/prisma/client/client'
import { WORK_PLACES } from './schema'

const { sql } = Prisma

/** Names are told to those who live at most this far from the place. Metres. */
const NEAR = 40_000

type Viewer = Pick<Actor, 'id'> | null

/** Half a day at a place, and how many said that they are there: no more than anybody may know. */
interface Row extends HalfDay {
  spaceId: string
  timeZone: string
  count: number
}

/** A half-day at a place, as somebody may know it. */
export interface Working {
  slot: Slot
  /** How many said that they are there, the reader and those without a name included. */
  count: number
  /** First names of those who may be named to the reader; people they met come first. */
  names: string[]
  /** How many of these the reader has met. */
  met: number
}

/**
 * SQL expression of a row of `spaces`: how many said that they are there in the next half-day in which anybody is. The
 * same for everybody.
 */
export const workingSoon = (now: Date): Prisma.Sql => sql`(
  SELECT count(*)::int FROM presences WHERE presences.space_id = spaces.id AND presences.ends_at = (
    SELECT min(soon.ends_at) FROM presences AS soon WHERE soon.space_id = spaces.id AND soon.ends_at > ${now}))`

function rowsAt(spaceIds: string[], now: Date): Promise<Row[]> {
  return db.$queryRaw<Row[]>`
    SELECT space_id AS "spaceId", day::text AS day, half::text AS half, time_zone AS "timeZone", count(*)::int AS count
    FROM presences JOIN spaces ON spaces.id = space_id
    WHERE space_id = ANY(${spaceIds}::uuid[]) AND ends_at > ${now}
    GROUP BY space_id, day, half, time_zone ORDER BY space_id, day, presences.half`
}

interface Named extends HalfDay {
  spaceId: string
  id: string
  name: string
}

const home: PointColumns = { lat: sql`me.cell_lat`, lng: sql`me.cell_lng` }

/**
 * Those whom a reader may know by name at these places: people who let members see them, neither of the two having
 * blocked the other, where the reader lives near the place or said that they are there in the same half-day.
 */
function namedAt(spaceIds: string[], viewer: Pick<Actor, 'id'>, now: Date): Promise<Named[]> {
  const way = metresFrom(home, { lat: sql`spaces.lat`, lng: sql`spaces.lng` })
  return db.$queryRaw<Named[]>`
    SELECT presences.space_id AS "spaceId", presences.day::text AS day, presences.half::text AS half, them.id, them.name
    FROM presences
    JOIN spaces ON spaces.id = presences.space_id
    JOIN freelancers AS them ON them.id = presences.freelancer_id
    JOIN freelancers AS me ON me.id = ${viewer.id}::uuid
    WHERE presences.space_id = ANY(${spaceIds}::uuid[]) AND presences.ends_at > ${now}
      AND them.id <> me.id AND them.visibility = 'members' AND ${notBlocked(sql`them.id`, sql`me.id`)}
      AND (${way} <= ${NEAR} OR EXISTS (
        SELECT FROM presences AS mine WHERE mine.freelancer_id = me.id AND mine.space_id = presences.space_id
          AND mine.day = presences.day AND mine.half = presences.half))
    ORDER BY lower(them.name), them.id`
}

/** Who is to be named at which half-day, and whom of them the reader has met. */
async function companyAt(rows: Row[], viewer: Viewer, now: Date) {
  const ids = [...new Set(rows.map(({ spaceId }) => spaceId))]
  const named = viewer && ids.length > 0 ? await namedAt(ids, viewer, now) : []
  const met = new Set(viewer && named.length > 0 ? (await metBy(viewer.id, { now })).map(({ id }) => id) : [])
  return ({ spaceId, day, half }: HalfDay & { spaceId: string }) => {
    const here = named.filter((one) => one.spaceId === spaceId && one.day === day && one.half === half)
    const known = here.filter(({ id }) => met.has(id))
    const others = here.filter(({ id }) => !met.has(id))
    return { names: [...known, ...others].map(({ name }) => firstName(name)), met: known.length }
  }
}

/** For each place at which anybody said that they are: the next half-day in which they are, by the place's id. */
export async function workingAt(
  spaceIds: string[],
  viewer: Viewer,
  now: Date,
): Promise<Record<string, Working>> {
  const rows = spaceIds.length > 0 ? await rowsAt(spaceIds, now) : []
  const soonest = rows.filter(({ spaceId }, i) => rows.findIndex((other) => other.spaceId === spaceId) === i)
  const company = await companyAt(soonest, viewer, now)
  return Object.fromEntries(
    soonest.map((row) => [
      row.spaceId,
      { slot: slotOf(row, now, row.timeZone), count: row.count, ...company(row) },
    ]),
  )
}

/** A half-day that may be said of a place, and who is there. */
export interface PlaceHalfDay extends HalfDay, Working {
  /** The reader said that they are there. */
  mine: boolean
  /** Where the reader said that they are instead. */
  elsewhere: string | null
  /** The place is known to be closed for all that is left of it. */
  closed: boolean
}

interface Place {
  id: string
  kind: string
  openingHours: string | null
  timeZone: string
  lat: number
  lng: number
  country: string
  closedOn: Date | null
}

/** What a place's page says of working there; null where nobody can say that they do. */
export async function workingHere(space: Place, viewer: Viewer, now: Date) {
  if (space.closedOn || !WORK_PLACES.some((kind) => kind === space.kind)) return null
  const [rows, said, hidden] = await Promise.all([
    rowsAt([space.id], now),
    viewer ? saidBy(viewer, now) : [],
    viewer ? isHidden(viewer) : false,
  ])
  const company = await companyAt(rows, viewer, now)
  const halfDays = sayable(now, space.timeZone).map((halfDay): PlaceHalfDay => {
    const is = ({ day, half }: HalfDay) => day === halfDay.day && half === halfDay.half
    const left = leftOf(halfDay, space.timeZone, now)
    const own = said.find(is)
    return {
      ...halfDay,
      slot: slotOf(halfDay, now, space.timeZone),
      count: rows.find(is)?.count ?? 0,
      ...company({ ...halfDay, spaceId: space.id }),
      mine: own?.space.id === space.id,
      elsewhere: own && own.space.id !== space.id ? own.space.name : null,
      closed: isClosedThroughout(space.openingHours, space.timeZone, left, space),
    }
  })
  return { halfDays, hidden }
}

export type WorkingHere = NonNullable<Awaited<ReturnType<typeof workingHere>>>

async function isHidden({ id }: Pick<Actor, 'id'>): Promise<boolean> {
  const select = { visibility: true } as const
  return (await db.freelancer.findUniqueOrThrow({ where: { id }, select })).visibility === 'hidden'
}

async function saidBy({ id }: Pick<Actor, 'id'>, now: Date) {
  const rows = await db.presence.findMany({
    where: { freelancerId: id, endsAt: { gt: now } },
    orderBy: [{ endsAt: 'asc' }, { day: 'asc' }],
    select: {
      ...{ day: true, half: true },
      space: { select: { id: true, name: true, city: true, timeZone: true } },
    },
  })
  return rows.map(({ day, ...row }) => ({ ...row, day: day.toISOString().slice(0, 10) }))
}

/** The half-days that somebody said, soonest first, and who else is there. */
export async function myPresences(actor: Pick<Actor, 'id'>, now: Date) {
  const said = await saidBy(actor, now)
  const rows = await rowsAt(
    said.map(({ space }) => space.id),
    now,
  )
  const company = await companyAt(rows, actor, now)
  return said.map(({ day, half, space }) => {
    const row = rows.find((one) => one.spaceId === space.id && one.day === day && one.half === half)
    return {
      ...{ day, half, slot: slotOf({ day, half }, now, space.timeZone) },
      space: { id: space.id, name: space.name, city: space.city, slug: slugify(space.name) },
      count: row?.count ?? 1,
      ...company({ day, half, spaceId: space.id }),
    }
  })
}

export type MyPresence = Awaited<ReturnType<typeof myPresences>>[number]
