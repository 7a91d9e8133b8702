import { expect, it } from 'vitest'
import { indexOf, urlsOf } from './rules'

it('lists a page once in each language, each with all of them', () => {
  const languages = {
    fr: 'https://x.org/fr/a?b&c',
    en: 'https://x.org/en/a',
    'x-default': 'https://x.org/fr/a?b&c',
  }
  const links =
    '<xhtml:link rel="alternate" hreflang="fr" href="https://x.org/fr/a?b&amp;c"/>' +
    '<xhtml:link rel="alternate" hreflang="en" href="https://x.org/en/a"/>' +
    '<xhtml:link rel="alternate" hreflang="x-default" href="https://x.org/fr/a?b&amp;c"/>'
  expect(urlsOf({ languages, changed: new Date('2026-11-30T08:00:00Z') })).toBe(
    `<url><loc>https://x.org/fr/a?b&amp;c</loc><lastmod>2026-11-30T08:00:00.000Z</lastmod>${links}</url>\n` +
      `<url><loc>https://x.org/en/a</loc><lastmod>2026-11-30T08:00:00.000Z</lastmod>${links}</url>\n`,
  )
  expect(urlsOf({ languages, changed: null })).not.toContain('lastmod')
})

it('lists the parts', () => {
  expect(indexOf(['https://x.org/sitemap-pages.xml'])).toBe(
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
      '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n' +
      '<sitemap><loc>https://x.org/sitemap-pages.xml</loc></sitemap>\n</sitemapindex>\n',
  )
})
