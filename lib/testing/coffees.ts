import { now } from '@/lib/clock'
import { propose } from '@/lib/coffees/commands'
import { WORKING_DAYS } from '@/lib/coffees/halfdays/terms'
import type { Proposal } from '@/lib/coffees/schema'
import { db } from '@/lib/db'
import type { Prisma } from '@/prisma/client/client'
import { makeFreelancer, toActor } from './makers'

const DAY = 86_400_000

/** Somebody in Cannes who takes part in coffees, whenever anybody works. */
export async function makeDrinker(
  name: string,
  member: Partial<Prisma.CoffeeMemberUncheckedCreateInput> = {},
  person: Parameters<typeof makeFreelancer>[0] = {},
) {
  const made = await makeFreelancer({ name, cellLat: 43.555, cellLng: 7.013, languages: ['fr'], ...person })
  await db.coffeeMember.create({
    data: { freelancerId: made.id, reachKm: 10, halfDays: WORKING_DAYS, ...member },
  })
  return toActor(made)
}

/** A coffee proposed to these people, in three days at the soonest, to be decided in two. */
export function makeCoffee(people: { id: string }[], values: Partial<Proposal> = {}): Promise<string> {
  const at = now().getTime()
  return db.$transaction((tx) =>
    propose(tx, {
      ...{ kind: 'coffee', week: '2026-11-30', spaceId: null, timeZone: 'Europe/Paris' },
      freelancerIds: people.map(({ id }) => id),
      options: [3, 4, 5].map((days) => new Date(at + days * DAY)),
      decideBy: new Date(at + 2 * DAY),
      ...values,
    }),
  )
}
