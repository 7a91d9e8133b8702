import { now } from '@/lib/clock'
import type { Transaction } from '@/lib/db'
import { revealed } from '@/lib/events/place/rules'
import { type Announced, type Change, changesOf } from '@/lib/events/rules'
import { checkTimes, type TimesRefusal } from '@/lib/events/times/rules'
import { ok, type Result, refuse } from '@/lib/result'
import type { Prisma } from '@/prisma/client/client'

export type ChangeRefusal = TimesRefusal | 'capacity_taken'

type Before = Announced & { id: string; sequence: number; seatsTaken: number; hiddenPlace: unknown }
type After = Announced & { hiddenPlace: unknown; capacity: number | null }

/** Why an event cannot become this, or null. One that has begun keeps its start. */
export function changeRefusal(before: Before, after: After): ChangeRefusal | null {
  const moved = changesOf(revealed(before), revealed(after)).includes('time')
  const wrongTimes = moved ? checkTimes(after, now()) : null
  const begun = wrongTimes === 'starts_in_past' && after.startsAt.getTime() === before.startsAt.getTime()
  if (wrongTimes && !(begun && after.endsAt > now())) return wrongTimes
  return after.capacity !== null && after.capacity < before.seatsTaken ? 'capacity_taken' : null
}

/**
 * Writes a change to one event, whose row is locked: more seats go to the first in line, and the caller gets what
 * guests must hear of. `columns` is what is written.
 */
export async function applyChange(
  tx: Transaction,
  before: Before,
  after: After,
  columns: Prisma.EventUncheckedUpdateInput,
): Promise<Result<{ what: Change[]; sequence: number; promoted: number }, ChangeRefusal>> {
  const refusal = changeRefusal(before, after)
  if (refusal) return refuse(refusal)
  const what = changesOf(revealed(before), revealed(after))
  const { id } = before
  const sequence = before.sequence + (what.length > 0 ? 1 : 0)
  await tx.event.update({ where: { id }, data: { ...columns, sequence } })
  const [filled] = await tx.$queryRaw<{ promoted: number }[]>`
    SELECT rsvp_fill(${id}::uuid, ${now()}) AS promoted`
  return ok({ what, sequence, promoted: filled?.promoted ?? 0 })
}
