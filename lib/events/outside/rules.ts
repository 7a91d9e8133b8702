/** Somebody who comes, as far as one may know. */
export interface Comer {
  trade: string
  interests: string[]
}

/** An activity outside work. */
export interface Activity {
  id: string
  /** Title and words of welcome. */
  words: string
  comers: Comer[]
  /** Metres; null when nobody knows. */
  distance: number | null
  startsAt: Date
}

export interface Suggested {
  id: string
  /** An interest of one's own that it is about, or that somebody who comes has, too; null when there is none. */
  interest: string | null
  /** How many other trades than one's own come. */
  otherTrades: number
}

const folded = (text: string) => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()

/** Does a text hold these words, as words? */
const holds = (text: string, words: string) =>
  new RegExp(`(?<![\\p{L}\\p{N}])${RegExp.escape(folded(words))}s?(?![\\p{L}\\p{N}])`, 'u').test(folded(text))

/** The first of these interests that a text is about, or null. Accents, capitals and a plural do not count. */
export const interestIn = (words: string, interests: string[]): string | null =>
  interests.find((interest) => holds(words, interest)) ?? null

/**
 * Activities outside work, those one is likeliest to enjoy in other company than one's own trade first: about an
 * interest of one's own; else with people who share one; then with the more other trades; then nearer; then sooner.
 * Accents and capitals do not count. An unknown trade is no other trade.
 */
export function outsideTrade(activities: Activity[], me: Comer): Suggested[] {
  const ranked = activities.map(({ id, words, comers, distance, startsAt }) => {
    const about = interestIn(words, me.interests)
    const theirs = new Set(comers.flatMap(({ interests }) => interests.map(folded)))
    const shared = me.interests.find((interest) => theirs.has(folded(interest))) ?? null
    const trades = new Set(comers.flatMap(({ trade }) => folded(trade) || []))
    trades.delete(folded(me.trade))
    return { id, about, shared, otherTrades: trades.size, distance, startsAt }
  })
  return ranked
    .sort(
      (a, b) =>
        Number(b.about !== null) - Number(a.about !== null) ||
        Number(b.shared !== null) - Number(a.shared !== null) ||
        b.otherTrades - a.otherTrades ||
        (a.distance ?? Number.POSITIVE_INFINITY) - (b.distance ?? Number.POSITIVE_INFINITY) ||
        a.startsAt.getTime() - b.startsAt.getTime() ||
        (a.id < b.id ? -1 : 1),
    )
    .map(({ id, about, shared, otherTrades }) => ({ id, interest: about ?? shared, otherTrades }))
}
