import type { Metadata } from 'next'
import { type Locale, locales } from './routing'

/** The page's own address and its other languages, for search engines; `path` is without the language. */
export function alternates(locale: Locale, path: string): Metadata['alternates'] {
  return {
    canonical: `/${locale}${path}`,
    languages: Object.fromEntries(locales.map((other) => [other, `/${other}${path}`])),
  }
}
