import { currentActor } from '@/lib/auth'
import { bodyOf } from '@/lib/http/bodies/rules'
import { problem } from '@/lib/http/problems/rules'
import { addLook } from '@/lib/measures/minutes/commands'
import { lookSchema } from '@/lib/measures/minutes/schema'

/** A look at the app is over: the body is its visible seconds. Counted only of those who agreed to it. */
export async function POST(request: Request): Promise<Response> {
  const actor = await currentActor()
  if (!actor) return problem(401, 'Unauthorized', 'Sign in first: nobody else is counted.')
  const look = await bodyOf(request, lookSchema)
  if (!look.ok) return problem(400, 'Bad Request', look.reason)
  const answer = await addLook(actor, look.value)
  if (answer.ok) return new Response(null, { status: 204, headers: { 'Cache-Control': 'no-store' } })
  return answer.reason === 'too_many'
    ? problem(429, 'Too Many Requests', 'That is enough for today.')
    : problem(409, 'Conflict', 'Your minutes are not counted.')
}
