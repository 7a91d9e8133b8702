import { now } from '@/lib/clock'
import { env } from '@/lib/env'
import { shared } from '@/lib/http/answers/rules'
import { sitemapParts } from '@/lib/sitemaps/queries'
import { indexOf } from '@/lib/sitemaps/rules'
import { partName } from '@/lib/sitemaps/schema'

/** /sitemap.xml: the parts of the sitemap. */
export async function GET(request: Request): Promise<Response> {
  const parts = await sitemapParts(now())
  const body = indexOf(parts.map((part) => `${env().appUrl}/sitemap-${partName(part)}.xml`))
  return shared(request, body, { contentType: 'application/xml', maxAge: 3600 })
}
