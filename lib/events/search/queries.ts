import { db } from '@/lib/db'
import { type EventCard, eventCards } from '@/lib/events/cards/queries'
import type { LatLng } from '@/lib/geo/types'
import { soonest, soughtEvents } from '@/lib/map/filters/queries'
import { columns } from '@/lib/map/queries'
import { NO_FILTERS } from '@/lib/map/rules'
import {
  begins,
  type Forgiven,
  MOST_WEIGHED,
  NEARNESSES,
  reaches,
  resembles,
  similarly,
} from '@/lib/search/words/queries'
import { isEnough, likenessOf, ranked, rankOf, typedWords } from '@/lib/search/words/rules'
import { Prisma } from '@/prisma/client/client'

type Options = {
  now: Date
  /** IANA zone in which days are meant. */
  timeZone: string
  viewerId: string | null
  limit: number
  near?: LatLng | null
  slips?: Forgiven
}

/** Of words that more outings bear, any so many are read and the soonest of them weighed: a fifth of all are "Open coffee". */
const MOST_READ = 2000

const NAME = Prisma.sql`search_words(events.title || ' ' || events.place_name)`

export type RankedEvent = EventCard & { likeness: number }

/** Written as the index events_words_trgm is, so that it serves. */
const WORDS = Prisma.sql`search_words(events.title || ' ' || events.place_name || ' ' || events.city)`

/**
 * Outings by words of their title and place, the best first, each series once: those that lists show to this viewer, so no
 * draft, no unlisted one, nothing that is over, and no home of somebody from whom they are hidden.
 */
export async function searchEvents(
  text: string,
  { limit, near, slips = 'everywhere', ...who }: Options,
): Promise<RankedEvent[]> {
  const words = typedWords(text)
  if (words.length === 0) return []
  const sought = { bbox: null, filters: NO_FILTERS, ...who }
  const at = near ?? null
  const page = { near: at, limit: MOST_WEIGHED, costly: soonest(sought) }
  /** The soonest of so many that fulfil a condition. */
  const cards = async (where: Prisma.Sql) =>
    (await eventCards(Prisma.sql`${soughtEvents(sought)} AND ${where}`, page)).events
  const some = (where: Prisma.Sql) =>
    Prisma.sql`SELECT events.id FROM events WHERE ${soughtEvents(sought)} AND ${where} LIMIT ${MOST_READ}`
  // Of a town's name, all outings of the town would be read, to be left out: a town is no name of an outing.
  const beyondTown = slips === 'nowhere' ? Prisma.sql`AND ${begins(NAME, words)}` : Prisma.empty
  if (slips !== 'elsewhere') {
    const spelt: EventCard[] = []
    let found: RankedEvent[] = []
    for (const where of reaches(columns.events, at)) {
      const called = some(Prisma.sql`${begins(WORDS, words)} AND ${where} ${beyondTown}`)
      spelt.push(...(await cards(Prisma.sql`events.id = ANY(ARRAY(${called}))`)))
      found = rankedBy(words, spelt)
      if (isEnough(found, limit)) break
    }
    if (found.length > 0 || slips === 'nowhere') return found.slice(0, limit)
  }
  for (const nearness of NEARNESSES)
    for (const where of reaches(columns.events, at, slips)) {
      const query = some(Prisma.sql`${resembles(WORDS, words)} AND ${where}`)
      const alike = await db.$queryRaw<{ id: string }[]>(similarly(nearness, query))
      if (alike.length === 0) continue
      const found = rankedBy(
        words,
        await cards(Prisma.sql`events.id = ANY(${alike.map(({ id }) => id)}::uuid[])`),
      )
      if (found.length > 0) return found.slice(0, limit)
    }
  return []
}

function rankedBy(words: string[], events: EventCard[]): RankedEvent[] {
  const each = new Map(events.map((event) => [event.id, event])).values()
  const found = [...each].flatMap((event) => {
    const { value, named } = likenessOf(words, {
      name: `${event.title} ${event.placeName}`,
      where: event.city,
    })
    return value > 0 && named ? [{ ...event, likeness: value }] : []
  })
  return ranked(found, ({ likeness, distance }) => ({ rank: rankOf(likeness, distance), metres: distance }))
}
