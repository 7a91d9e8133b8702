import { db } from '@/lib/db'
import { present, sharedBy } from '@/lib/meetings/presence/queries'
import { firstName } from '@/lib/rsvps/rules'
import { slugify } from '@/lib/slug'
import { type Known, known, standing } from '@/lib/ties/queries'
import { OFFERED_FOR, type Standing } from '@/lib/ties/rules'
import { Prisma } from '@/prisma/client/client'

const { sql } = Prisma

/** Outings that are offered at a time. */
const SHOWN = 3

/** An outing that is over, and who was there as far as the reader may know. */
export interface Lately {
  id: string
  title: string
  slug: string
  endsAt: Date
  timeZone: string
  standing: Standing
  people: Known[]
}

/** By first name, as a list of those who come has them. */
const asStranger = (person: Known): Known => ({ ...person, name: firstName(person.name) })

/** The outings of the last fortnight that somebody was at, the latest first: of one event, or the last few. */
export async function lately(actorId: string, now: Date, eventId?: string): Promise<Lately[]> {
  const since = new Date(now.getTime() - OFFERED_FOR)
  const at = eventId ? sql`= ${eventId}::uuid` : undefined
  const [own, events] = await Promise.all([
    standing(actorId),
    db.$queryRaw<Pick<Lately, 'id' | 'title' | 'endsAt' | 'timeZone'>[]>`
      SELECT events.id, events.title, events.ends_at AS "endsAt", events.time_zone AS "timeZone"
      FROM (${present({ at, of: sql`= ${actorId}::uuid` })}) AS mine
      JOIN events ON events.id = mine.event AND ${sharedBy(now)} AND events.ends_at > ${since}
      ORDER BY events.ends_at DESC, events.id LIMIT ${SHOWN}`,
  ])
  const found: Lately[] = []
  for (const event of events) {
    const there = sql`SELECT person AS id FROM (${present({ at: sql`= ${event.id}::uuid` })}) AS there`
    found.push({
      ...event,
      slug: slugify(event.title),
      standing: own,
      people: own === 'in' ? (await known(actorId, there)).map(asStranger) : [],
    })
  }
  return found
}
