import type { Actor } from '@/lib/accounts/schema'
import { now } from '@/lib/clock'
import { db, type Transaction } from '@/lib/db'
import { enqueue } from '@/lib/jobs/commands'
import { wereTogether } from '@/lib/meetings/queries'
import { ok, type Result, refuse } from '@/lib/result'
import { tieWith } from './queries'
import type { WayInput } from './schema'

type Refusal = 'person_unknown'

/**
 * "Glad to meet again", of somebody who was there too. Known to nobody, until it is mutual: then each is told, once.
 * Whom one may not know of is answered like somebody who does not exist.
 */
export async function sayGlad(actor: Actor, aboutId: string): Promise<Result<undefined, Refusal>> {
  if (!(await wereTogether(actor.id, aboutId, now()))) return refuse('person_unknown')
  return db.$transaction(async (tx) => {
    if (!(await lockBoth(tx, actor.id, aboutId))) return refuse('person_unknown')
    const theirs = await tx.glad.findFirst({ where: { personId: aboutId, aboutId: actor.id } })
    // Whoever was told of this tie before it was taken back, and is glad still, needs no second letter; nor does the actor.
    const toldAt = theirs?.toldAt ?? null
    const { count } = await tx.glad.createMany({
      data: { personId: actor.id, aboutId, toldAt },
      skipDuplicates: true,
    })
    if (count > 0 && theirs && !toldAt) {
      await enqueue(tx, 'tie_formed', { personId: actor.id, aboutId })
      await enqueue(tx, 'tie_formed', { personId: aboutId, aboutId: actor.id })
    }
    return ok()
  })
}

/** Takes it back, which ends a tie on both sides: neither is told, and the ways to reach each other go. */
export async function takeBackGlad(actor: Actor, aboutId: string): Promise<Result> {
  await db.$transaction(async (tx) => {
    await lockBoth(tx, actor.id, aboutId)
    await tx.glad.deleteMany({ where: { personId: actor.id, aboutId } })
    await tx.glad.updateMany({ where: { personId: aboutId, aboutId: actor.id }, data: { way: '' } })
  })
  return ok()
}

/** Leaves somebody one is tied with a way to reach one, or takes it back when empty. */
export async function leaveWay(
  actor: Actor,
  { personId, way }: WayInput,
): Promise<Result<undefined, Refusal>> {
  if (!(await tieWith(actor.id, personId))) return refuse('person_unknown')
  return db.$transaction(async (tx) => {
    await lockBoth(tx, actor.id, personId)
    // Taken back meanwhile, nothing may be left to come to light with a later tie.
    const stands = await tx.glad.count({ where: { personId, aboutId: actor.id } })
    if (stands === 0) return refuse('person_unknown')
    const { count } = await tx.glad.updateMany({
      where: { personId: actor.id, aboutId: personId },
      data: { way },
    })
    return count > 0 ? ok() : refuse('person_unknown')
  })
}

/** Takes part, or no longer: then all that was said by them or of them is forgotten. */
export async function takePart(actor: Actor, seeAgain: boolean): Promise<Result> {
  await db.$transaction(async (tx) => {
    // First, so that nothing can be said of them any more once the rest is forgotten.
    await tx.freelancer.update({ where: { id: actor.id }, data: { seeAgain }, select: { id: true } })
    if (!seeAgain)
      await tx.glad.deleteMany({ where: { OR: [{ personId: actor.id }, { aboutId: actor.id }] } })
  })
  return ok()
}

/** Forgets what two people said of each other: they do not want to meet here any more. */
export async function forgetTie(tx: Transaction, oneId: string, otherId: string): Promise<void> {
  const pair = [
    { personId: oneId, aboutId: otherId },
    { personId: otherId, aboutId: oneId },
  ]
  await tx.glad.deleteMany({ where: { OR: pair } })
}

/** Two who say it at once take turns, so that one of them finds the other's word. False when either is not in. */
async function lockBoth(tx: Transaction, oneId: string, otherId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT id FROM freelancers WHERE id = ANY(${[oneId, otherId]}::uuid[]) AND see_again
    ORDER BY id FOR NO KEY UPDATE`
  return rows.length === 2
}
