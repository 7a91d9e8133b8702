import { currentActor } from '@/lib/auth'
import { bodyOf } from '@/lib/http/bodies/rules'
import { problem } from '@/lib/http/problems/rules'
import { subscribeDevice } from '@/lib/push/commands'
import { subscriptionSchema } from '@/lib/push/schema'

/** This browser may be pushed to: the body is its PushSubscription. */
export async function POST(request: Request): Promise<Response> {
  const actor = await currentActor()
  if (!actor) return problem(401, 'Unauthorized', 'Sign in first: notifications are for somebody.')
  const subscription = await bodyOf(request, subscriptionSchema)
  if (!subscription.ok) return problem(400, 'Bad Request', subscription.reason)
  const answer = await subscribeDevice(actor, subscription.value)
  if (!answer.ok) return problem(429, 'Too Many Requests', 'Wait an hour before the next try.')
  return new Response(null, { status: 204, headers: { 'Cache-Control': 'no-store' } })
}
