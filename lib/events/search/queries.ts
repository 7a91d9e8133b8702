import { db } from '@/lib/db'
import { type EventCard, eventCards } from '@/lib/events/cards/queries'
import type { LatLng } from '@/lib/geo/types'
import { soughtEvents, soughtOnce } from '@/lib/map/filters/queries'
import { NO_FILTERS } from '@/lib/map/rules'
import { begins, MOST_WEIGHED, NEARNESSES, resembles, similarly } from '@/lib/search/words/queries'
import { likenessOf, ranked, rankOf, typedWords } from '@/lib/search/words/rules'
import { Prisma } from '@/prisma/client/client'

type Options = {
  now: Date
  /** IANA zone in which days are meant. */
  timeZone: string
  viewerId: string | null
  limit: number
  near?: LatLng | null
}

export type RankedEvent = EventCard & { likeness: number }

/** Written as the index events_words_trgm is, so that it serves. */
const WORDS = Prisma.sql`search_words(events.title || ' ' || events.place_name || ' ' || events.city)`

/**
 * Outings by words of their title and place, the best first, each series once: those that lists show to this viewer, so no
 * draft, no unlisted one, nothing that is over, and no home of somebody from whom they are hidden.
 */
export async function searchEvents(text: string, { limit, near, ...who }: Options): Promise<RankedEvent[]> {
  const words = typedWords(text)
  if (words.length === 0) return []
  const sought = { bbox: null, filters: NO_FILTERS, ...who }
  const page = { near: near ?? null, limit: MOST_WEIGHED }
  const cards = async (where: Prisma.Sql) =>
    rankedBy(words, (await eventCards(Prisma.sql`${soughtOnce(sought)} AND ${where}`, page)).events)
  let found = await cards(begins(WORDS, words))
  for (const nearness of found.length > 0 ? [] : NEARNESSES) {
    const alike = await db.$queryRaw<{ id: string }[]>(
      similarly(
        nearness,
        Prisma.sql`SELECT events.id FROM events WHERE ${soughtEvents(sought)} AND ${resembles(WORDS, words)}
          ORDER BY starts_at LIMIT ${MOST_WEIGHED}`,
      ),
    )
    if (alike.length === 0) continue
    found = await cards(Prisma.sql`events.id = ANY(${alike.map(({ id }) => id)}::uuid[])`)
    if (found.length > 0) break
  }
  return found.slice(0, limit)
}

function rankedBy(words: string[], events: EventCard[]): RankedEvent[] {
  const found = events.flatMap((event) => {
    const { value, named } = likenessOf(words, {
      name: `${event.title} ${event.placeName}`,
      where: event.city,
    })
    return value > 0 && named ? [{ ...event, likeness: value }] : []
  })
  return ranked(found, ({ likeness, distance }) => ({ rank: rankOf(likeness, distance), metres: distance }))
}
