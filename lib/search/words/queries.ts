import { db } from '@/lib/db'
import { Prisma } from '@/prisma/client/client'

/** The most candidates that are weighed one by one. */
export const MOST_WEIGHED = 300

/** SQL condition: each word begins a word of `text`, an expression that has a trigram index. */
export const begins = (text: Prisma.Sql, words: readonly string[]): Prisma.Sql =>
  Prisma.join(
    // Folded words are letters and digits: LIKE takes them as they are.
    words.map((word) => Prisma.sql`${text} LIKE ${`% ${word}%`}`),
    ' AND ',
  )

/** SQL condition: the words, in any spelling near enough for `similarly`, are somewhere in `text`. */
export const resembles = (text: Prisma.Sql, words: readonly string[]): Prisma.Sql =>
  Prisma.sql`${words.join(' ')}::text <% ${text}`

/**
 * Shares of common trigrams at which a spelling counts as near, the strictest first: each is tried only where the one
 * before found nothing. "coworkng" has 0.78 in common with "coworking", "la ruhce" 0.56 with "la ruche", "ruhce" 0.33.
 */
export const NEARNESSES = [0.6, 0.45, 0.3] as const

/** The rows of a query that uses `resembles`, at one of NEARNESSES. */
export async function similarly<T>(nearness: number, query: Prisma.Sql): Promise<T[]> {
  const [, rows] = await db.$transaction([
    // Until the end of the transaction: the pool's connection goes on to others.
    db.$queryRaw`SELECT set_config('pg_trgm.word_similarity_threshold', ${String(nearness)}, true)`,
    db.$queryRaw<T[]>(query),
  ])
  return rows
}
