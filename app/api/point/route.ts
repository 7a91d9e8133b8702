import { z } from 'zod'
import { timeZoneAt } from '@/lib/geo/zone'
import { badParameters } from '@/lib/http/problems/rules'
import { nearestTown } from '@/lib/towns/queries'

const degrees = (limit: number) =>
  z.string().min(1).max(30).transform(Number).pipe(z.number().min(-limit).max(limit))

const pointSchema = z.object({ lat: degrees(90), lng: degrees(180) })

/** What a point's clocks say and which town it is in: `?lat=43.55&lng=7.01`, degrees (WGS 84). */
export async function GET(request: Request): Promise<Response> {
  const point = pointSchema.safeParse(Object.fromEntries(new URL(request.url).searchParams))
  if (!point.success) return badParameters(point.error)
  const town = await nearestTown(point.data)
  const answer = { timeZone: timeZoneAt(point.data), town: town?.name ?? null }
  return Response.json(answer, { headers: { 'Cache-Control': 'public, max-age=86400' } })
}
