import type { Actor } from '@/lib/accounts/schema'
import { now } from '@/lib/clock'
import { db, type Transaction } from '@/lib/db'
import { applyChange, type ChangeRefusal, changeRefusal } from '@/lib/events/changing/commands'
import { ownWords } from '@/lib/events/drafting/queries'
import type { HiddenPlace } from '@/lib/events/place/schema'
import { announce } from '@/lib/events/publishing/commands'
import type { Announced } from '@/lib/events/rules'
import type { EventInput } from '@/lib/events/schema'
import { timesFrom } from '@/lib/events/times/rules'
import { enqueue } from '@/lib/jobs/commands'
import { ok, type Result, refuse } from '@/lib/result'
import { type Event, Prisma, type Series } from '@/prisma/client/client'
import {
  AHEAD,
  dayOf,
  daysBetween,
  endedBefore,
  movedRule,
  occurrences,
  plusDays,
  ruleOf,
  wallOf,
} from './rules'
import { type Repetition, type Scope, type ScopeChoice, seriesIdSchema, seriesValuesSchema } from './schema'

type Draft = Announced & { hiddenPlace: HiddenPlace | null }

const asDay = (day: string) => new Date(`${day}T00:00:00Z`)
const asText = (day: Date) => day.toISOString().slice(0, 10)

/** A series as the rules know it. */
const recurrenceOf = ({ startsOn, exceptions, ...series }: Series) => ({
  ...series,
  startsOn: asText(startsOn),
  exceptions: exceptions.map(asText),
})

/** What every occurrence begins with; its times come from the rule. */
function valuesOf({ startsAt: _, endsAt: __, timeZone: ___, ...draft }: Draft, input: EventInput) {
  return seriesValuesSchema.parse({ ...draft, ...ownWords(input) })
}

/** Puts an outing that comes back on everybody's map: the first ninety days of it. Answers the first occurrence. */
export async function publishSeries(
  actor: Actor,
  draft: Draft,
  input: EventInput,
  repetition: Repetition,
): Promise<Result<{ id: string; title: string }, 'no_occurrence'>> {
  const { timeZone, startsAt } = draft
  const { day, startMinute, minutes } = wallOf(draft, timeZone)
  return db.$transaction(async (tx) => {
    const series = await tx.series.create({
      data: {
        rule: ruleOf(repetition, day, timeZone),
        startsOn: asDay(day),
        ...{ startMinute, minutes, timeZone },
        exceptions: repetition.exceptions.map(asDay),
        values: valuesOf(draft, input),
        madeUntil: now(),
        organizerId: actor.id,
        groupId: input.groupId,
      },
    })
    const until = Math.max(now().getTime() + AHEAD, startsAt.getTime())
    const made = await makeOccurrences(tx, series, new Date(until))
    const first = made[0]
    if (first) {
      await announce(tx, { id: first.id, groupId: input.groupId, unlisted: input.unlisted })
      return ok({ id: first.id, title: draft.title })
    }
    await tx.series.delete({ where: { id: series.id } })
    return refuse('no_occurrence')
  })
}

/** Makes the occurrences up to a moment, once each, and seats those who come to all. The series' row is locked. */
async function makeOccurrences(
  tx: Transaction,
  series: Series,
  until: Date,
): Promise<{ id: string; startsAt: Date }[]> {
  const { hiddenPlace, ...values } = seriesValuesSchema.parse(series.values)
  const { id: seriesId, organizerId, groupId, timeZone, demo } = series
  const made = await tx.event.createManyAndReturn({
    data: occurrences(recurrenceOf(series), series.madeUntil, until).map(({ startsAt, endsAt }) => ({
      ...values,
      hiddenPlace: hiddenPlace ?? Prisma.DbNull,
      ...{ startsAt, endsAt, timeZone, organizerId, groupId, seriesId, demo },
      recurrenceId: startsAt,
    })),
    skipDuplicates: true,
    select: { id: true, startsAt: true },
  })
  await tx.series.update({ where: { id: seriesId }, data: { madeUntil: until } })
  const faithful = await tx.seriesRsvp.findMany({ where: { seriesId }, orderBy: { createdAt: 'asc' } })
  for (const { freelancerId, partySize } of faithful) {
    for (const { id } of made) await seat(tx, id, freelancerId, partySize)
  }
  return made.toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime())
}

async function seat(
  tx: Transaction,
  eventId: string,
  freelancerId: string,
  partySize: number,
): Promise<string> {
  const [row] = await tx.$queryRaw<{ outcome: string }[]>`
    SELECT outcome FROM rsvp_join(
      ${eventId}::uuid, ${freelancerId}::uuid, NULL, ${now()}, ${partySize}::int, '{}'::jsonb, false)`
  return row?.outcome ?? 'not_found'
}

/** Makes what the next ninety days hold, of every series that goes on. Any number of workers may do it at once. */
export async function topUpSeries(at: Date): Promise<number> {
  const until = new Date(at.getTime() + AHEAD)
  const short = await db.series.findMany({
    where: { endedAt: null, madeUntil: { lt: new Date(until.getTime() - 3_600_000) } },
    select: { id: true },
  })
  let made = 0
  for (const { id } of short) {
    made += await db.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT id FROM series WHERE id = ${id}::uuid FOR UPDATE`
      const series = await tx.series.findUnique({ where: { id, endedAt: null } })
      return series && series.madeUntil < until ? (await makeOccurrences(tx, series, until)).length : 0
    })
  }
  return made
}

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
  const sum = { told: false, promoted: 0 }
  for (const { row, to } of plan) {
    const columns = { ...to, hiddenPlace: values.hiddenPlace ?? Prisma.DbNull, detached: false }
    const changed = await applyChange(tx, row, to, columns)
    if (!changed.ok) throw new Error(`an occurrence that could change could not: ${changed.reason}`)
    sum.told ||= changed.value.told
    sum.promoted += changed.value.promoted
  }
  const series = await tx.series.findUniqueOrThrow({ where: { id: edited.seriesId } })
  const first = rows[0] ?? edited
  const startsOn = plusDays(dayOf(first.startsAt, first.timeZone), shift)
  await tx.series.update({
    where: { id: series.id },
    data: {
      values,
      rule: movedRule(recurrenceOf(series), startsOn, shift),
      startsOn: asDay(startsOn),
      ...{ startMinute: wall.startMinute, minutes: wall.minutes, timeZone },
      sequence: { increment: 1 },
    },
  })
  return ok({ id: edited.id, title: after.title, ...sum })
}

/** Calls the coming occurrences off, from this one on or all of them; the series ends there. */
export async function cancelOccurrences(
  tx: Transaction,
  from: Occurrence,
  scope: Exclude<Scope, 'this'>,
  message: string,
): Promise<void> {
  for (const { id, sequence } of await lockScope(tx, from, scope)) {
    await tx.event.update({
      where: { id },
      data: { status: 'cancelled', cancelMessage: message, sequence: sequence + 1 },
      select: { id: true },
    })
    await enqueue(tx, 'event_cancelled', { eventId: id, sequence: sequence + 1 })
  }
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

/**
 * Comes to all of a series: a seat at each coming occurrence and at each that is made later, or the rank in the queue
 * that this asking gives. Seats that one has stay as they are. One mail tells of all of them.
 */
export async function comeToAll(
  actor: Actor,
  seriesId: string,
): Promise<Result<undefined, 'series_unknown' | 'series_ended'>> {
  if (!seriesIdSchema.safeParse(seriesId).success) return refuse('series_unknown')
  return db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM series WHERE id = ${seriesId}::uuid FOR UPDATE`
    const series = await tx.series.findUnique({ where: { id: seriesId }, select: { endedAt: true } })
    if (!series) return refuse('series_unknown')
    if (series.endedAt) return refuse('series_ended')
    const mine = { seriesId, freelancerId: actor.id }
    const { count } = await tx.seriesRsvp.createMany({
      data: [{ ...mine, createdAt: now() }],
      skipDuplicates: true,
    })
    if (count === 0) return ok()
    for (const { id } of await comingOf(tx, seriesId)) await seat(tx, id, actor.id, 1)
    await enqueue(tx, 'series_joined', mine)
    return ok()
  })
}

/** No longer comes to all: gives up every seat to come and every rank, and is seated at no later one. */
export async function leaveSeries(
  actor: Actor,
  seriesId: string,
): Promise<Result<undefined, 'series_unknown'>> {
  if (!seriesIdSchema.safeParse(seriesId).success) return refuse('series_unknown')
  return db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM series WHERE id = ${seriesId}::uuid FOR UPDATE`
    const { count } = await tx.seriesRsvp.deleteMany({ where: { seriesId, freelancerId: actor.id } })
    if (count === 0) return refuse('series_unknown')
    for (const { id } of await comingOf(tx, seriesId)) {
      await tx.$queryRaw`SELECT outcome FROM rsvp_cancel(${id}::uuid, ${actor.id}::uuid, ${now()})`
    }
    return ok()
  })
}

const comingOf = (tx: Transaction, seriesId: string) =>
  tx.event.findMany({
    where: { seriesId, status: 'published', startsAt: { gt: now() } },
    orderBy: { startsAt: 'asc' },
    select: { id: true },
  })
