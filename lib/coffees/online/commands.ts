import type { Actor } from '@/lib/accounts/schema'
import { now } from '@/lib/clock'
import { arranged, seatable } from '@/lib/coffees/arranging/queries'
import { propose } from '@/lib/coffees/commands'
import { nextWeek } from '@/lib/coffees/halfdays/rules'
import { openings } from '@/lib/coffees/places/queries'
import { isToReport } from '@/lib/coffees/rules'
import { db } from '@/lib/db'
import { takeToken } from '@/lib/limits/commands'
import { ok, type Result, refuse } from '@/lib/result'
import { onlineOffer } from './queries'
import { isOnlineStart, onlineDecidedBy } from './rules'
import type { AskOnlineInput, ForRealInput } from './schema'

/** Nobody is asked by everybody, and nobody asks everybody. */
const ASKED_A_DAY = { limit: 3, windowSeconds: 24 * 3600 }

/** Asks somebody for an e-coffee at one of these times. Answers the coffee's id. */
export async function askOnline(
  actor: Actor,
  { personId, times, room }: AskOnlineInput,
): Promise<
  Result<string, 'person_unknown' | 'coffee_times_past' | 'room_link' | 'coffee_asked' | 'coffee_asked_often'>
> {
  const at = now()
  const offer = await onlineOffer(actor, personId, at)
  if (!offer) return refuse('person_unknown')
  if (room === '' && !offer.hasRooms) return refuse('room_link')
  const options = [...new Set(times)].map((time) => new Date(time)).sort((a, b) => a.getTime() - b.getTime())
  if (!options.every((option) => isOnlineStart(option, at))) return refuse('coffee_times_past')
  return db.$transaction(async (tx) => {
    // One at a time between two people, whoever asks; the lock keeps two taps from being two.
    await tx.$queryRaw`SELECT 1 FROM freelancers WHERE id = ANY(${[actor.id, personId]}::uuid[]) ORDER BY id FOR UPDATE`
    const open = await tx.coffee.count({
      where: {
        ...{ kind: 'online', status: { in: ['proposed', 'agreed'] } },
        OR: [{ decideBy: { gt: at } }, { startsAt: { gt: at } }],
        AND: [actor.id, personId].map((freelancerId) => ({ seats: { some: { freelancerId } } })),
      },
    })
    if (open > 0) return refuse('coffee_asked')
    for (const [kind, id] of [
      ['ask', actor.id],
      ['asked', personId],
    ] as const)
      if (!(await takeToken(`ecoffee ${kind}`, id, ASKED_A_DAY, at))) return refuse('coffee_asked_often')
    const id = await propose(tx, {
      ...{ kind: 'online', freelancerIds: [actor.id, personId], spaceId: null, timeZone: offer.timeZone },
      ...{ week: nextWeek(at), options, decideBy: onlineDecidedBy(options), askedBy: actor.id },
      ...(room ? { onlineUrl: room } : {}),
    })
    return ok(id)
  })
}

/**
 * "Meet for real?", after an e-coffee. When all of them would, a coffee is proposed at a place between them, and
 * only then does anybody learn of it.
 */
export async function meetForReal(
  actor: Actor,
  { coffeeId, real }: ForRealInput,
): Promise<Result<'noted' | 'opened', 'coffee_unknown' | 'coffee_not_over'>> {
  const at = now()
  return db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM coffees WHERE id = ${coffeeId}::uuid FOR UPDATE`
    const coffee = await tx.coffee.findUnique({ where: { id: coffeeId }, include: { seats: true } })
    const coming = coffee?.seats.filter(({ answer }) => answer === 'yes') ?? []
    const own = coming.find(({ freelancerId }) => freelancerId === actor.id)
    if (coffee?.kind !== 'online' || !own) return refuse('coffee_unknown')
    if (!isToReport(coffee, at)) return refuse('coffee_not_over')
    // Said once: a yes that the other answered cannot be called back by a second tap.
    if (own.met === null)
      await tx.coffeeSeat.update({
        where: { coffeeId_freelancerId: { coffeeId, freelancerId: actor.id } },
        data: { met: real },
        select: { coffeeId: true },
      })
    const others = coming.filter(({ freelancerId }) => freelancerId !== actor.id)
    if (own.met !== null || !real || !others.every(({ met }) => met === true)) return ok('noted')
    const seated = await seatable(coming.map(({ freelancerId }) => freelancerId))
    if (seated.length < 2) return ok('noted')
    const proposal = await arranged(seated, { week: nextWeek(at), at, openAt: openings() })
    if (!proposal) return ok('noted')
    await propose(tx, proposal)
    return ok('opened')
  })
}
