import { fold } from '@/lib/towns/rules'

/** A run of words in what was typed that may be the name of a town. */
export type Run = {
  name: string
  /** Place of its first word, and how many there are. */
  from: number
  words: number
  /** `before` the street that an address goes on with: "arcueil rue berthollet". */
  at: 'whole' | 'end' | 'start' | 'before' | 'middle'
  ofStreet: boolean
}

/** "26000valence", "Servandoni75006". */
const GLUED = /(?<!\d)\d{5}(?=\p{L})|(?<=\p{L})\d{5}(?!\d)/gu

/** Before "France", they make it part of a name: Tremblay-en-France, Île-de-France. */
const IN_FRANCE = new Set(['en', 'de', 'la', 'pays'])

/** The folded words of an address, its country left out. */
export function wordsOf(typed: string): string[] {
  const words = fold(typed.replaceAll(GLUED, ' $& ')).split(' ').filter(Boolean)
  const country = words.length > 1 && words.at(-1) === 'france' && !IN_FRANCE.has(words.at(-2) ?? '')
  return country ? words.slice(0, -1) : words
}

/** Words of the longest name that is looked for. */
const LONGEST = 7

/** What streets and addresses are made of: no town is meant by one of these alone, though some are called so. */
const STREET = new Set(
  'rue grand grande av avenue bd boulevard bld place pl chemin che route rte allee allees impasse imp quai cours square sq lotissement lot residence res hameau zone za zi zac bis ter quater cedex france promenade prom passage cite villa voie sentier porte pte pont gare ecole mairie eglise musee parking centre le la les l d de du des en et a au aux sur sous'.split(
    ' ',
  ),
)

/** What a street's name begins with, folded. */
export const WAYS = 'rue avenue av boulevard bd place pl chemin route allee impasse quai cours square'.split(
  ' ',
)

/** Words that say that a street's own name follows. */
const LEADS = new Set([...WAYS, 'de', 'du', 'des', 'la'])

/** All runs of words that may name a town, in no order. `words` is folded. */
export function runsOf(words: readonly string[]): Run[] {
  const runs: Run[] = []
  for (let from = 0; from < words.length; from++)
    for (let to = from + 1; to <= Math.min(words.length, from + LONGEST); to++) {
      const name = words.slice(from, to).join(' ')
      if (to - from === 1 && (STREET.has(name) || /\d/.test(name)) && words.length > 1) continue
      runs.push({
        name,
        from,
        words: to - from,
        at: positionOf(words, from, to),
        ofStreet: LEADS.has(words[from - 1] ?? ''),
      })
    }
  return runs
}

function positionOf(words: readonly string[], from: number, to: number): Run['at'] {
  if (to === words.length) return from === 0 ? 'whole' : 'end'
  if (from === 0) return 'start'
  const next = words.slice(to, to + 3).find((word) => !/^(\d+|bis|ter)$/.test(word))
  return WAYS.includes(next ?? '') ? 'before' : 'middle'
}

/** Does the one stand inside the other, which is longer? */
export const isWithin = (run: Run, longer: Run): boolean =>
  longer.words > run.words && longer.from <= run.from && run.from + run.words <= longer.from + longer.words

/** Have they no word in common? */
export const isApart = (a: Run, b: Run): boolean => a.from + a.words <= b.from || b.from + b.words <= a.from

const PLACES = { whole: 4, end: 3, start: 2.5, before: 2.5, middle: 0 } as const

/** How likely a run means a town of that name: long names, great towns, and names at the end of an address. */
export function likelihood({ words, at, ofStreet }: Run, population: number): number {
  return 1.2 * words + Math.log10(population + 10) + PLACES[at] - (ofStreet ? 1.5 : 0)
}

/** How many letters may be wrong in a name of that length. */
export const slips = (length: number): number => (length < 5 ? 0 : length < 8 ? 1 : 2)

/**
 * Letters to add, drop, change or swap with their neighbour to make one text of the other (restricted
 * Damerau–Levenshtein distance); `most` + 1 when it is more than `most`.
 */
export function distanceUpTo(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let [before, last] = [[] as number[], Array.from({ length: b.length + 1 }, (_, j) => j)]
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    let least = i
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1)
      row.push(cost)
      least = Math.min(least, cost)
    }
    if (least > most) return most + 1
    ;[before, last] = [last, row]
  }
  return Math.min(last[b.length] ?? 0, most + 1)
}
