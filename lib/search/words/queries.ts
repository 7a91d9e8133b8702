import type { LatLng } from '@/lib/geo/types'
import type { PointColumns } from '@/lib/map/queries'
import { Prisma } from '@/prisma/client/client'
import { AT_HAND, squaresAround, unforgiven } from './rules'

/** The most candidates that are weighed one by one. */
export const MOST_WEIGHED = 300

/** SQL condition: each word begins a word of `text`, an expression that has a trigram index. */
export const begins = (text: Prisma.Sql, words: readonly string[]): Prisma.Sql =>
  Prisma.join(
    // Folded words are letters and digits: LIKE takes them as they are.
    words.map((word) => Prisma.sql`${text} LIKE ${`% ${word}%`}`),
    ' AND ',
  )

/** SQL condition: at hand, or in a square that is. Of two columns of one index, so that little is read of what is alike elsewhere. */
export const atHand = ({ lat, lng }: PointColumns, near: LatLng): Prisma.Sql =>
  Prisma.sql`search_square(${lat}, ${lng}) && ${squaresAround(near, AT_HAND)}::int[]`

/**
 * SQL condition, inside `similarly` alone: the words, in a spelling near enough, are somewhere in `text`. Those in which no slip
 * is forgiven begin a word of it or of `whole`, which is more: a number leaves little to compare of all that is alike.
 */
export const resembles = (text: Prisma.Sql, words: readonly string[], whole = text): Prisma.Sql => {
  const alike = Prisma.sql`nearness.share IS NOT NULL AND ${words.join(' ')}::text <% ${text}`
  const exact = unforgiven(words)
  return exact.length > 0 ? Prisma.sql`${alike} AND ${begins(whole, exact)}` : alike
}

/** Where a slip is forgiven. `elsewhere` goes on after `at hand` found nothing, and looks for nothing that is spelt so. */
export type Forgiven = 'nowhere' | 'at hand' | 'elsewhere' | 'everywhere'

/** SQL conditions: where to look first, and where after it. */
export const reaches = (
  columns: PointColumns,
  near: LatLng | null,
  within: Forgiven = 'everywhere',
): Prisma.Sql[] => [
  ...(near && within !== 'elsewhere' ? [atHand(columns, near)] : []),
  ...(within === 'at hand' ? [] : [Prisma.sql`true`]),
]

/**
 * Shares of common trigrams at which a spelling counts as near, the stricter first: the looser is tried only where it found
 * nothing. "coworkng" has 0.78 in common with "coworking", "la ruhce" 0.56 with "la ruche", "ruhce" 0.33.
 */
export const NEARNESSES = [0.45, 0.3] as const

/**
 * A query that uses `resembles`, at one of NEARNESSES. The threshold is a setting: set by the same statement and for it
 * alone, before the rows are looked for, which the lateral reference in `resembles` makes sure of. (A transaction of
 * several statements would have to be begun, and its beginning is the first thing to fail on a busy process.)
 */
export const similarly = (nearness: number, query: Prisma.Sql): Prisma.Sql => Prisma.sql`
  SELECT found.* FROM (
    SELECT set_config('pg_trgm.word_similarity_threshold', ${String(nearness)}, true) AS share OFFSET 0
  ) AS nearness CROSS JOIN LATERAL (${query}) AS found`
