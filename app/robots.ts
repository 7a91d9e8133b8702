import type { MetadataRoute } from 'next'

/** Pages about one person, and steps of a form, are not for search engines. */
export default function robots(): MetadataRoute.Robots {
  const personal = ['me', 'outings', 'host', 'sign-in', 'leave', 'inbox']
  return { rules: { userAgent: '*', disallow: ['/api/', ...personal.map((page) => `/*/${page}`)] } }
}
