import type { Actor } from '@/lib/accounts/schema'
import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { ok, type Result, refuse } from '@/lib/result'
import type { MemberInput } from './schema'

/** Takes part in the weekly coffees from the next draw on, or changes how; a pause ends. A cell of one's own is needed. */
export async function takePart(
  actor: Actor,
  input: MemberInput,
): Promise<Result<undefined, 'area_required'>> {
  const home = await db.freelancer.findUniqueOrThrow({ where: { id: actor.id }, select: { cellLat: true } })
  if (home.cellLat === null) return refuse('area_required')
  await db.coffeeMember.upsert({
    where: { freelancerId: actor.id },
    create: { freelancerId: actor.id, ...input },
    update: { ...input, pausedAt: null, changedAt: now() },
  })
  return ok()
}

/** Is drawn no more until they say so; coffees that were agreed stand. */
export async function pauseCoffees(actor: Actor): Promise<Result> {
  await db.coffeeMember.updateMany({
    where: { freelancerId: actor.id, pausedAt: null },
    data: { pausedAt: now() },
  })
  return ok()
}

/** Is drawn again. What was missed before is forgotten, so that one more does not pause them at once. */
export async function resumeCoffees(actor: Actor): Promise<Result> {
  await db.$transaction([
    db.coffeeMember.updateMany({
      where: { freelancerId: actor.id },
      data: { pausedAt: null, changedAt: now() },
    }),
    db.coffeeSeat.updateMany({ where: { freelancerId: actor.id, missed: true }, data: { missed: false } }),
  ])
  return ok()
}

/** Takes part no more: how they did is forgotten, what was only proposed is left to lapse. Coffees agreed on stand. */
export async function leaveCoffees(actor: Actor): Promise<Result> {
  const at = now()
  await db.$transaction([
    db.coffeeMember.deleteMany({ where: { freelancerId: actor.id } }),
    db.coffeeSeat.updateMany({
      where: { freelancerId: actor.id, coffee: { status: 'proposed' } },
      data: { answer: 'no', times: 0, answeredAt: at },
    }),
  ])
  return ok()
}
