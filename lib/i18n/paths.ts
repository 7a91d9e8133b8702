/** Where the pages of towns are, by language: /fr/lieux/cannes, /en/places/cannes. The route is that of English. */
export const TOWNS_IN = { fr: 'lieux', en: 'places' } as const

/** The path of a town's page in a language, without it. */
export const townPath = (locale: keyof typeof TOWNS_IN, slug: string) => `/${TOWNS_IN[locale]}/${slug}`
