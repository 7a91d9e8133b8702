import { GEOJSON } from '@/lib/api/rules'
import { spaceDetail } from '@/lib/api/spaces/queries'
import { now } from '@/lib/clock'
import { env } from '@/lib/env'
import { shared } from '@/lib/http/answers/rules'
import { problem } from '@/lib/http/problems/rules'
import { spaceOfAlias } from '@/lib/spaces/page/queries'

/** One space as a GeoJSON Feature; the id of a double leads to the one that was kept. */
export async function GET(
  request: Request,
  { params }: RouteContext<'/api/v1/spaces/[id]'>,
): Promise<Response> {
  const { id } = await params
  const space = await spaceDetail(id, now())
  if (space) return shared(request, JSON.stringify(space), { contentType: GEOJSON, maxAge: 60 })
  const kept = await spaceOfAlias(id)
  if (kept) return Response.redirect(`${env().appUrl}/api/v1/spaces/${kept.id}`, 308)
  return problem(404, 'Not Found', 'There is no such space.')
}
