import { db } from '@/lib/db'
import { eventRows } from '@/prisma/seed/events'
import { found, observationRows, visitRows } from '@/prisma/seed/found'
import { gently, greeterRows } from '@/prisma/seed/gentle'
import { gather } from '@/prisma/seed/groups'
import { book } from '@/prisma/seed/guests'
import { homeTable } from '@/prisma/seed/home'
import { past } from '@/prisma/seed/past'
import { accounts, people } from '@/prisma/seed/people'
import { clientDayRows, presenceRows } from '@/prisma/seed/presences'
import { randomOf } from '@/prisma/seed/random'
import { spaceRows } from '@/prisma/seed/spaces'
import { ties } from '@/prisma/seed/ties'
import { wishRows } from '@/prisma/seed/wishes'

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
  // Chance of its own, so that what is known of a place changes nobody's outings.
  const luck = randomOf(SEED + 1)
  const spaces = found(luck, spaceRows(random, now))
  const everybody = people(random, now)
  const planned = eventRows({ random, now, people: everybody, spaces })
  const { groups, members, series, events: gathered } = gather(random, now, everybody, planned)
  const booked = book(random, now, everybody, gathered)
  const { rsvps } = booked
  const events = gently(now, booked.events)
  const presences = presenceRows(random, now, everybody, spaces)
  const clientDays = clientDayRows(random, everybody)
  const before = past(now, everybody, spaces)

  const observations = observationRows(luck, now, everybody, spaces)
  const visits = visitRows(luck, now, spaces)
  const home = homeTable(random, now, everybody, { events, rsvps })

  return db.$transaction(
    async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(${LOCK})`
      if ((await tx.user.count()) + (await tx.space.count()) > 0) return false
      await tx.space.createMany({ data: spaces.map(({ town: _, ...space }) => space) })
      await tx.user.createMany({ data: accounts(everybody) })
      await tx.freelancer.createMany({ data: everybody.map(({ town: _, ...person }) => person) })
      await tx.spaceObservation.createMany({ data: observations })
      await tx.spaceVisits.createMany({ data: visits })
      await tx.group.createMany({ data: groups.map(({ town: _, ...group }) => group) })
      await tx.groupMember.createMany({ data: members })
      await tx.series.create({ data: series })
      await tx.event.createMany({ data: [...events, ...before.events].map(({ town: _, ...event }) => event) })
      await tx.event.create({ data: home.event })
      await tx.eventGreeter.createMany({ data: greeterRows(now, events) })
      await tx.rsvp.createMany({ data: [...rsvps, ...before.rsvps, ...home.seats] })
      await tx.wish.createMany({ data: wishRows(now, everybody) })
      await tx.presence.createMany({ data: presences })
      await tx.clientDay.createMany({ data: clientDays })
      await tx.glad.createMany({ data: ties(everybody, events, rsvps, now) })
      return true
    },
    { timeout: TIMEOUT, maxWait: TIMEOUT },
  )
}
