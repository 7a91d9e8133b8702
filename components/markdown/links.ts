const SCHEMES = ['http:', 'https:', 'mailto:']

/** The address of a link that a stranger wrote, or null unless it is absolute and leads to the web or to a mail. */
export function safeHref(href: string | undefined): string | null {
  const url = URL.parse(href ?? '')
  return url && SCHEMES.includes(url.protocol) ? url.href : null
}
