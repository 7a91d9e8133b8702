import type { Metadata } from 'next'
import { type Locale, locales } from './routing'

/** The page's own address and its other languages, for search engines; `path` is without the language, or differs with it. */
export function alternates(
  locale: Locale,
  path: string | ((locale: Locale) => string),
): Metadata['alternates'] {
  const pathIn = (language: Locale) => `/${language}${typeof path === 'string' ? path : path(language)}`
  return {
    canonical: pathIn(locale),
    languages: Object.fromEntries(locales.map((other) => [other, pathIn(other)])),
  }
}
