import type { Actor } from '@/lib/accounts/schema'
import { now } from '@/lib/clock'
import { db, type Transaction } from '@/lib/db'
import { ownWords } from '@/lib/events/drafting/queries'
import { greetNewDates } from '@/lib/events/greeters/commands'
import type { HiddenPlace } from '@/lib/events/place/schema'
import { announce } from '@/lib/events/publishing/commands'
import type { Announced } from '@/lib/events/rules'
import type { EventInput } from '@/lib/events/schema'
import { enqueue } from '@/lib/jobs/commands'
import { ok, type Result, refuse } from '@/lib/result'
import { Prisma, type Series } from '@/prisma/client/client'
import { AHEAD, asDay, occurrences, recurrenceOf, ruleOf, wallOf } from './rules'
import { type Repetition, seriesIdSchema, seriesValuesSchema } from './schema'

/** One occurrence as its form says it. */
export type Draft = Announced & { hiddenPlace: HiddenPlace | null }

/** What every occurrence begins with; its times come from the rule. */
export function valuesOf({ startsAt: _, endsAt: __, timeZone: ___, ...draft }: Draft, input: EventInput) {
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
  await greetNewDates(
    tx,
    seriesId,
    made.map(({ id }) => id),
  )
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
