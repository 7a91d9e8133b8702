import { wordLikeness } from '@/lib/search/words/rules'
import type { SpaceKind } from '@/lib/spaces/schema'

/** What people call a kind of place, folded, in both languages. */
const KIND_WORDS: [string, SpaceKind][] = [
  ['coworking', 'coworking'],
  ['cowork', 'coworking'],
  ['tiers', 'third_place'],
  ['cafe', 'cafe'],
  ['cafes', 'cafe'],
  ['bibliotheque', 'library'],
  ['mediatheque', 'library'],
  ['library', 'library'],
]

/** The second half of "tiers-lieu" and of "coffee shop", and what stands between a kind and its town. */
const FILLING = new Set(['lieu', 'lieux', 'shop', 'a', 'au', 'de', 'en', 'in', 'the', 'le', 'la'])

/** Letters from which on a word that is begun, or has a slip in it, may mean a kind. */
const ENOUGH = 5

/** The kind of place that one of the typed words means, and the words left, which say where; null when none does. */
export function kindMeant(words: readonly string[]): { kind: SpaceKind; rest: string[] } | null {
  for (const [at, word] of words.entries())
    for (const [called, kind] of KIND_WORDS)
      if (word === called || (word.length >= ENOUGH && wordLikeness(word, called) > 0))
        return { kind, rest: words.filter((other, i) => i !== at && !FILLING.has(other)) }
  return null
}
