import { db } from '@/lib/db'
import { eventRows } from '@/prisma/seed/events'
import { gather } from '@/prisma/seed/groups'
import { book } from '@/prisma/seed/guests'
import { accounts, people } from '@/prisma/seed/people'
import { randomOf } from '@/prisma/seed/random'
import { spaceRows } from '@/prisma/seed/spaces'

const SEED = 1554
/** Any number that nothing else locks. */
const LOCK = 20_100_412
/** Milliseconds; the seed itself takes about one second. */
const TIMEOUT = 30_000

/**
 * Fills an empty database with a believable demo around `now`: invented places, people and events on the Riviera
 * and in Paris, all flagged `demo`. Answers false, and writes nothing, when anybody or any place is already there.
 */
export async function seed(now: Date): Promise<boolean> {
  const random = randomOf(SEED)
  const spaces = spaceRows(random, now)
  const everybody = people(random, now)
  const planned = eventRows({ random, now, people: everybody, spaces })
  const { groups, members, series, events: gathered } = gather(random, now, everybody, planned)
  const { events, rsvps } = book(random, now, everybody, gathered)

  return db.$transaction(
    async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(${LOCK})`
      if ((await tx.user.count()) + (await tx.space.count()) > 0) return false
      await tx.space.createMany({ data: spaces.map(({ town: _, ...space }) => space) })
      await tx.user.createMany({ data: accounts(everybody) })
      await tx.freelancer.createMany({ data: everybody.map(({ town: _, ...person }) => person) })
      await tx.group.createMany({ data: groups.map(({ town: _, ...group }) => group) })
      await tx.groupMember.createMany({ data: members })
      await tx.series.create({ data: series })
      await tx.event.createMany({ data: events.map(({ town: _, ...event }) => event) })
      await tx.rsvp.createMany({ data: rsvps })
      return true
    },
    { timeout: TIMEOUT, maxWait: TIMEOUT },
  )
}
