import type { Actor } from '@/lib/accounts/schema'
import { db } from '@/lib/db'

/** Milliseconds for which "still right" stands as said, and may be taken back with a tap. */
const LATELY = 86_400_000

/** Has this person just said that what is told of a place is right? Null where nobody is to be asked. */
export async function saidLately(
  { id, closedOn, kind }: { id: string; closedOn: Date | null; kind: string },
  actor: Actor | null,
  now: Date,
): Promise<boolean | null> {
  if (closedOn !== null || kind === 'home_table') return null
  if (!actor) return false
  const said = await db.spaceConfirmation.findUnique({
    where: { spaceId_freelancerId: { spaceId: id, freelancerId: actor.id } },
    select: { confirmedAt: true },
  })
  return said !== null && now.getTime() - said.confirmedAt.getTime() < LATELY
}
