import type { Actor } from '@/lib/accounts/schema'
import { now } from '@/lib/clock'
import { db, type Transaction } from '@/lib/db'
import { takeToken } from '@/lib/limits/commands'
import { ok, type Result, refuse } from '@/lib/result'
import { agreed } from './rules'
import { type Observation, type ObservedTopic, TOPICS } from './schema'

const SAID_A_DAY = { limit: 60, windowSeconds: 24 * 3600 }

export type ObserveRefusal = 'place_unknown' | 'too_many_observations'

/** What somebody found at a place: their latest word on a topic is the one that counts. */
export async function observe(
  actor: Actor,
  { spaceId, topic, value }: Observation,
): Promise<Result<undefined, ObserveRefusal>> {
  const where = { id: spaceId, closedOn: null, kind: { not: 'home_table' } } as const
  if (!(await db.space.findFirst({ where, select: { id: true } }))) return refuse('place_unknown')
  const observedAt = now()
  if (!(await takeToken('observe', actor.id, SAID_A_DAY, observedAt))) return refuse('too_many_observations')
  const key = { spaceId, freelancerId: actor.id, topic }
  await db.$transaction(async (tx) => {
    await takeTurns(tx, spaceId)
    await tx.spaceObservation.upsert({
      where: { spaceId_freelancerId_topic: key },
      create: { ...key, value, observedAt },
      update: { value, observedAt },
    })
    await recount(tx, spaceId, topic)
  })
  return ok()
}

/** Takes that back. Once more changes nothing. */
export async function unobserve(
  actor: Actor,
  { spaceId, topic }: { spaceId: string; topic: ObservedTopic },
): Promise<Result> {
  await db.$transaction(async (tx) => {
    await takeTurns(tx, spaceId)
    const { count } = await tx.spaceObservation.deleteMany({
      where: { spaceId, topic, freelancerId: actor.id },
    })
    if (count > 0) await recount(tx, spaceId, topic)
  })
  return ok()
}

/** All that people found at a place, anew: two places became one. */
export async function recountAll(tx: Transaction, spaceId: string): Promise<void> {
  const said = await tx.spaceObservation.groupBy({ by: ['topic'], where: { spaceId } })
  for (const topic of TOPICS) if (said.some((one) => one.topic === topic)) await recount(tx, spaceId, topic)
}

/** Two taps at once: the second one counts the first. Before anything is written, or the two wait for each other. */
async function takeTurns(tx: Transaction, spaceId: string): Promise<void> {
  await tx.$executeRaw`SELECT FROM spaces WHERE id = ${spaceId}::uuid FOR NO KEY UPDATE`
}

/** The place says what people found; where nobody says anything any more, what they had said goes. */
async function recount(tx: Transaction, spaceId: string, topic: ObservedTopic): Promise<void> {
  const found = await tx.spaceObservation.findMany({
    where: { spaceId, topic },
    select: { value: true, observedAt: true },
  })
  const { field, value } = agreed(topic, found, now())
  const { provenance } = await tx.space.findUniqueOrThrow({
    where: { id: spaceId },
    select: { provenance: true },
  })
  const { [field]: by, ...others } = provenance as Record<string, string>
  if (value === null && by !== undefined && by !== 'people') return
  await tx.space.update({
    where: { id: spaceId },
    data: { [field]: value, provenance: value === null ? others : { ...others, [field]: 'people' } },
  })
}
