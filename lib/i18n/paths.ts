/** Where the pages of towns are, by language: /fr/lieux/cannes, /en/places/cannes. The route is that of English. */
export const TOWNS_IN = { fr: 'lieux', en: 'places' } as const

type Locale = keyof typeof TOWNS_IN

/** The path of the list of towns in a language, without it. */
export const townsPath = (locale: Locale) => `/${TOWNS_IN[locale]}`

/** The path of a town's page in a language, without it. */
export const townPath = (locale: Locale, slug: string) => `${townsPath(locale)}/${slug}`
