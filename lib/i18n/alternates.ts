import type { Metadata } from 'next'
import { type Locale, routing } from './routing'

/** A path without the language, or one that differs with it. */
export type PathIn = string | ((locale: Locale) => string)

/**
 * A page's path in each language, and `x-default`: what whoever reads neither is shown, as `/` shows it.
 * https://developers.google.com/search/docs/specialty/international/localized-versions
 */
export function languagesOf(path: PathIn): Record<Locale | 'x-default', string> {
  const pathIn = (language: Locale) => `/${language}${typeof path === 'string' ? path : path(language)}`
  return { fr: pathIn('fr'), en: pathIn('en'), 'x-default': pathIn(routing.defaultLocale) }
}

/** The page's own address and its other languages, for search engines. */
export function alternates(locale: Locale, path: PathIn): Metadata['alternates'] {
  const languages = languagesOf(path)
  return { canonical: languages[locale], languages }
}
