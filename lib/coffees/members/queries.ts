import type { Actor } from '@/lib/accounts/schema'
import { db } from '@/lib/db'

/** How somebody takes part in coffees, or null while they do not. */
export async function myMembership(actor: Pick<Actor, 'id'>) {
  return db.coffeeMember.findUnique({
    where: { freelancerId: actor.id },
    select: { size: true, reachKm: true, halfDays: true, welcomes: true, pausedAt: true },
  })
}

export type MyMembership = NonNullable<Awaited<ReturnType<typeof myMembership>>>

/** The half-days that each of these people said suit them, as masks (lib/coffees/halfdays); those who said nothing are left out. */
export async function freeHalfDays(ids: string[]): Promise<Map<string, number>> {
  const rows = await db.coffeeMember.findMany({
    where: { freelancerId: { in: ids }, pausedAt: null },
    select: { freelancerId: true, halfDays: true },
  })
  return new Map(rows.map(({ freelancerId, halfDays }) => [freelancerId, halfDays]))
}
