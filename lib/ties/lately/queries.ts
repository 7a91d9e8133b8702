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
  const only = eventId ? sql`= ${eventId}::uuid` : undefined
  const [own, events] = await Promise.all([
    standing(actorId),
    db.$queryRaw<Pick<Lately, 'id' | 'title' | 'endsAt' | 'timeZone'>[]>`
      SELECT events.id, events.title, events.ends_at AS "endsAt", events.time_zone AS "timeZone"
      FROM (${present({ at: only, of: sql`= ${actorId}::uuid` })}) AS mine
      JOIN events ON events.id = mine.event AND ${sharedBy(now)} AND events.ends_at > ${since}
      ORDER BY events.ends_at DESC, events.id LIMIT ${SHOWN}`,
  ])
  if (events.length === 0) return []
  const there = present({ at: sql`= ANY(${events.map(({ id }) => id)}::uuid[])` })
  const [seats, people] = await Promise.all([
    db.$queryRaw<{ event: string; person: string }[]>`${there}`,
    own === 'in' ? known(actorId, sql`SELECT DISTINCT person AS id FROM (${there}) AS there`) : [],
  ])
  const byEvent = Map.groupBy(seats, ({ event }) => event)
  return events.map((event) => {
    const here = new Set(byEvent.get(event.id)?.map(({ person }) => person))
    return {
      ...event,
      slug: slugify(event.title),
      standing: own,
      people: people.filter(({ id }) => here.has(id)).map(asStranger),
    }
  })
}
