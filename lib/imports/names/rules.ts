import * as words from './schema'

/** What a place's name says. All words are folded: lower case, without accents or punctuation. */
export type ReadName = {
  /** Every word but linking ones, legal forms and the town. */
  words: string[]
  /** Those that say which place it is, not of what sort. */
  telling: string[]
  /** Sorts of institution named, by the first words of `INSTITUTIONS`. */
  institutions: Set<string>
  /** Words for a part of a larger whole: "north", "annexe", "b", "5". */
  parts: Set<string>
}

const set = (text: string) => new Set(text.split(' '))
const UNSAID = new Set([...set(words.LINKING), ...set(words.LEGAL)])
const FILLER = set(words.FILLER)
const PARTS = set(words.PARTS)
const INSTITUTION_OF = new Map(
  words.INSTITUTIONS.flatMap((text) => text.split(' ').map((word) => [word, text.split(' ')[0] ?? word])),
)

/** Lower case, no accents, letters and digits of any script with single blanks between: "L’Ébène & Co" → "l ebene co". */
export function fold(text: string): string {
  return text
    .replace(/(?<!\p{L})(?:\p{L}\.){1,6}\p{L}(?!\p{L})/gu, (initials) => initials.replaceAll('.', ''))
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll('ß', 'ss')
    .replace(/(?<=\p{L})['’](?=s\b)/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Reads a name; `town` is left out of it (half of the sources add it) unless nothing is left then. */
export function readName(name: string, town: string): ReadName {
  const away = new Set(saints(fold(town)).split(' '))
  const all = phrased(saints(fold(name)))
    .split(' ')
    .filter(Boolean)
  const said = all.filter(
    (word, i) => !UNSAID.has(word) || (i > 0 && i === all.length - 1 && word.length === 1),
  )
  const outside = said.filter((word) => !away.has(word))
  const kept = [outside, said, all].find((list) => list.length > 0) ?? []
  const institutions = new Set(kept.flatMap((word) => INSTITUTION_OF.get(word) ?? []))
  const isPart = (word: string) =>
    PARTS.has(word) ||
    /^(\d{1,3}|\p{L}\p{N}?)$/u.test(word) ||
    (word === 'restaurant' && institutions.has('scolaire'))
  return {
    words: kept,
    telling: kept.filter((word) => !FILLER.has(word) && !INSTITUTION_OF.has(word) && word.length > 1),
    institutions,
    parts: new Set(kept.filter(isPart)),
  }
}

export function saints(folded: string): string {
  return folded.replace(/\bste\b/g, 'sainte').replace(/\bst\b/g, 'saint')
}

function phrased(folded: string): string {
  return words.PHRASES.reduce((text, [pattern, word]) => text.replace(pattern, word), folded)
}

/** How many words two lists share, from 0 to 1 (Dice); a slip of the pen in a long word is forgiven. */
export function shared(a: string[], b: string[]): number {
  const [one, other] = [[...new Set(a)], [...new Set(b)]]
  if (one.length === 0 || other.length === 0) return 0
  return (2 * found(one, other)) / (one.length + other.length)
}

/** The share of the shorter list that the longer one holds, from 0 to 1. */
export function held(a: string[], b: string[]): number {
  const [one, other] = [[...new Set(a)], [...new Set(b)]]
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  return short.length === 0 ? 0 : found(short, long) / short.length
}

const found = (needles: string[], stack: string[]) =>
  needles.filter((needle) => stack.some((word) => needle === word || slip(needle, word))).length

/** One letter more, less or other, in words of five and more: "Piza" is too short to tell, "Pizza" is not. */
function slip(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (long.length < 5 || long.length - short.length > 1 || /\d/.test(a + b)) return false
  let i = 0
  while (i < short.length && short[i] === long[i]) i += 1
  return short.slice(short.length === long.length ? i + 1 : i) === long.slice(i + 1)
}
