import { db } from '@/lib/db'
import { log } from '@/lib/log'
import { ask, cacheKey, type Geocoder, kept } from './queries'
import { asAsked, MOST_KEPT, restAfter, verdictOn } from './rules'
import type { Found, Question } from './schema'

/** Milliseconds that somebody waits for an answer, and for the turn to ask. */
const PATIENCE = 2500
const QUEUE = 1500

export type Geocoding = {
  geocoder: Geocoder
  now: Date
  /** Comes back after so many milliseconds. */
  wait: (milliseconds: number) => Promise<unknown>
  patience?: number
}

/**
 * What a geocoder knows of a text; nothing where it does not answer, must not be asked now, or knows nothing. Answers are
 * remembered, and its limits are kept by all instances of a database together. Never throws for its sake.
 */
export async function geocode(
  asked: Question,
  { geocoder, now, wait, patience }: Geocoding,
): Promise<Found[]> {
  if (asked.typing && !geocoder.typing) return []
  const question = asAsked(asked)
  const key = cacheKey(geocoder.server, question)
  const known = await kept(key, now)
  if (known) return known
  const turn = await takeTurn(geocoder, asked.typing ? 0 : QUEUE)
  if (turn === null) return []
  if (turn > 0) await wait(turn)
  const answer = await ask(geocoder, question, patience ?? PATIENCE)
  const verdict =
    'silent' in answer
      ? ({ is: 'tired', wait: null, why: answer.silent } as const)
      : verdictOn(geocoder.service, answer)
  if (verdict.is === 'tired') {
    await rest(geocoder, verdict.wait)
    log.warn({ geocoder: geocoder.service, reason: verdict.why }, 'the geocoder does not answer')
    return []
  }
  const places = verdict.is === 'found' ? verdict.places : []
  await remember(geocoder, key, places, now)
  return places
}

/**
 * Takes the next turn to ask: the milliseconds until it comes, at most `queue`; null when too many wait or the service
 * rests. One statement decides, by the database's clock, which all instances share.
 */
async function takeTurn({ server, gap }: Geocoder, queue: number): Promise<number | null> {
  const [turn] = await db.$queryRaw<{ wait: number }[]>`
    INSERT INTO geocoder_turns AS turns (service, next_at)
    VALUES (${server}, clock_timestamp() + ${gap} * interval '1 millisecond')
    ON CONFLICT (service) DO UPDATE
      SET next_at = greatest(turns.next_at, clock_timestamp()) + ${gap} * interval '1 millisecond'
      WHERE turns.next_at <= clock_timestamp() + ${queue} * interval '1 millisecond'
        AND (turns.rests_until IS NULL OR turns.rests_until <= clock_timestamp())
    RETURNING greatest(0, extract(epoch FROM turns.next_at - clock_timestamp()) * 1000 - ${gap})::float8 AS wait`
  return turn ? Math.round(turn.wait) : null
}

/** It failed: nobody asks it for a while, longer each time. */
async function rest({ server }: Geocoder, asked: number | null): Promise<void> {
  const { failures } = await db.geocoderTurn.update({
    where: { service: server },
    data: { failures: { increment: 1 } },
    select: { failures: true },
  })
  const milliseconds = restAfter(failures, asked)
  await db.$executeRaw`
    UPDATE geocoder_turns SET rests_until = clock_timestamp() + ${milliseconds} * interval '1 millisecond'
    WHERE service = ${server}`
}

async function remember({ server }: Geocoder, key: string, places: Found[], now: Date): Promise<void> {
  await db.geocoderTurn.updateMany({
    where: { service: server, failures: { gt: 0 } },
    data: { failures: 0, restsUntil: null },
  })
  const row = { places, askedAt: now }
  await db.geocoderAnswer.upsert({ where: { key }, create: { key, ...row }, update: row })
}

/** Milliseconds after which no answer is good any more. */
const TOO_OLD = 30 * 24 * 3_600_000

/** Forgets answers that are too old, and the oldest of those that are too many. */
export async function forgetAnswers(now: Date, most = MOST_KEPT): Promise<void> {
  await db.geocoderAnswer.deleteMany({ where: { askedAt: { lt: new Date(now.getTime() - TOO_OLD) } } })
  await db.$executeRaw`DELETE FROM geocoder_answers WHERE key IN (
    SELECT key FROM geocoder_answers ORDER BY asked_at DESC, key OFFSET ${most})`
}
