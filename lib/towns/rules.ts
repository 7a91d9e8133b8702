/** A town of the gazetteer. */
export type Town = {
  /** "fr-06029" (INSEE code) or "geonames-3028808". */
  id: string
  name: string
  /** Its first postcode; null where the gazetteer has none (outside France). */
  postcode: string | null
  /** Département in France, else empty. */
  region: string
  /** ISO 3166-1 alpha-2. */
  country: string
  lat: number
  lng: number
  population: number
}

const LIGATURES: Record<string, string> = { œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', ł: 'l', đ: 'd' }
const SHORT_FORMS: Record<string, string> = { st: 'saint', ste: 'sainte', sts: 'saints', stes: 'saintes' }

/** A name as it is compared: lower case, no accents, words apart by one space, "St" written out. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[œæßøłđ]/g, (letter) => LIGATURES[letter] ?? letter)
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .map((word) => SHORT_FORMS[word] ?? word)
    .join(' ')
}

/** "Paris 11", "Lyon 3e": a district of a city that is one commune. */
const DISTRICT = /^(paris|lyon|marseille) \d{1,2}(er|e|eme)?( arrondissement)?$/

/** What was typed: the words of a name, and the beginning of a postcode ("cannes 06", "06400"). */
export function readQuery(typed: string): { words: string; postcode: string } {
  const words = fold(typed).replace(DISTRICT, '$1').split(' ')
  const isPostcode = (word: string) => /^(\d{2,5}|2[ab])$/.test(word)
  return {
    words: words.filter((word) => !isPostcode(word)).join(' '),
    postcode: words.find(isPostcode) ?? '',
  }
}

/** How well a folded name answers the words: 3 the same, 2 begins so, 1 one of its words begins so, 0 not at all. */
export function match(name: string, words: string): 0 | 1 | 2 | 3 {
  if (name === words) return 3
  if (name.startsWith(words)) return 2
  return name.includes(` ${words}`) ? 1 : 0
}

const WEIGHTS = [0, 0, 1, 3] as const
/** Kilometres over which nearness loses most of its weight. */
const NEAR = 60

/**
 * The order of answers: an exact name counts as much as a thousand times the population, a beginning ten times,
 * being at hand a thousand times. `metres` is the way from where one looks, null when that is unknown.
 */
export function score(quality: 1 | 2 | 3, population: number, metres: number | null): number {
  return WEIGHTS[quality] + Math.log10(population + 10) + (metres === null ? 0 : nearness(metres))
}

/** What being at hand adds: 3 where one looks, next to nothing from 300 km on. */
export const nearness = (metres: number): number => 3 * Math.exp(-metres / 1000 / NEAR)
