import type { Telling } from './terms'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** "I stay an hour more": minutes. */
export const STAY = 60
/** Most minutes that somebody may stay longer, as the database has it. */
export const MOST_EXTRA = 600
/** Between the last question and the letter to the contact. Milliseconds. */
export const LAST_CALL = 15 * MINUTE
/** After which nothing is left of a contact. Milliseconds. */
export const FORGOTTEN_AFTER = 24 * HOUR

/** What is told, asked or done, and when at the latest it makes sense. */
export type Step = 'tell' | 'remind' | 'warn' | 'alarm' | 'close' | 'forget'

export interface Watch {
  telling: Telling
  /** Minutes. */
  grace: number
  extra: number
  /** The contact can still be written to. */
  reachable: boolean
  toldAt: Date | null
  remindedAt: Date | null
  warnedAt: Date | null
  alarmedAt: Date | null
  leftAt: Date | null
  offAt: Date | null
  closedAt: Date | null
  event: { startsAt: Date; endsAt: Date }
}

const plus = (at: Date, ms: number) => new Date(at.getTime() + ms)

/** Until when somebody said they would be there. */
export const untilOf = ({ extra, event }: Pick<Watch, 'extra'> & { event: { endsAt: Date } }) =>
  plus(event.endsAt, extra * MINUTE)

const tellAt = ({ telling, event }: Watch): Date | null => {
  if (telling === 'if_needed') return null
  return telling === 'at_start' ? event.startsAt : plus(event.startsAt, -HOUR)
}

/** Was the contact written to at all? Only then is there something to take back. */
export const wasTold = ({ toldAt, alarmedAt }: Pick<Watch, 'toldAt' | 'alarmedAt'>) =>
  toldAt !== null || alarmedAt !== null

/**
 * What comes next, and when. Nobody is asked to call before the person was asked themself; what a pause of the worker
 * made useless is left out, but never the two last.
 */
export function nextStep(watch: Watch, now: Date): { step: Step; at: Date } {
  const until = untilOf(watch)
  const ended = watch.leftAt ?? watch.offAt
  if (ended) {
    const close = watch.reachable && wasTold(watch) && watch.closedAt === null
    return close ? { step: 'close', at: ended } : { step: 'forget', at: plus(ended, FORGOTTEN_AFTER) }
  }
  const telling = tellAt(watch)
  if (telling && watch.reachable && watch.toldAt === null && now < until) return { step: 'tell', at: telling }
  const patience = plus(until, watch.grace * MINUTE)
  if (watch.remindedAt === null && now < patience) return { step: 'remind', at: until }
  if (watch.warnedAt === null) return { step: 'warn', at: patience }
  if (watch.alarmedAt === null && watch.reachable)
    return { step: 'alarm', at: plus(watch.warnedAt, LAST_CALL) }
  return { step: 'forget', at: plus(patience, FORGOTTEN_AFTER) }
}
