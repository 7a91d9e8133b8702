import { problem } from '@/lib/http/problems/rules'
import { outlineTile } from '@/lib/map/outlines/queries'
import { tileSchema } from '@/lib/map/tiles/schema'

/** Shores and town names of a tile, for a map whose own tiles do not come. */
export async function GET(
  _request: Request,
  { params }: RouteContext<'/api/outlines/[z]/[x]/[y]'>,
): Promise<Response> {
  const tile = tileSchema.safeParse(await params)
  if (!tile.success) {
    return problem(404, 'No such tile', tile.error.issues.map(({ message }) => message).join(' '))
  }
  const headers = { 'Cache-Control': 'public, max-age=2592000' }
  return Response.json(await outlineTile(tile.data), { headers })
}
