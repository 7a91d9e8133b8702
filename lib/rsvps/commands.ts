import type { Actor } from '@/lib/accounts/schema'
import { now } from '@/lib/clock'
import { db, statement } from '@/lib/db'
import { env } from '@/lib/env'
import { homeDoor, notAtHome } from '@/lib/homes/queries'
import { ok, type Result, refuse } from '@/lib/result'
import { type AnswerRefusal, settleAnswers } from '@/lib/rsvps/answers/queries'
import { signed, verified } from '@/lib/secrets'
import { Prisma } from '@/prisma/client/client'
import { rsvpOfToken } from './queries'
import { HOLD } from './rules'
import { eventRefSchema, type RsvpDetails, rsvpDetailsSchema } from './schema'

export type Seat =
  | { status: 'going' | 'asked' | 'offered' }
  /** Rank in the queue, from 1. */
  | { status: 'waitlisted'; place: number }
export type JoinRefusal =
  | 'not_found'
  | 'over'
  | 'cancelled'
  | 'removed'
  | 'full'
  | 'party_too_big'
  | 'unidentified'
  | AnswerRefusal
type JoinOutcome = Exclude<JoinRefusal, 'answer_unknown' | 'unidentified'> | Seat['status'] | 'held'

/** Coming alone and saying nothing more. */
const ALONE: RsvpDetails = rsvpDetailsSchema.parse({})

type Joining = {
  eventId: string
  personId: string
  /** Milliseconds that the seats are kept for; null: they are taken. */
  hold: number | null
  details: RsvpDetails
  at: Date
}
type Joined = { outcome: JoinOutcome; place: number | null }

/**
 * One statement, which takes the lock of the event's row and decides under it: an interactive transaction would hold
 * a connection of the pool for each of a crowd that waits.
 */
async function join(joining: Joining): Promise<Joined> {
  const call = called(joining, Prisma.sql`${joining.eventId}::uuid`)
  const [row] = await db.$queryRaw<Joined[]>`SELECT outcome, place FROM ${call}`
  if (!row) throw new Error('rsvp_join answered nothing')
  return row
}

/**
 * The same, of an event that is no table at home: nobody has to be looked at first, so that a crowd sends one statement
 * each. No row where it is one, or is not there.
 */
export const joinElsewhere = (joining: Joining): Prisma.Sql => Prisma.sql`
  SELECT outcome, place FROM events, ${called(joining, Prisma.sql`events.id`)}
  WHERE events.id = ${joining.eventId}::uuid AND ${notAtHome}`

function called({ personId, hold, details, at }: Joining, eventId: Prisma.Sql): Prisma.Sql {
  const keep = hold === null ? null : `${hold} milliseconds`
  const { partySize, ...said } = details
  return Prisma.sql`rsvp_join(
    ${eventId}, ${personId}::uuid, ${keep}::interval, ${at}, ${partySize}::int, ${JSON.stringify(said)}::jsonb)`
}

const saysNothing = ({ answers }: RsvpDetails) => Object.keys(answers).length === 0

/** Who answers nothing needs no look at the questions: the statement refuses where one is required. */
async function withAnswers(
  eventId: string,
  details: RsvpDetails,
): Promise<Result<RsvpDetails, AnswerRefusal>> {
  if (saysNothing(details)) return ok(details)
  const answers = await settleAnswers(eventId, details.answers)
  return answers.ok ? ok({ ...details, answers: answers.value }) : answers
}

/**
 * Takes seats, or a place in the queue (from 1) when too few are left, or asks the hosts where they let people in.
 * Asking again answers the same.
 */
export async function joinEvent(
  actor: Actor,
  eventId: string,
  details: RsvpDetails = ALONE,
): Promise<Result<Seat, JoinRefusal>> {
  if (!eventRefSchema.safeParse({ eventId }).success) return refuse('not_found')
  const joining = { eventId, personId: actor.id, hold: null, at: now() }
  if (saysNothing(details)) {
    const [row] = await statement<Joined>('join', joinElsewhere({ ...joining, details }))
    if (row) return seatOf(row)
  }
  const closed = await homeDoor(actor.id, eventId, joining.at)
  if (closed) return refuse(closed)
  const answered = await withAnswers(eventId, details)
  if (!answered.ok) return answered
  return seatOf(await join({ ...joining, details: answered.value }))
}

function seatOf({ outcome, place }: Joined): Result<Seat, JoinRefusal> {
  if (outcome === 'waitlisted') return ok({ status: 'waitlisted', place: place ?? 1 })
  if (outcome === 'going' || outcome === 'asked' || outcome === 'offered') return ok({ status: outcome })
  if (outcome === 'held') throw new Error('a hold was answered to somebody who joins')
  return refuse(outcome)
}

export type HoldRefusal = 'not_found' | 'over' | 'cancelled' | 'party_too_big' | AnswerRefusal

/**
 * Keeps seats for ten minutes for somebody whose address is not proven yet. Says nothing about that person: the
 * answer is the same whether they are new, already going or taken off the list.
 */
export async function holdSeat(
  personId: string,
  eventId: string,
  details: RsvpDetails = ALONE,
): Promise<Result<undefined, HoldRefusal>> {
  const answered = await withAnswers(eventId, details)
  if (!answered.ok) return answered
  const { outcome } = await join({ eventId, personId, hold: HOLD, details: answered.value, at: now() })
  switch (outcome) {
    case 'unanswered':
    case 'not_found':
    case 'over':
    case 'cancelled':
    case 'party_too_big':
      return refuse(outcome)
    default:
      return ok()
  }
}

/** Gives back the seat that is held for an address, if one is. */
export async function releaseHold(email: string, eventId: string): Promise<void> {
  const { count } = await db.rsvp.updateMany({
    where: { eventId, status: 'held', freelancer: { user: { email } } },
    data: { heldUntil: now() },
  })
  if (count > 0) await fillSeats(eventId)
}

export type LeaveRefusal = 'not_found' | 'over' | 'removed'

async function leave(
  eventId: string,
  freelancerId: string,
): Promise<Result<{ promoted: boolean }, LeaveRefusal>> {
  const [row] = await db.$queryRaw<{ outcome: LeaveRefusal | 'cancelled'; promoted: number }[]>`
    SELECT outcome, promoted FROM rsvp_cancel(${eventId}::uuid, ${freelancerId}::uuid, ${now()})`
  if (!row) throw new Error('rsvp_cancel answered nothing')
  return row.outcome === 'cancelled' ? ok({ promoted: row.promoted > 0 }) : refuse(row.outcome)
}

/** Gives up a seat or a place in the queue. The first in line gets the seat in the same transaction. */
export async function cancelRsvp(
  actor: Actor,
  eventId: string,
): Promise<Result<{ promoted: boolean }, LeaveRefusal>> {
  if (!eventRefSchema.safeParse({ eventId }).success) return refuse('not_found')
  return leave(eventId, actor.id)
}

/** The token of a mail's cancel link. It opens nothing but this one RSVP, and needs no signing in. */
export function rsvpToken(rsvpId: string): string {
  return signed(env().authSecret, 'leave', rsvpId)
}

/** Gives up the seat that a mail's link speaks of. */
export async function leaveByToken(token: string): Promise<Result<{ promoted: boolean }, LeaveRefusal>> {
  const rsvp = await rsvpOfToken(token)
  return rsvp ? leave(rsvp.eventId, rsvp.freelancerId) : refuse('not_found')
}

/** No more mail about this outing (RFC 8058's one click). The seat stays: mail programs may press this by themselves. */
export async function quietByToken(token: string): Promise<Result<undefined, 'not_found'>> {
  const rsvpId = verified(env().authSecret, 'leave', token)
  if (!rsvpId) return refuse('not_found')
  const { count } = await db.rsvp.updateMany({ where: { id: rsvpId }, data: { quiet: true } })
  return count > 0 ? ok() : refuse('not_found')
}

/** Gives out the seats that became free: a hold ran out, or the organizer raised the capacity. */
export async function fillSeats(eventId: string): Promise<number> {
  const [row] = await db.$queryRaw<{ promoted: number }[]>`
    SELECT rsvp_fill(${eventId}::uuid, ${now()}) AS promoted`
  return row?.promoted ?? 0
}
