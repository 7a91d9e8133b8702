import type { Actor } from '@/lib/accounts/schema'
import { now } from '@/lib/clock'
import { withdrawFromAll } from '@/lib/coffees/commands'
import { db } from '@/lib/db'
import { leaveHomes } from '@/lib/homes/commands'
import { ok, type Result, refuse } from '@/lib/result'
import { forgetTie } from '@/lib/ties/commands'

/** Hides two people from each other, from now on. The other is not told. Once more changes nothing. */
export async function block(actor: Actor, personId: string): Promise<Result<undefined, 'person_unknown'>> {
  if (personId === actor.id) return refuse('person_unknown')
  if (!(await db.freelancer.findUnique({ where: { id: personId }, select: { id: true } })))
    return refuse('person_unknown')
  return db.$transaction(async (tx) => {
    await tx.block.createMany({ data: { blockerId: actor.id, blockedId: personId }, skipDuplicates: true })
    await forgetTie(tx, actor.id, personId)
    await withdrawFromAll(tx, actor.id, personId)
    await leaveHomes(tx, actor.id, personId, now())
    return ok()
  })
}

/** Takes one's own block back; the other's, if there is one, stands. */
export async function unblock(actor: Actor, personId: string): Promise<Result> {
  await db.block.deleteMany({ where: { blockerId: actor.id, blockedId: personId } })
  return ok()
}
