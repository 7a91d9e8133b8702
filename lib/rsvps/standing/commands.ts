import type { Actor } from '@/lib/accounts/schema'
import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { homeDoor } from '@/lib/homes/queries'
import { ok, type Result, refuse } from '@/lib/result'
import { type AnswerRefusal, settleAnswers } from '@/lib/rsvps/answers/queries'
import { rsvpOfToken } from '@/lib/rsvps/queries'
import { eventRefSchema, type RsvpDetails } from '@/lib/rsvps/schema'

export type SayRefusal = 'unidentified' | 'not_found' | 'over' | 'cancelled' | 'removed'

/** "Maybe" or "I can't come": holds no seat, and gives up whatever was held. */
export async function answerEvent(
  actor: Actor,
  eventId: string,
  answer: 'maybe' | 'declined',
): Promise<Result<{ promoted: boolean }, SayRefusal>> {
  if (!eventRefSchema.safeParse({ eventId }).success) return refuse('not_found')
  const closed = answer === 'maybe' ? await homeDoor(actor.id, eventId, now()) : null
  if (closed) return refuse(closed)
  const [row] = await db.$queryRaw<
    { outcome: Exclude<SayRefusal, 'unidentified'> | typeof answer; promoted: number }[]
  >`
    SELECT outcome, promoted
    FROM rsvp_answer(${eventId}::uuid, ${actor.id}::uuid, ${answer}::rsvp_status, ${now()})`
  if (!row) throw new Error('rsvp_answer answered nothing')
  if (row.outcome === 'maybe' || row.outcome === 'declined') return ok({ promoted: row.promoted > 0 })
  return refuse(row.outcome)
}

export type ChangeRefusal = 'not_found' | 'over' | 'cancelled' | 'full' | 'party_too_big' | AnswerRefusal

/** Another number of people, or other words to the hosts. A party that grows needs seats that nobody waits for. */
export async function changeRsvp(
  actor: Actor,
  eventId: string,
  { partySize, ...details }: RsvpDetails,
): Promise<Result<{ promoted: boolean }, ChangeRefusal>> {
  if (!eventRefSchema.safeParse({ eventId }).success) return refuse('not_found')
  const answers = await settleAnswers(eventId, details.answers)
  if (!answers.ok) return answers
  const said = JSON.stringify({ ...details, answers: answers.value })
  const [row] = await db.$queryRaw<
    { outcome: Exclude<ChangeRefusal, AnswerRefusal> | 'changed'; promoted: number }[]
  >`SELECT outcome, promoted
    FROM rsvp_change(${eventId}::uuid, ${actor.id}::uuid, ${partySize}::int, ${said}::jsonb, ${now()})`
  if (!row) throw new Error('rsvp_change answered nothing')
  return row.outcome === 'changed' ? ok({ promoted: row.promoted > 0 }) : refuse(row.outcome)
}

/** Takes the seat that is offered for two hours; refused when it has gone on to the next in line. */
export async function confirmSeat(
  actor: Pick<Actor, 'id'>,
  eventId: string,
): Promise<Result<undefined, 'not_found' | 'lapsed'>> {
  if (!eventRefSchema.safeParse({ eventId }).success) return refuse('not_found')
  const [row] = await db.$queryRaw<{ standing: string }[]>`
    SELECT rsvp_confirm(${eventId}::uuid, ${actor.id}::uuid, ${now()}) AS standing`
  if (row?.standing === 'going') return ok()
  return refuse(row?.standing === 'not_found' ? 'not_found' : 'lapsed')
}

/** The same from a mail's link, on the press of its page's button. */
export async function confirmByToken(token: string): Promise<Result<undefined, 'not_found' | 'lapsed'>> {
  const rsvp = await rsvpOfToken(token)
  return rsvp ? confirmSeat({ id: rsvp.freelancerId }, rsvp.eventId) : refuse('not_found')
}
