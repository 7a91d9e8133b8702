import { badParameters } from '@/lib/http/problems/rules'
import { likelyDoubles, pointOf } from '@/lib/spaces/additions/queries'
import { typedPlaceSchema } from '@/lib/spaces/additions/schema'

/** Spaces that may be the one being typed: `?name=bulle&city=Cannes`, or with `lat` and `lng` (WGS 84). */
export async function GET(request: Request): Promise<Response> {
  const parsed = typedPlaceSchema.safeParse(Object.fromEntries(new URL(request.url).searchParams))
  if (!parsed.success) return badParameters(parsed.error)
  const { lat, lng, kind = 'coworking', ...typed } = parsed.data
  const stands = await pointOf(lat === undefined || lng === undefined ? null : { lat, lng }, typed)
  const spaces = stands ? await likelyDoubles({ ...typed, ...stands, kind }) : []
  return Response.json({ spaces }, { headers: { 'Cache-Control': 'public, max-age=60' } })
}
