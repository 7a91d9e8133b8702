import type { Actor } from '@/lib/accounts/schema'
import { now } from '@/lib/clock'
import { isToReport, MISSED_BEFORE_PAUSE, MISSED_WITHIN } from '@/lib/coffees/rules'
import type { ReportInput } from '@/lib/coffees/schema'
import { db, type Transaction } from '@/lib/db'
import { enqueue } from '@/lib/jobs/commands'
import { ok, type Result, refuse } from '@/lib/result'

/**
 * Says whether a coffee took place, and who was not there. Somebody who says something themselves is not counted as
 * missing, whatever the others say: it is word against word.
 */
export async function reportCoffee(
  actor: Actor,
  { coffeeId, met, missing }: ReportInput,
): Promise<Result<undefined, 'coffee_unknown' | 'coffee_not_over'>> {
  const at = now()
  return db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM coffees WHERE id = ${coffeeId}::uuid FOR UPDATE`
    const coffee = await tx.coffee.findUnique({ where: { id: coffeeId }, include: { seats: true } })
    const coming = coffee?.seats.filter(({ answer }) => answer === 'yes') ?? []
    if (!coffee || !coming.some(({ freelancerId }) => freelancerId === actor.id))
      return refuse('coffee_unknown')
    if (!isToReport(coffee, at)) return refuse('coffee_not_over')
    await tx.coffeeSeat.update({
      where: { coffeeId_freelancerId: { coffeeId, freelancerId: actor.id } },
      data: { met, missed: false },
      select: { coffeeId: true },
    })
    const absent = coming.filter(
      ({ freelancerId, met }) => missing.includes(freelancerId) && freelancerId !== actor.id && met === null,
    )
    for (const { freelancerId } of absent) {
      await tx.coffeeSeat.update({
        where: { coffeeId_freelancerId: { coffeeId, freelancerId } },
        data: { missed: true },
        select: { coffeeId: true },
      })
      await pauseWhoMisses(tx, freelancerId, at)
    }
    return ok()
  })
}

async function pauseWhoMisses(tx: Transaction, freelancerId: string, at: Date): Promise<void> {
  const since = new Date(at.getTime() - MISSED_WITHIN)
  const missed = await tx.coffeeSeat.count({
    where: { freelancerId, missed: true, coffee: { startsAt: { gt: since } } },
  })
  if (missed < MISSED_BEFORE_PAUSE) return
  const { count } = await tx.coffeeMember.updateMany({
    where: { freelancerId, pausedAt: null },
    data: { pausedAt: at },
  })
  if (count > 0) await enqueue(tx, 'coffee_paused', { freelancerId })
}
