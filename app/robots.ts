import type { MetadataRoute } from 'next'
import { env } from '@/lib/env'
import { locales } from '@/lib/i18n/routing'

// Asked when it is served: a build knows nothing of the instance's address.
export const dynamic = 'force-dynamic'

/** Pages about one person, and steps of a form. */
const PERSONAL = ['me', 'outings', 'host', 'sign-in', 'leave', 'inbox']

/** What is not for search engines, and where all that is for them is listed. */
export default function robots(): MetadataRoute.Robots {
  // A star would reach further down: "/*/me" is Metz and Menton, too.
  const personal = locales.flatMap((locale) => PERSONAL.map((page) => `/${locale}/${page}`))
  return {
    rules: { userAgent: '*', disallow: ['/api/', ...personal] },
    sitemap: `${env().appUrl}/sitemap.xml`,
  }
}
