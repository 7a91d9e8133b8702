/** What people write, beside the names that Unicode has. */
const ALIASES: Record<string, string> = {
  uk: 'GB',
  usa: 'US',
  'the netherlands': 'NL',
  holland: 'NL',
}

let named: Map<string, string> | undefined

/** English and French names of countries, in lower case, from the runtime's own Unicode data. */
function names(): Map<string, string> {
  if (named) return named
  named = new Map(Object.entries(ALIASES))
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  for (const language of ['en', 'fr']) {
    const words = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' })
    for (const code of letters.flatMap((first) => letters.map((second) => first + second))) {
      const word = words.of(code)?.toLowerCase()
      // "UK" and other reserved codes share the name of the country's own.
      if (word && !named.has(word)) named.set(word, code)
    }
  }
  return named
}

/** ISO 3166-1 alpha-2 of a country as people write it ("US", "USA", "United States"); empty when unknown. */
export function countryNamed(text: string): string {
  const written = text.trim().toLowerCase()
  return names().get(written) ?? (/^[a-z]{2}$/.test(written) ? written.toUpperCase() : '')
}
