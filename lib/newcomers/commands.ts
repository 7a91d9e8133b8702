import type { Actor } from '@/lib/accounts/schema'
import { now } from '@/lib/clock'
import { arranged, seatable } from '@/lib/coffees/arranging/queries'
import { propose } from '@/lib/coffees/commands'
import { nextWeek } from '@/lib/coffees/halfdays/rules'
import { WORKING_DAYS } from '@/lib/coffees/halfdays/terms'
import { openings } from '@/lib/coffees/places/queries'
import { db } from '@/lib/db'
import { greetersFor } from '@/lib/newcomers/greeters/queries'
import { ok, type Result, refuse } from '@/lib/result'

/** Kilometres, until they choose for themselves. */
const REACH = 10
/** Greeters tried for a place between the two. */
const TRIED = 5
/** Days after which a way that nobody ended is forgotten. */
const KEPT = 90

/** Sets out on the thirty days of somebody who has just arrived. A home is needed, to the cell. */
export async function setOut(actor: Actor): Promise<Result<undefined, 'area_required'>> {
  const home = await db.freelancer.findUniqueOrThrow({ where: { id: actor.id }, select: { cellLat: true } })
  if (home.cellLat === null) return refuse('area_required')
  await db.newcomer.createMany({ data: { freelancerId: actor.id }, skipDuplicates: true })
  return ok()
}

/** Ends it, and forgets it. What was agreed with others stands. */
export async function endWay(actor: Actor): Promise<Result> {
  await db.newcomer.deleteMany({ where: { freelancerId: actor.id } })
  return ok()
}

/**
 * Asks somebody who welcomes people for a coffee, next week, at a place between the two; with that one takes part in
 * coffees, as usual, if one did not yet.
 */
export async function beWelcomed(
  actor: Actor,
): Promise<Result<string, 'not_on_way' | 'no_greeter' | 'greeter_asked'>> {
  const at = now()
  return db.$transaction(async (tx) => {
    // The lock keeps two taps from asking two people.
    const way = await tx.$queryRaw<unknown[]>`
      SELECT 1 FROM newcomers WHERE freelancer_id = ${actor.id}::uuid FOR UPDATE`
    if (way.length === 0) return refuse('not_on_way')
    const mine = { seats: { some: { freelancerId: actor.id } } }
    const open = await tx.coffee.count({
      where: { welcome: true, status: 'proposed', decideBy: { gt: at }, ...mine },
    })
    if (open > 0) return refuse('greeter_asked')
    await tx.coffeeMember.createMany({
      data: { freelancerId: actor.id, reachKm: REACH, halfDays: WORKING_DAYS },
      skipDuplicates: true,
    })
    const greeters = (await greetersFor(actor.id, at)).slice(0, TRIED)
    const [self] = await seatable([actor.id], tx)
    const openAt = openings()
    for (const greeter of await seatable(greeters, tx)) {
      const proposal = self && (await arranged([self, greeter], { week: nextWeek(at), at, openAt }))
      if (proposal) return ok(await propose(tx, { ...proposal, askedBy: actor.id, welcome: true }))
    }
    return refuse('no_greeter')
  })
}

/** Forgets ways that began long ago. Answers how many. */
export async function forgetWays(at: Date): Promise<number> {
  const { count } = await db.newcomer.deleteMany({
    where: { startedAt: { lt: new Date(at.getTime() - KEPT * 86_400_000) } },
  })
  return count
}
