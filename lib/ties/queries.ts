import { db } from '@/lib/db'
import { mayKnow } from '@/lib/meetings/presence/queries'
import { type Met, metBy } from '@/lib/meetings/queries'
import { Prisma } from '@/prisma/client/client'
import { type Standing, standingOf } from './rules'

const { sql } = Prisma

/** Somebody whom the reader may know of, and what the two said, as far as it is the reader's to know. */
export interface Known {
  id: string
  name: string
  trade: string
  /** The reader is glad of them. */
  glad: boolean
  /** So are they of the reader. Always false without `glad`. */
  tied: boolean
  /** How the reader lets them reach them. */
  myWay: string
  /** How they may be reached. Empty while there is no tie. */
  theirWay: string
}

/**
 * Those among `ids`, SQL of rows (id), whom somebody may know of, by name. What the others said is read through what
 * they said themselves: whoever is not glad of a person sees the same whatever that person said.
 */
export function known(actorId: string, ids: Prisma.Sql): Promise<Known[]> {
  return db.$queryRaw<Known[]>`
    SELECT them.id, them.name, them.trade, mine.about_id IS NOT NULL AS glad, theirs.about_id IS NOT NULL AS tied,
      coalesce(mine.way, '') AS "myWay", coalesce(theirs.way, '') AS "theirWay"
    FROM (${ids}) AS asked
    JOIN freelancers AS them ON them.id = asked.id AND them.id <> ${actorId}::uuid
    JOIN freelancers AS me ON me.id = ${actorId}::uuid
    LEFT JOIN glads AS mine ON mine.person_id = me.id AND mine.about_id = them.id
    LEFT JOIN glads AS theirs ON theirs.person_id = mine.about_id AND theirs.about_id = mine.person_id
    WHERE ${mayKnow(sql`me`, sql`them`)}
    ORDER BY lower(them.name), them.id`
}

/** Somebody's tie with a person, as they see it; null while it is not mutual, or either may not know of the other. */
export async function tieWith(actorId: string, personId: string): Promise<Known | null> {
  const [person] = await known(actorId, sql`SELECT ${personId}::uuid AS id`)
  return person?.tied ? person : null
}

/** Those with whom somebody is tied. */
export async function tiesOf(actorId: string): Promise<Known[]> {
  const people = await known(
    actorId,
    sql`SELECT about_id AS id FROM glads WHERE person_id = ${actorId}::uuid`,
  )
  return people.filter(({ tied }) => tied)
}

/** Whether somebody is in, and why not. */
export async function standing(actorId: string): Promise<Standing> {
  const select = { visibility: true, seeAgain: true } as const
  return standingOf(await db.freelancer.findUniqueOrThrow({ where: { id: actorId }, select }))
}

/** Somebody met, and what became of it. */
export type MetPerson = Known & Pick<Met, 'times' | 'timeZone'> & { last: Date | null }

/** Of those met and not tied, the latest. */
const SHOWN = 100

/** Those whom somebody met, the latest first, and apart from them those with whom they are tied. */
export async function myPeople(
  actorId: string,
  now: Date,
): Promise<{ standing: Standing; ties: MetPerson[]; met: MetPerson[] }> {
  const [own, meetings, ties] = await Promise.all([
    standing(actorId),
    metBy(actorId, { now }),
    tiesOf(actorId),
  ])
  const tied = new Map(ties.map((tie) => [tie.id, tie]))
  const others = meetings.flatMap(({ id }) => (tied.has(id) ? [] : [id])).slice(0, SHOWN)
  const named = new Map(
    (await known(actorId, sql`SELECT unnest(${others}::uuid[]) AS id`)).map((person) => [person.id, person]),
  )
  const when = new Map(meetings.map((met) => [met.id, met]))
  const withTimes = (person: Known): MetPerson => {
    const { times = 0, last = null, timeZone = 'UTC' } = when.get(person.id) ?? {}
    return { ...person, times, last, timeZone }
  }
  return {
    standing: own,
    ties: ties.map(withTimes).sort((a, b) => Number(b.last) - Number(a.last)),
    // A tie that was formed between the two readings is for the next look.
    met: others.flatMap((id) => named.get(id) ?? []).map(withTimes),
  }
}
