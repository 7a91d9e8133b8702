import { boxAround, boxes } from '@/lib/geo/bbox'
import type { LatLng } from '@/lib/geo/types'
import { fold, nearness } from '@/lib/towns/rules'
import { distanceUpTo, slips } from '@/lib/towns/within/rules'

/** More than anybody types; what comes after them is not looked at. */
const MOST_WORDS = 8

/** The words of what was typed, as `search_words` has them in the database. */
export const typedWords = (text: string): string[] =>
  fold(text).split(' ').filter(Boolean).slice(0, MOST_WORDS)

/** Weights of a word's letters: typed in full, begun, and what each slip takes off. */
const BEGUN = 0.9
const SLIPPED = 0.8
const SLIP = 0.15
const FEW = 4

/** How well a typed word answers a word of a name, from 0 to 1; both folded. */
export function wordLikeness(typed: string, word: string): number {
  if (word === typed) return 1
  if (word.startsWith(typed)) return BEGUN
  const most = slips(typed.length)
  // Four letters are enough where they begin alike and are the whole word: "bule" for "Bulle", not for "bureau".
  if (most === 0)
    return typed.length === FEW && typed[0] === word[0] && distanceUpTo(typed, word, 1) === 1
      ? SLIPPED - SLIP
      : 0
  const wrong = Math.min(
    distanceUpTo(typed, word, most),
    distanceUpTo(typed, word.slice(0, typed.length), most),
  )
  return wrong > most ? 0 : SLIPPED - SLIP * wrong
}

/** A word of two letters says little: it may be missing. A number says much. */
const LITTLE = 2
/** What a word found in the address weighs beside one in the name. */
export const ELSEWHERE = 0.8

const isNeeded = (word: string) => word.length > LITTLE || /\d/.test(word)

/** The words in which no slip is forgiven and without which nothing is found: each begins a word of a name, or of where it is. */
export const unforgiven = (typed: readonly string[]): string[] =>
  typed.filter((word) => isNeeded(word) && word.length !== FEW && slips(word.length) === 0)

/** What being the whole of a name adds. */
const WHOLE = 0.3

export type Likeness = {
  /** 0: some word is nowhere; 1: all are in the name; up to 1.3 where they are the whole of it. */
  value: number
  /** Some word is of the name, not only of the address. */
  named: boolean
}

/** How well all typed words together answer a name and where it is. */
export function likenessOf(
  typed: readonly string[],
  { name, where }: { name: string; where: string },
): Likeness {
  const [names, places] = [name, where].map((text) => fold(text).split(' ').filter(Boolean))
  let [sum, named] = [0, false]
  for (const word of typed) {
    const best = (words: string[] = []) => Math.max(0, ...words.map((one) => wordLikeness(word, one)))
    const [inName, beside] = [best(names), ELSEWHERE * best(places)]
    const value = Math.max(inName, beside)
    if (value === 0 && isNeeded(word)) return { value: 0, named: false }
    if (inName > beside && (word.length > LITTLE || typed.length === 1)) named = true
    sum += value
  }
  const [whole, all] = [names?.join(' ') ?? '', typed.join(' ')]
  const bonus = whole === all ? WHOLE : whole.startsWith(all) ? 0.2 : 0
  return { value: typed.length === 0 ? 0 : sum / typed.length + bonus, named }
}

const SUNK = 4

/**
 * The order of what was found: text first (ten for all words), then being at hand (three, next to nothing from 300 km
 * on; `metres` null is nowhere). What nobody confirmed for long sinks.
 */
export const rankOf = (likeness: number, metres: number | null, stale = false): number =>
  10 * likeness + (metres === null ? 0 : nearness(metres)) - (stale ? SUNK : 0)

/** The best first; of equals the nearest, then by id, so that the order is always the same. */
export function ranked<T extends { id: string }>(
  items: T[],
  valuesOf: (item: T) => { rank: number; metres: number | null },
): T[] {
  return items
    .map((item) => ({ item, ...valuesOf(item) }))
    .sort(
      (a, b) =>
        b.rank - a.rank ||
        (a.metres ?? Number.POSITIVE_INFINITY) - (b.metres ?? Number.POSITIVE_INFINITY) ||
        (a.item.id < b.item.id ? -1 : 1),
    )
    .map(({ item }) => item)
}

/** Is it enough of what is at hand: as many as are shown, or one that is called just so? */
export const isEnough = (found: readonly { likeness: number }[], limit: number): boolean =>
  found.length >= limit || found.some(({ likeness }) => likeness >= 1 + WHOLE)

/** Metres around where one looks: what is meant more likely than what is called alike elsewhere. */
export const AT_HAND = 20_000

const PER_DEGREE = 4
const AROUND = 360 * PER_DEGREE

/** The numbers of the squares that hold all within so many metres, as `search_square` gives them in the database. */
export function squaresAround(near: LatLng, metres: number): number[] {
  const from = (degrees: number) => Math.floor(degrees * PER_DEGREE)
  const steps = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, n) => first + n)
  return boxes(boxAround(near, metres)).flatMap(({ west, south, east, north }) =>
    steps(from(south), from(north)).flatMap((row) =>
      steps(from(west), from(east)).map((column) => row * AROUND + column),
    ),
  )
}
