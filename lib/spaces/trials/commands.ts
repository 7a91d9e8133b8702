import type { Actor } from '@/lib/accounts/schema'
import { now } from '@/lib/clock'
import { db, type Transaction } from '@/lib/db'
import { enqueue } from '@/lib/jobs/commands'
import { takeToken } from '@/lib/limits/commands'
import type { HalfDay } from '@/lib/presence/halfdays/schema'
import { ok, type Result, refuse } from '@/lib/result'
import { keeps } from '@/lib/spaces/owners/queries'
import { KEPT, mayAskFor } from './rules'

const DAY = { windowSeconds: 86_400 }
/** Requests a day: of one person, and to one place. */
const ASKED = { person: 5, place: 20 }

/** A day of the calendar as the database keeps it. */
const dateOf = (day: string) => new Date(`${day}T00:00:00Z`)

const place = { lat: true, lng: true, country: true, timeZone: true, openingHours: true } as const

export type AskRefusal = 'trial_none' | 'trial_when' | 'trial_asked' | 'trial_many'

/** Asks a place's owners for its first day on the house. One open request of a person at a place: the key decides. */
export async function askTrial(
  actor: Actor,
  { spaceId, when, reachable }: { spaceId: string; when: HalfDay; reachable: boolean },
): Promise<Result<undefined, AskRefusal>> {
  const at = now()
  const space = await db.space.findFirst({
    where: { id: spaceId, trialDay: true, closedOn: null, owners: { some: {} } },
    select: place,
  })
  if (!space) return refuse('trial_none')
  if (!mayAskFor(when, space, at)) return refuse('trial_when')
  if (!(await takeToken('trial', actor.id, { limit: ASKED.person, ...DAY }, at))) return refuse('trial_many')
  if (!(await takeToken('trial-place', spaceId, { limit: ASKED.place, ...DAY }, at)))
    return refuse('trial_many')
  return db.$transaction(async (tx) => {
    const asked = await tx.$executeRaw`
      INSERT INTO space_trials AS kept (space_id, freelancer_id, day, half, reachable, asked_at)
      VALUES (${spaceId}::uuid, ${actor.id}::uuid, ${dateOf(when.day)}::date, ${when.half}::half_day, ${reachable}, ${at})
      ON CONFLICT (space_id, freelancer_id) DO UPDATE SET day = excluded.day, half = excluded.half,
        reachable = excluded.reachable, asked_at = excluded.asked_at, status = 'open', answered_at = NULL
      WHERE kept.status <> 'open' OR kept.day < ${at}::date`
    if (asked === 0) return refuse('trial_asked')
    await tellOwners(tx, spaceId, actor.id)
    return ok()
  })
}

/** Takes a request back, or the day that was agreed: it is free again. Once more changes nothing. */
export async function withdrawTrial(actor: Actor, { spaceId }: { spaceId: string }): Promise<Result> {
  await db.spaceTrial.deleteMany({ where: { spaceId, freelancerId: actor.id } })
  return ok()
}

/** The half-day that the owners would rather have suits. They are told. */
export async function acceptTrial(
  actor: Actor,
  { spaceId }: { spaceId: string },
): Promise<Result<undefined, 'trial_gone'>> {
  const at = now()
  return db.$transaction(async (tx) => {
    const { count } = await tx.spaceTrial.updateMany({
      where: { spaceId, freelancerId: actor.id, status: 'other' },
      data: { status: 'yes', answeredAt: at },
    })
    if (count === 0) return refuse('trial_gone')
    await tellOwners(tx, spaceId, actor.id)
    return ok()
  })
}

async function tellOwners(tx: Transaction, spaceId: string, freelancerId: string): Promise<void> {
  const owners = await tx.spaceOwner.findMany({ where: { spaceId }, select: { freelancerId: true } })
  for (const { freelancerId: toldId } of owners)
    await enqueue(tx, 'trial_asked', { spaceId, freelancerId, toldId })
}

type Request = { spaceId: string; personId: string }

/** An owner says yes or no. Of two owners the first one's answer stands. */
export async function answerTrial(
  actor: Actor,
  { answer, ...request }: Request & { answer: 'yes' | 'no' },
): Promise<Result<undefined, 'place_not_yours' | 'trial_gone'>> {
  return settle(actor, request, { status: answer })
}

/** An owner would rather have another half-day. */
export async function proposeOther(
  actor: Actor,
  { when, ...request }: Request & { when: HalfDay },
): Promise<Result<undefined, 'place_not_yours' | 'trial_gone' | 'trial_when'>> {
  const space = await db.space.findUnique({ where: { id: request.spaceId }, select: place })
  if (!space || !mayAskFor(when, space, now())) return refuse('trial_when')
  return settle(actor, request, { status: 'other', day: dateOf(when.day), half: when.half })
}

type Answer = { status: 'yes' | 'no' } | { status: 'other'; day: Date; half: HalfDay['half'] }

async function settle(actor: Actor, { spaceId, personId }: Request, answer: Answer) {
  if (!(await keeps(actor, spaceId))) return refuse('place_not_yours')
  const answeredAt = now()
  return db.$transaction(async (tx) => {
    const { count } = await tx.spaceTrial.updateMany({
      where: { spaceId, freelancerId: personId, status: 'open' },
      data: { ...answer, answeredAt },
    })
    if (count === 0) return refuse('trial_gone')
    await enqueue(tx, 'trial_answered', { spaceId, freelancerId: personId })
    return ok()
  })
}

/** Forgets requests a while after their day. */
export async function forgetTrials(at: Date): Promise<void> {
  await db.spaceTrial.deleteMany({ where: { day: { lt: new Date(at.getTime() - KEPT * 86_400_000) } } })
}
