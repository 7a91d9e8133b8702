import { eventDetail } from '@/lib/api/queries'
import { GEOJSON } from '@/lib/api/rules'
import { shared } from '@/lib/http/answers/rules'
import { problem } from '@/lib/http/problems/rules'

/** One event as a GeoJSON Feature, also when it is over or cancelled. */
export async function GET(
  request: Request,
  { params }: RouteContext<'/api/v1/events/[id]'>,
): Promise<Response> {
  const event = await eventDetail((await params).id)
  if (!event) return problem(404, 'Not Found', 'There is no such event.')
  return shared(request, JSON.stringify(event), { contentType: GEOJSON, maxAge: 15 })
}
