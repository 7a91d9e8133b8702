/** A page in all of its languages. */
export type Entry = {
  /** Absolute addresses by language, `x-default` among them. */
  languages: Record<string, string>
  /** When it last changed; null where that says nothing. */
  changed: Date | null
}

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
const SITEMAP = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
const XHTML = 'xmlns:xhtml="http://www.w3.org/1999/xhtml"'

/** What stands around the entries of a part. https://www.sitemaps.org/protocol.html */
export const PART = { head: `${HEAD}<urlset ${SITEMAP} ${XHTML}>\n`, foot: '</urlset>\n' }

const ESCAPED: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

const escaped = (text: string) => text.replaceAll(/[&<>"']/g, (character) => ESCAPED[character] ?? character)

/**
 * A page as a part lists it: one `url` for each language, each of which names all of them, itself too.
 * https://developers.google.com/search/docs/specialty/international/localized-versions#sitemap
 */
export function urlsOf({ languages, changed }: Entry): string {
  const links = Object.entries(languages)
    .map(([name, url]) => `<xhtml:link rel="alternate" hreflang="${name}" href="${escaped(url)}"/>`)
    .join('')
  const lastmod = changed ? `<lastmod>${changed.toISOString()}</lastmod>` : ''
  return [...new Set(Object.values(languages))]
    .map((url) => `<url><loc>${escaped(url)}</loc>${lastmod}${links}</url>\n`)
    .join('')
}

/** The list of all parts by their addresses. */
export function indexOf(parts: string[]): string {
  const lines = parts.map((url) => `<sitemap><loc>${escaped(url)}</loc></sitemap>\n`).join('')
  return `${HEAD}<sitemapindex ${SITEMAP}>\n${lines}</sitemapindex>\n`
}
