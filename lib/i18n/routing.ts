import { defineRouting } from 'next-intl/routing'

/** French first: it is what `/` falls back to when the browser asks for neither language. */
export const locales = ['fr', 'en'] as const

export type Locale = (typeof locales)[number]

export const routing = defineRouting({
  locales,
  defaultLocale: 'fr',
  localePrefix: 'always',
  // The Link header would be built from the Host header; pages name their alternates themselves.
  alternateLinks: false,
  localeCookie: { sameSite: 'lax', maxAge: 365 * 24 * 3600 },
})
