import { spaceDetail } from '@/lib/api/queries'
import { GEOJSON } from '@/lib/api/rules'
import { now } from '@/lib/clock'
import { shared } from '@/lib/http/answers/rules'
import { problem } from '@/lib/http/problems/rules'

/** One space as a GeoJSON Feature. */
export async function GET(
  request: Request,
  { params }: RouteContext<'/api/v1/spaces/[id]'>,
): Promise<Response> {
  const space = await spaceDetail((await params).id, now())
  if (!space) return problem(404, 'Not Found', 'There is no such space.')
  return shared(request, JSON.stringify(space), { contentType: GEOJSON, maxAge: 60 })
}
