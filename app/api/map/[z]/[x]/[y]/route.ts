import { now } from '@/lib/clock'
import { shared } from '@/lib/http/answers/rules'
import { problem } from '@/lib/http/problems/rules'
import { paramsOf } from '@/lib/map/rules'
import { filtersSchema } from '@/lib/map/schema'
import { mapTile } from '@/lib/map/tiles/queries'
import { tileSchema } from '@/lib/map/tiles/schema'
import { wireOf } from '@/lib/map/wire/rules'

/** What the map draws in a tile. Nothing personal: any cache may keep it and show it while it asks again. */
export async function GET(
  request: Request,
  { params }: RouteContext<'/api/map/[z]/[x]/[y]'>,
): Promise<Response> {
  const tile = tileSchema.safeParse(await params)
  if (!tile.success) {
    return problem(404, 'No such tile', tile.error.issues.map(({ message }) => message).join(' '))
  }
  const filters = filtersSchema.parse(paramsOf(new URL(request.url).searchParams))
  const { tile: found, source } = await mapTile(tile.data, filters, now())
  const body = JSON.stringify(wireOf(tile.data, found))
  // Long enough for a crowd to share one answer; what somebody publishes is on every map two seconds later.
  const cached = { maxAge: 1, stale: 1 }
  const headers = { 'Server-Timing': `map;desc="${source}"` }
  return shared(request, body, { contentType: 'application/json', ...cached, headers })
}
