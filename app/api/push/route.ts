import { currentActor } from '@/lib/auth'
import { bodyOf } from '@/lib/http/bodies/rules'
import { problem } from '@/lib/http/problems/rules'
import { forgetDevice, subscribeDevice } from '@/lib/push/commands'
import { endpointSchema, subscriptionSchema } from '@/lib/push/schema'

const done = () => new Response(null, { status: 204, headers: { 'Cache-Control': 'no-store' } })
const signedOut = () => problem(401, 'Unauthorized', 'Sign in first: notifications are for somebody.')

/** This browser may be pushed to: the body is its PushSubscription. */
export async function POST(request: Request): Promise<Response> {
  const actor = await currentActor()
  if (!actor) return signedOut()
  const subscription = await bodyOf(request, subscriptionSchema)
  if (!subscription.ok) return problem(400, 'Bad Request', subscription.reason)
  const answer = await subscribeDevice(actor, subscription.value)
  return answer.ok ? done() : problem(429, 'Too Many Requests', 'Wait an hour before the next try.')
}

/** This browser is pushed to no more. */
export async function DELETE(request: Request): Promise<Response> {
  const actor = await currentActor()
  if (!actor) return signedOut()
  const device = await bodyOf(request, endpointSchema)
  if (!device.ok) return problem(400, 'Bad Request', device.reason)
  await forgetDevice(actor, device.value.endpoint)
  return done()
}
