import type { Actor } from '@/lib/accounts/schema'
import { now } from '@/lib/clock'
import { db, type Transaction } from '@/lib/db'
import { lockHosted } from '@/lib/events/hosted/commands'
import { type ManageRefusal, manageRefusal } from '@/lib/events/policy'
import { enqueue } from '@/lib/jobs/commands'
import { takeToken } from '@/lib/limits/commands'
import { ok, type Result, refuse } from '@/lib/result'
import { mayGreet } from './policy'
import { greetedBy, ownGreeting } from './queries'
import {
  type GreeterInput,
  type GreeterRef,
  type GreetingAnswer,
  MOST_GREETERS,
  type ShyInput,
} from './schema'

/** Each request may be a mail. */
const ASKED_A_DAY = { limit: 20, windowSeconds: 24 * 3600 }

export type GreeterRefusal = ManageRefusal | 'greeter_unknown' | 'too_many_greeters' | 'too_many_requests'

/**
 * Names somebody who comes as a greeter, or says other words of one. Oneself agrees by it; anybody else is asked by mail,
 * and guests are told of them once they said yes.
 */
export async function nameGreeter(
  actor: Actor,
  { eventId, freelancerId, everyDate, recognise, meetAt }: GreeterInput,
): Promise<Result<undefined, GreeterRefusal>> {
  return db.$transaction(async (tx) => {
    const event = await lockHosted(tx, actor, eventId)
    const refusal = manageRefusal(actor, event, now())
    if (!event || refusal) return refuse(refusal ?? 'not_found')
    const rsvps = await tx.rsvp.findMany({
      where: { eventId, freelancerId },
      select: { freelancerId: true, status: true },
    })
    if (!mayGreet({ id: freelancerId }, { ...event, rsvps })) return refuse('greeter_unknown')
    const named = await tx.eventGreeter.findMany({ where: { eventId } })
    const before = named.find((greeter) => greeter.freelancerId === freelancerId)
    if (!before && named.length >= MOST_GREETERS) return refuse('too_many_greeters')
    const asks = !before && freelancerId !== actor.id
    if (asks && !(await takeToken('greeter', actor.id, ASKED_A_DAY, now())))
      return refuse('too_many_requests')
    const every = everyDate && event.seriesId !== null
    const agreedAt = freelancerId === actor.id ? now() : (before?.agreedAt ?? null)
    await tx.$executeRaw`
      INSERT INTO event_greeters (event_id, freelancer_id, recognise, meet_at, every_date, agreed_at, created_at)
      SELECT id, ${freelancerId}::uuid, ${recognise}, ${meetAt}, ${every}, ${agreedAt}::timestamptz, ${now()}
      FROM (
        SELECT id FROM events WHERE id = ${eventId}::uuid OR (${every} AND series_id = ${event.seriesId}::uuid
          AND status = 'published' AND ends_at > ${now()}) ORDER BY starts_at FOR UPDATE
      ) AS dates
      WHERE (SELECT count(*) FROM event_greeters
        WHERE event_id = dates.id AND freelancer_id <> ${freelancerId}::uuid) < ${MOST_GREETERS}
      ON CONFLICT (event_id, freelancer_id) DO UPDATE SET recognise = excluded.recognise, meet_at = excluded.meet_at,
        every_date = excluded.every_date, agreed_at = coalesce(event_greeters.agreed_at, excluded.agreed_at)`
    if (asks) await enqueue(tx, 'greeter_asked', { eventId, freelancerId })
    return ok()
  })
}

/** Takes a greeter, or the request to be one, off an event; off every date of a series where they were named so. */
export async function removeGreeter(
  actor: Actor,
  { eventId, freelancerId }: GreeterRef,
): Promise<Result<undefined, 'not_found'>> {
  return db.$transaction(async (tx) => {
    if (!(await lockHosted(tx, actor, eventId))) return refuse('not_found')
    await dropGreeter(tx, eventId, freelancerId)
    return ok()
  })
}

/** Says yes or no to greeting, or steps down; where one was asked for every date, of every date. A no is told to nobody. */
export async function answerGreeting(
  actor: Pick<Actor, 'id'>,
  { eventId, answer }: GreetingAnswer,
): Promise<Result<undefined, 'not_found'>> {
  if (!(await ownGreeting(actor.id, eventId, now()))) return refuse('not_found')
  return db.$transaction(async (tx) => {
    if (answer === 'no') {
      await dropGreeter(tx, eventId, actor.id)
      return ok()
    }
    await tx.eventGreeter.updateMany({
      where: { ...(await datesOf(tx, eventId, actor.id)), agreedAt: null },
      data: { agreedAt: now() },
    })
    return ok()
  })
}

/** "I'm a bit shy", to those who greet and to nobody else; taken back the same way. */
export async function sayShy(
  actor: Pick<Actor, 'id'>,
  { eventId, shy }: ShyInput,
): Promise<Result<undefined, 'not_found'>> {
  if (shy && !(await greetedBy(actor.id, eventId, now()))) return refuse('not_found')
  const { count } = await db.rsvp.updateMany({
    where: { eventId, freelancerId: actor.id, status: 'going' },
    data: { shy },
  })
  return count > 0 ? ok() : refuse('not_found')
}

/** New dates of a series have the greeters who were named for every date, the first named first. */
export async function greetNewDates(tx: Transaction, seriesId: string, eventIds: string[]): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO event_greeters (event_id, freelancer_id, recognise, meet_at, every_date, agreed_at, created_at)
    SELECT made.id, those.* FROM unnest(${eventIds}::uuid[]) AS made (id) CROSS JOIN (
      SELECT freelancer_id, recognise, meet_at, true, agreed_at, created_at FROM (
        SELECT DISTINCT ON (freelancer_id) event_greeters.*
        FROM event_greeters JOIN events ON events.id = event_id
        WHERE series_id = ${seriesId}::uuid AND every_date ORDER BY freelancer_id, starts_at DESC
      ) AS latest ORDER BY created_at LIMIT ${MOST_GREETERS}
    ) AS those ON CONFLICT DO NOTHING`
}

/** The rows of one greeter that an answer is about: this date's, or those of every date of the series. */
async function datesOf(tx: Transaction, eventId: string, freelancerId: string) {
  const own = await tx.eventGreeter.findUnique({
    where: { eventId_freelancerId: { eventId, freelancerId } },
    select: { everyDate: true, event: { select: { seriesId: true } } },
  })
  const seriesId = own?.everyDate ? own.event.seriesId : null
  return seriesId ? { freelancerId, everyDate: true, event: { seriesId } } : { freelancerId, eventId }
}

async function dropGreeter(tx: Transaction, eventId: string, freelancerId: string): Promise<void> {
  await tx.eventGreeter.deleteMany({ where: await datesOf(tx, eventId, freelancerId) })
}
