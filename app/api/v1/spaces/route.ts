import { collection, GEOJSON, linkHeader, nextPage } from '@/lib/api/rules'
import { spaceFeatures } from '@/lib/api/spaces/queries'
import { spacesQuerySchema } from '@/lib/api/spaces/schema'
import { now } from '@/lib/clock'
import { env } from '@/lib/env'
import { shared } from '@/lib/http/answers/rules'
import { badParameters } from '@/lib/http/problems/rules'

/** Spaces as GeoJSON, from the middle of the box outwards, as the filters want. */
export async function GET(request: Request): Promise<Response> {
  const parsed = spacesQuerySchema.safeParse(Object.fromEntries(new URL(request.url).searchParams))
  if (!parsed.success) return badParameters(parsed.error)
  const { features, next } = await spaceFeatures(parsed.data, now())
  const link = nextPage(env().appUrl, request.url, next)
  const body = JSON.stringify(collection(features, link))
  return shared(request, body, { contentType: GEOJSON, maxAge: 60, headers: linkHeader(link) })
}
