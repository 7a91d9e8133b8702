import { currentActor } from '@/lib/auth'
import { personal } from '@/lib/http/answers/rules'
import { bodyOf } from '@/lib/http/bodies/rules'
import { problem } from '@/lib/http/problems/rules'
import { cancelRsvp, type JoinRefusal, joinEvent, type LeaveRefusal } from '@/lib/rsvps/commands'
import { rsvpDetailsSchema } from '@/lib/rsvps/schema'

type Context = RouteContext<'/api/v1/events/[id]/rsvp'>

const REFUSALS: Record<JoinRefusal | LeaveRefusal, [status: number, title: string, detail: string]> = {
  not_found: [404, 'Not Found', 'There is no such event, or no seat of yours at it.'],
  over: [409, 'Conflict', 'The event is over.'],
  cancelled: [409, 'Conflict', 'The event is cancelled.'],
  full: [409, 'Conflict', 'There is no seat left.'],
  party_too_big: [409, 'Too many people', 'That is more people than this event takes with one RSVP.'],
  unanswered: [409, 'Questions to answer', 'Its hosts ask something first: answer on the page of the event.'],
  answer_unknown: [409, 'Questions to answer', 'An answer is none of the choices.'],
  unidentified: [
    403,
    'Forbidden',
    'A table at home is for identified members: its page says what is missing.',
  ],
  removed: [403, 'Forbidden', 'The organizer took you off the list of this event.'],
}

const signedOut = () =>
  problem(401, 'Unauthorized', 'Sign in on the site first: this answers to its session cookie.')

/** Takes seats, or a place in the queue. The body may say how many, and answer the hosts. Asking again answers the same. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const actor = await currentActor()
  if (!actor) return signedOut()
  const details = await bodyOf(request, rsvpDetailsSchema)
  if (!details.ok) return problem(400, 'Bad Request', details.reason)
  const answer = await joinEvent(actor, (await params).id, details.value)
  return answer.ok ? personal(answer.value) : problem(...REFUSALS[answer.reason])
}

/** Gives up the seat, or the place in the queue. Asking again answers the same. */
export async function DELETE(_request: Request, { params }: Context): Promise<Response> {
  const actor = await currentActor()
  if (!actor) return signedOut()
  const answer = await cancelRsvp(actor, (await params).id)
  return answer.ok ? personal({ status: 'cancelled' }) : problem(...REFUSALS[answer.reason])
}
