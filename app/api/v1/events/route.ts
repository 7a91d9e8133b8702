import { eventFeatures } from '@/lib/api/queries'
import { collection, GEOJSON, linkHeader, nextPage } from '@/lib/api/rules'
import { eventsQuerySchema } from '@/lib/api/schema'
import { now } from '@/lib/clock'
import { env } from '@/lib/env'
import { shared } from '@/lib/http/answers/rules'
import { badParameters } from '@/lib/http/problems/rules'

/** Events as GeoJSON, soonest first. */
export async function GET(request: Request): Promise<Response> {
  const parsed = eventsQuerySchema.safeParse(Object.fromEntries(new URL(request.url).searchParams))
  if (!parsed.success) return badParameters(parsed.error)
  const { features, next } = await eventFeatures(parsed.data, now())
  const link = nextPage(env().appUrl, request.url, next)
  const body = JSON.stringify(collection(features, link))
  return shared(request, body, { contentType: GEOJSON, maxAge: 15, headers: linkHeader(link) })
}
