import type { View } from '@/lib/map/terms'
import { ELSEWHERE, typedWords } from '@/lib/search/words/rules'
import { fold } from '@/lib/towns/rules'
import { WAYS } from '@/lib/towns/within/rules'
import type { Hit, HitType, Results } from './schema'

/** Letters from which on something may be an address, and from which on any name is worth asking about. */
const ADDRESS = 6
const NAME = 4

/** Does it name a street: by a word for one with another after it, or a number before a word? */
export function isAddress(text: string): boolean {
  const words = fold(text).split(' ')
  if (text.trim().length < ADDRESS) return false
  return words.some((word, at) => {
    const next = words[at + 1] ?? ''
    return WAYS.includes(word) ? next !== '' : /^\d{1,4}(bis|ter)?$/.test(word) && /^\p{L}{2,}/u.test(next)
  })
}

/** From here on, what was found is what was meant, with slips. */
const LIKELY = 0.6

/** A place of ours is at an address when all of its words are those of the place's. */
const ROUNDING = 0.01

/** What our own tables know of a text. */
export type Known = {
  /** A town is called so, or begins so. */
  town: boolean
  /** The best likeness of any place, its address included, and of any outing. */
  likeness: number
}

/** Is it worth asking a geocoder: for an address that none of our places has, and a name that nothing of ours has? */
export function isUnknown(text: string, { town, likeness }: Known): boolean {
  if (isAddress(text)) return likeness < ELSEWHERE - ROUNDING
  return !town && likeness < LIKELY && text.trim().length >= NAME
}

const ORDER: readonly HitType[] = ['town', 'address', 'space', 'event']

/** Groups that hold something, the likeliest kind first; of equals, somewhere to look before something to open. */
export function grouped(found: Record<HitType, { likeness: number; hits: Hit[] }>): Results['groups'] {
  return ORDER.filter((type) => found[type].hits.length > 0)
    .toSorted((a, b) => found[b].likeness - found[a].likeness)
    .map((type) => ({ type, hits: found[type].hits }))
}

/** Letters from which on the beginning of a town's name in another language says something. */
const FOREIGN = 6

/**
 * How likely a town is meant: its name in full, its beginning, that of one of its words, read out of an address, or a slip
 * away from it. Few letters that only begin a name in some other language come last.
 */
export function townLikeness(text: string, name: string, strict: boolean): number {
  const [typed, whole] = [fold(text), fold(name)]
  const coded = /\d{5}/.test(text)
  if (!strict) return coded || ` ${typed} `.includes(` ${whole} `) ? 0.75 : 0.5
  if (whole === typed || coded) return 1.3
  if (whole.startsWith(typed)) return 1.1
  return ` ${whole}`.includes(` ${typed}`) || typed.length >= FOREIGN ? 1 : 0.3
}

/** An address that was asked for as one, or a name that a geocoder alone knows. */
export const addressLikeness = (text: string): number => (isAddress(text) ? 1 : 0.6)

/**
 * Of an earlier answer, what is an answer to the text as it is now, without a slip: nothing else may stand under it. Words
 * of one or two letters may be missing, as in "l’atelier".
 */
export function stillFitting(groups: Results['groups'], text: string): Results['groups'] {
  const typed = typedWords(text).filter((word, _, all) => word.length > 2 || all.length === 1)
  const fits = ({ title, note }: Hit) => {
    const words = fold(`${title} ${note}`).split(' ')
    return typed.every((begun) => words.some((word) => word.startsWith(begun)))
  }
  return groups
    .map(({ type, hits }) => ({ type, hits: hits.filter(fits) }))
    .filter(({ hits }) => hits.length > 0)
}

/** Near enough to see a town with its neighbours, a place among its own, and one house. */
const ZOOMS: Record<HitType, number> = { town: 13, space: 15, event: 15, address: 16 }

/** Where a map goes for a hit; null when it has no place. */
export function viewOf({ type, lat, lng }: Hit): View | null {
  return lat === null || lng === null ? null : { lat, lng, zoom: ZOOMS[type] }
}

/** Somewhere to look, as against something to open. */
export const isSpot = ({ type }: Pick<Hit, 'type'>): boolean => type === 'town' || type === 'address'

/** The best hit of all. */
export const bestOf = ({ groups }: Pick<Results, 'groups'>): Hit | null => groups[0]?.hits[0] ?? null
