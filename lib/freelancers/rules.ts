import { COMMON_LANGUAGES } from './schema'

/** Languages to choose from, named and sorted in the reader's own, French and English first; `also` are rare ones that somebody has chosen. */
export function languageNames(
  locale: 'fr' | 'en',
  ...also: (string | undefined)[]
): { code: string; name: string }[] {
  const names = new Intl.DisplayNames(locale, { type: 'language' })
  const codes = [...new Set<string>([...COMMON_LANGUAGES, ...also.filter((code) => code !== undefined)])]
  const named = codes.map((code) => {
    const name = names.of(code) ?? code
    return { code, name: name.charAt(0).toLocaleUpperCase(locale) + name.slice(1) }
  })
  const [first, second, ...others] = named
  return [first, second, ...others.sort((a, b) => a.name.localeCompare(b.name, locale))].filter(
    (language) => language !== undefined,
  )
}
