import { now } from '@/lib/clock'
import type { Transaction } from '@/lib/db'
import { applyChange, type ChangeRefusal, changeRefusal } from '@/lib/events/changing/commands'
import type { Announced, Change } from '@/lib/events/rules'
import type { EventInput } from '@/lib/events/schema'
import { type Draft, valuesOf } from '@/lib/events/series/commands'
import {
  asDay,
  dayOf,
  daysBetween,
  endedBefore,
  movedRule,
  plusDays,
  recurrenceOf,
  wallOf,
} from '@/lib/events/series/rules'
import type { ScopeChoice } from '@/lib/events/series/schema'
import type { Scope } from '@/lib/events/series/terms'
import { timesFrom } from '@/lib/events/times/rules'
import { enqueue } from '@/lib/jobs/commands'
import type { JobInput } from '@/lib/jobs/schema'
import { ok, type Result, refuse } from '@/lib/result'
import { type Event, Prisma } from '@/prisma/client/client'

type Occurrence = Event & { seriesId: string }

/** The coming occurrences a change is about, soonest first, their rows locked and their expired holds given back. */
async function lockScope(tx: Transaction, { seriesId, startsAt }: Occurrence, scope: Exclude<Scope, 'this'>) {
  await tx.$queryRaw`SELECT id FROM series WHERE id = ${seriesId}::uuid FOR UPDATE`
  const from = scope === 'all' ? now() : startsAt
  await tx.$queryRaw`
    SELECT rsvp_fill(id, ${now()}) FROM events
    WHERE series_id = ${seriesId}::uuid AND status = 'published' AND starts_at >= ${from} ORDER BY starts_at`
  return tx.event.findMany({
    where: { seriesId, status: 'published', startsAt: { gte: from } },
    orderBy: { startsAt: 'asc' },
  })
}

/**
 * Changes the coming occurrences of a series, from this one on or all of them, and what later ones begin with. Each
 * moves by as many days, to the same hours; one that was changed by itself stays as it is unless told otherwise.
 * Refused as a whole when one of them cannot change so.
 */
export async function editOccurrences(
  tx: Transaction,
  edited: Occurrence,
  { after, input, scope, includeChanged }: { after: Draft; input: EventInput } & ScopeChoice,
): Promise<Result<{ id: string; title: string; told: boolean; promoted: number }, ChangeRefusal>> {
  if (scope === 'this') throw new Error('one occurrence is changed as an event')
  const { timeZone } = after
  const shift = daysBetween(dayOf(edited.startsAt, edited.timeZone), dayOf(after.startsAt, timeZone))
  const wall = wallOf(after, timeZone)
  const values = valuesOf(after, input)
  const rows = await lockScope(tx, edited, scope)
  const plan: { row: Event; to: Announced & typeof values }[] = []
  for (const row of rows) {
    if (row.detached && row.id !== edited.id && !includeChanged) continue
    const day = plusDays(dayOf(row.startsAt, row.timeZone), shift)
    const times = timesFrom({ day, start: input.start, end: input.end }, timeZone)
    if (!times.ok) return times
    const to = { ...values, ...times.value, timeZone }
    const refusal = changeRefusal(row, to)
    if (refusal) return refuse(refusal)
    plan.push({ row, to })
  }
  // Nothing was refused: from here on all of it is written.
  const told: string[] = []
  const what = new Set<Change>()
  let promoted = 0
  for (const { row, to } of plan) {
    const hiddenPlace = values.hiddenPlace ?? Prisma.DbNull
    const columns = { ...to, hiddenPlace, groupId: input.groupId, detached: false }
    const changed = await applyChange(tx, row, to, columns)
    if (!changed.ok) throw new Error(`an occurrence that could change could not: ${changed.reason}`)
    promoted += changed.value.promoted
    if (changed.value.what.length === 0) continue
    told.push(row.id)
    for (const change of changed.value.what) what.add(change)
  }
  await tellOnce(tx, 'event_changed', told, { sequence: edited.sequence + 1, what: [...what] })
  const series = await tx.series.findUniqueOrThrow({ where: { id: edited.seriesId } })
  const first = rows[0] ?? edited
  const startsOn = plusDays(dayOf(first.startsAt, first.timeZone), shift)
  await tx.series.update({
    where: { id: series.id },
    data: {
      values,
      groupId: input.groupId,
      rule: movedRule(recurrenceOf(series), startsOn, shift),
      startsOn: asDay(startsOn),
      ...{ startMinute: wall.startMinute, minutes: wall.minutes, timeZone },
      sequence: { increment: 1 },
    },
  })
  return ok({ id: edited.id, title: after.title, told: told.length > 0, promoted })
}

/** One notice for all of these occurrences, soonest first: whoever comes to several hears of them in one mail. */
async function tellOnce<K extends 'event_changed' | 'event_cancelled'>(
  tx: Transaction,
  kind: K,
  [eventId, ...others]: string[],
  data: Omit<JobInput<K>, 'eventId' | 'others'>,
): Promise<void> {
  if (eventId) await enqueue(tx, kind, { eventId, others, ...data } as JobInput<K>)
}

/** Calls the coming occurrences off, from this one on or all of them; the series ends there. */
export async function cancelOccurrences(
  tx: Transaction,
  from: Occurrence,
  scope: Exclude<Scope, 'this'>,
  message: string,
): Promise<void> {
  const rows = await lockScope(tx, from, scope)
  for (const { id, sequence } of rows) {
    await tx.event.update({
      where: { id },
      data: { status: 'cancelled', cancelMessage: message, sequence: sequence + 1 },
      select: { id: true },
    })
  }
  const ids = rows.map(({ id }) => id)
  await tellOnce(tx, 'event_cancelled', ids, { sequence: from.sequence + 1 })
  const series = await tx.series.findUniqueOrThrow({ where: { id: from.seriesId } })
  const day = dayOf(scope === 'all' ? now() : from.startsAt, series.timeZone)
  await tx.series.update({
    where: { id: series.id },
    data: {
      rule: endedBefore(series.rule, day, series.timeZone),
      endedAt: now(),
      sequence: { increment: 1 },
    },
  })
  await tx.seriesRsvp.deleteMany({ where: { seriesId: series.id } })
}
