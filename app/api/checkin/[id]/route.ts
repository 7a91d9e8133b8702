import type { Actor } from '@/lib/accounts/schema'
import { currentActor } from '@/lib/auth'
import { syncDoor } from '@/lib/events/checkin/commands'
import { doorList } from '@/lib/events/checkin/queries'
import { doorSchema } from '@/lib/events/checkin/schema'
import { bodyOf } from '@/lib/http/bodies/rules'
import { problem } from '@/lib/http/problems/rules'

type Context = RouteContext<'/api/checkin/[id]'>

const signedOut = () => problem(401, 'Unauthorized', 'Sign in first: the list is for its hosts.')

async function listFor(actor: Actor, id: string): Promise<Response> {
  const list = await doorList(actor, id)
  if (!list) return problem(404, 'Not Found', 'There is no such list.')
  return Response.json(list, { headers: { 'Cache-Control': 'no-store' } })
}

/** The list at the door, for the event's hosts. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const actor = await currentActor()
  return actor ? listFor(actor, (await params).id) : signedOut()
}

/** What was done at the door; answers with the list as it is now. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const actor = await currentActor()
  if (!actor) return signedOut()
  const body = await bodyOf(request, doorSchema)
  if (!body.ok) return problem(400, 'Bad Request', body.reason)
  const { id } = await params
  const answer = await syncDoor(actor, id, body.value.entries)
  if (!answer.ok && answer.reason === 'closed')
    return problem(409, 'Conflict', 'The list of this event is closed.')
  return listFor(actor, id)
}
