import { fold } from '@/lib/towns/rules'
import { WAYS } from '@/lib/towns/within/rules'
import type { Hit, HitType, Results } from './schema'
import { ELSEWHERE, likenessOf, typedWords } from './words/rules'

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

/** How likely a town is meant: its name in full, its beginning, read out of an address, or a slip away from it. */
export function townLikeness(text: string, name: string, strict: boolean): number {
  const [typed, whole] = [fold(text), fold(name)]
  const coded = /\d{5}/.test(text)
  if (!strict) return coded || ` ${typed} `.includes(` ${whole} `) ? 0.75 : 0.5
  return whole === typed || coded ? 1.3 : whole.startsWith(typed) ? 1.1 : 1
}

/** An address that was asked for as one, or a name that a geocoder alone knows. */
export const addressLikeness = (text: string): number => (isAddress(text) ? 1 : 0.6)

/** Of an earlier answer, what is an answer to the text as it is now: nothing else may stand under it. */
export function stillFitting(groups: Results['groups'], text: string): Results['groups'] {
  const words = typedWords(text)
  return groups
    .map(({ type, hits }) => ({
      type,
      hits: hits.filter(({ title, note }) => likenessOf(words, { name: title, where: note }).value > 0),
    }))
    .filter(({ hits }) => hits.length > 0)
}

/** Where a map goes for a text: the best hit's place; null when nothing has one. */
export function placeOf({
  groups,
}: Pick<Results, 'groups'>): { lat: number; lng: number; type: HitType } | null {
  for (const { type, hits } of groups)
    for (const { lat, lng } of hits) if (lat !== null && lng !== null) return { lat, lng, type }
  return null
}
