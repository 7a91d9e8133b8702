import type { MetadataRoute } from 'next'
import { env } from '@/lib/env'

// Asked when it is served: a build knows nothing of the instance's address.
export const dynamic = 'force-dynamic'

/** Pages about one person, and steps of a form, are not for search engines. */
export default function robots(): MetadataRoute.Robots {
  const personal = ['me', 'outings', 'host', 'sign-in', 'leave', 'inbox']
  return {
    rules: { userAgent: '*', disallow: ['/api/', ...personal.map((page) => `/*/${page}`)] },
    sitemap: `${env().appUrl}/sitemap.xml`,
  }
}
