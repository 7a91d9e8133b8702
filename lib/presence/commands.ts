import type { Actor } from '@/lib/accounts/schema'
import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { takeToken } from '@/lib/limits/commands'
import { isSayable, leftOf } from '@/lib/presence/halfdays/rules'
import type { HalfDay } from '@/lib/presence/halfdays/schema'
import { ok, type Result, refuse } from '@/lib/result'
import { isClosedThroughout } from '@/lib/spaces/hours/rules'
import { WORK_PLACES, type WorkHereInput } from './schema'

/** Whoever is at a place reads who else is: saying so everywhere is no way to look around. */
const SAID_A_DAY = { limit: 20, windowSeconds: 24 * 3600 }

export type PresenceRefusal = 'place_unknown' | 'presence_when' | 'presence_closed' | 'too_many_presences'

/** Milliseconds. */
const DAY = 86_400_000

/** A day as PostgreSQL's `date`. */
const dateOf = (day: string) => new Date(`${day}T00:00:00Z`)

/** "I work here", for half a day that is on or near. One place at a time: saying another one moves it. */
export async function workHere(
  actor: Actor,
  { spaceId, day, half }: WorkHereInput,
): Promise<Result<undefined, PresenceRefusal>> {
  const space = await db.space.findFirst({
    where: { id: spaceId, closedOn: null, kind: { in: [...WORK_PLACES] } },
    select: { openingHours: true, timeZone: true, lat: true, lng: true, country: true },
  })
  if (!space) return refuse('place_unknown')
  const at = now()
  if (!isSayable({ day, half }, at, space.timeZone)) return refuse('presence_when')
  const left = leftOf({ day, half }, space.timeZone, at)
  if (isClosedThroughout(space.openingHours, space.timeZone, left, space)) return refuse('presence_closed')
  if (!(await takeToken('presence', actor.id, SAID_A_DAY, at))) return refuse('too_many_presences')
  const key = { freelancerId: actor.id, day: dateOf(day), half }
  await db.presence.upsert({
    where: { freelancerId_day_half: key },
    create: { ...key, spaceId, endsAt: left.to },
    update: { spaceId, endsAt: left.to },
    select: { spaceId: true },
  })
  return ok()
}

/** Takes a half-day back, wherever it was to be. Once more changes nothing. */
export async function takeBack(actor: Actor, { day, half }: HalfDay): Promise<Result> {
  await db.presence.deleteMany({ where: { freelancerId: actor.id, day: dateOf(day), half } })
  return ok()
}

/** Forgets everything that somebody said of where they work, client days included. */
export async function forgetDays(actor: Actor): Promise<Result> {
  const own = { where: { freelancerId: actor.id } }
  await db.$transaction([db.presence.deleteMany(own), db.clientDay.deleteMany(own)])
  return ok()
}

/** Days for which a place remembers how many came. */
const REMEMBERED = 90

/** Forgets who was where in half-days that are over: the place keeps their number. Answers how many. */
export async function forgetPast(at: Date): Promise<number> {
  const [{ count } = { count: 0 }] = await db.$queryRaw<{ count: number }[]>`
    WITH over AS (DELETE FROM presences WHERE ends_at <= ${at} RETURNING space_id, day),
    counted AS (
      INSERT INTO space_visits (space_id, day, half_days)
      SELECT space_id, day, count(*) FROM over GROUP BY space_id, day
      ON CONFLICT (space_id, day) DO UPDATE SET half_days = space_visits.half_days + excluded.half_days)
    SELECT count(*)::int AS count FROM over`
  await db.spaceVisits.deleteMany({ where: { day: { lt: new Date(at.getTime() - REMEMBERED * DAY) } } })
  return count
}
