import type { Actor } from '@/lib/accounts/schema'
import { isAdmin } from '@/lib/admin/queries'
import { now } from '@/lib/clock'
import { db, type Transaction } from '@/lib/db'
import { enqueue } from '@/lib/jobs/commands'
import { ok, type Result, refuse } from '@/lib/result'
import { mayObject } from './policy'

type Ownership = { spaceId: string; freelancerId: string }

/**
 * Makes somebody an owner and tells those who are one already. Under the space's lock, so that of two who come at the
 * same moment the one is told of the other. Once more changes nothing.
 */
export async function addOwner(
  tx: Transaction,
  { spaceId, freelancerId }: Ownership,
  provenBy: string,
  at: Date,
): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM spaces WHERE id = ${spaceId}::uuid FOR NO KEY UPDATE`
  const others = await tx.spaceOwner.findMany({
    where: { spaceId, freelancerId: { not: freelancerId } },
    select: { freelancerId: true },
  })
  const { count } = await tx.spaceOwner.createMany({
    data: { spaceId, freelancerId, provenBy, since: at },
    skipDuplicates: true,
  })
  if (count === 0) return
  for (const { freelancerId: toldId } of others)
    await enqueue(tx, 'owner_joined', { spaceId, freelancerId, toldId })
}

/** Asks each owner what to do with a correction that waits. */
export async function askOwners(tx: Transaction, spaceId: string, correctionId: string): Promise<void> {
  const owners = await tx.spaceOwner.findMany({ where: { spaceId }, select: { freelancerId: true } })
  for (const { freelancerId: toldId } of owners)
    await enqueue(tx, 'correction_waits', { correctionId, toldId })
}

/** Keeps the page no more; what one said of the place stays. Once more changes nothing. */
export async function leaveSpace(actor: Actor, { spaceId }: { spaceId: string }): Promise<Result> {
  await db.spaceOwner.deleteMany({ where: { spaceId, freelancerId: actor.id } })
  return ok()
}

/** Says that another owner is none: an administrator is asked, and both keep the page until they answer. */
export async function objectToOwner(
  actor: Actor,
  { spaceId, ownerId, note }: { spaceId: string; ownerId: string; note: string },
): Promise<Result<undefined, 'owner_gone'>> {
  const at = now()
  return db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM spaces WHERE id = ${spaceId}::uuid FOR NO KEY UPDATE`
    const all = await tx.spaceOwner.findMany({
      where: { spaceId },
      select: { freelancerId: true, objectedAt: true },
    })
    const owners = all.map(({ freelancerId }) => freelancerId)
    const objected = all.filter(({ objectedAt }) => objectedAt).map(({ freelancerId }) => freelancerId)
    if (!mayObject(actor.id, ownerId, { owners, objected })) return refuse('owner_gone')
    await tx.spaceOwner.update({
      where: { spaceId_freelancerId: { spaceId, freelancerId: ownerId } },
      data: { objectedAt: at, objectorId: actor.id, objection: note },
    })
    return ok()
  })
}

type Decided = Result<undefined, 'forbidden' | 'owner_gone'>

/** An administrator finds that an objection does not hold: the owner stays. */
export async function keepOwner(
  actor: Actor,
  { spaceId, ownerId }: { spaceId: string; ownerId: string },
): Promise<Decided> {
  if (!isAdmin(actor)) return refuse('forbidden')
  const { count } = await db.spaceOwner.updateMany({
    where: { spaceId, freelancerId: ownerId, objectedAt: { not: null } },
    data: { objectedAt: null, objectorId: null, objection: '' },
  })
  return count > 0 ? ok() : refuse('owner_gone')
}

/** An administrator takes somebody's ownership away, and tells them why. */
export async function removeOwner(
  actor: Actor,
  { spaceId, ownerId, note }: { spaceId: string; ownerId: string; note: string },
): Promise<Decided> {
  if (!isAdmin(actor)) return refuse('forbidden')
  const at = now()
  return db.$transaction(async (tx) => {
    const { count } = await tx.spaceOwner.deleteMany({ where: { spaceId, freelancerId: ownerId } })
    if (count === 0) return refuse('owner_gone')
    // A mailbox that they still have brings nothing back: only an administrator does.
    const no = { askedAt: at, refusedAt: at, answer: note }
    await tx.spaceClaim.upsert({
      where: { spaceId_freelancerId: { spaceId, freelancerId: ownerId } },
      create: { spaceId, freelancerId: ownerId, expiresAt: at, ...no },
      update: no,
    })
    await enqueue(tx, 'owner_removed', { spaceId, freelancerId: ownerId, note })
    return ok()
  })
}
