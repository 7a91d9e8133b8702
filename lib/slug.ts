/**
 * The readable end of a URL: lower-case ASCII words joined by hyphens, at most 60 characters, cut between words.
 * A title without a single Latin letter or digit gives "-", so that the path always has its segment.
 */
export function slugify(text: string): string {
  const words = text
    .replace(/[œŒ]/g, 'oe')
    .replace(/[æÆ]/g, 'ae')
    .replace(/ß/g, 'ss')
    .replace(/[øØ]/g, 'o')
    .replace(/[łŁ]/g, 'l')
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
  let slug = words.shift()?.slice(0, 60) ?? '-'
  for (const word of words) {
    if (slug.length + 1 + word.length > 60) break
    slug += `-${word}`
  }
  return slug
}
