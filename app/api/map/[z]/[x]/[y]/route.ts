import { now } from '@/lib/clock'
import { tileAnswer } from '@/lib/map/tiles/queries'

/** What the map draws in a tile, while it is not answered before it gets here (lib/platform/web/tiles). */
export async function GET(
  request: Request,
  { params }: RouteContext<'/api/map/[z]/[x]/[y]'>,
): Promise<Response> {
  return tileAnswer(request, await params, now())
}
