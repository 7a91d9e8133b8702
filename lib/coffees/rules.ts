import type { CoffeeAnswer, CoffeeStatus } from './schema'

/** Milliseconds. */
const HOUR = 3_600_000
const DAY = 24 * HOUR

/** What somebody answered; `times` has a bit for each option that suits. */
export interface Answered {
  freelancerId: string
  answer: CoffeeAnswer | null
  times: number
}

export type Settled =
  | { status: 'proposed' | 'lapsed' }
  | { status: 'agreed'; option: number; freelancerIds: string[] }

const lowest = (mask: number) => Math.log2(mask & -mask)

/** Every company of two and more among some people, the largest first. */
function companies<T>(people: T[]): T[][] {
  const all = Array.from({ length: 2 ** people.length }, (_, mask) =>
    people.filter((_, i) => Math.floor(mask / 2 ** i) % 2 === 1),
  )
  return all.filter(({ length }) => length > 1).sort((a, b) => b.length - a.length)
}

/**
 * What becomes of a proposal. Agreed at once when everybody said yes and an hour suits all; otherwise it stays open
 * until its term, so that nobody can tell a no from a silence. Then those who said yes meet, as many of them as an
 * hour suits. `open` has a bit for each option that is not too late yet.
 */
export function settle(seats: Answered[], open: number, over: boolean): Settled {
  const yes = seats
    .filter(({ answer }) => answer === 'yes')
    .sort((a, b) => (a.freelancerId < b.freelancerId ? -1 : 1))
  const agreed = (some: Answered[]): Settled | null => {
    const common = some.reduce((mask, { times }) => mask & times, open)
    if (some.length < 2 || common === 0) return null
    return {
      status: 'agreed',
      option: lowest(common),
      freelancerIds: some.map(({ freelancerId }) => freelancerId),
    }
  }
  if (yes.length === seats.length) {
    const all = agreed(yes)
    if (all) return all
  }
  if (!over) return { status: 'proposed' }
  for (const some of companies(yes)) {
    const found = agreed(some)
    if (found) return found
  }
  return { status: 'lapsed' }
}

/** The options that are still an hour off at least, as bits. */
export function openOptions(options: Date[], now: Date): number {
  return options.reduce((mask, at, i) => (at.getTime() - now.getTime() >= HOUR ? mask + 2 ** i : mask), 0)
}

interface Moment {
  status: CoffeeStatus
  startsAt: Date | null
  minutes: number
}

/** When an agreed coffee is over. */
export const endOf = ({ startsAt, minutes }: { startsAt: Date; minutes: number }) =>
  new Date(startsAt.getTime() + minutes * 60_000)

/** May it be said whether it took place: from its end, for two weeks? */
export function isToReport({ status, startsAt, minutes }: Moment, now: Date): boolean {
  if (status !== 'agreed' || startsAt === null) return false
  const since = now.getTime() - endOf({ startsAt, minutes }).getTime()
  return since >= 0 && since < 14 * DAY
}

/** Coffees missed, by what the others said, after which somebody is kindly drawn no more until they say so. */
export const MISSED_BEFORE_PAUSE = 2
/** Looked back on for them. Milliseconds. */
export const MISSED_WITHIN = 26 * 7 * DAY
/** Proposals left without any answer, one after another, after which the same. */
export const SILENT_BEFORE_PAUSE = 3

/** When an agreed coffee is called to mind: the evening before, or two hours before when it was agreed later than that. */
export function remindAt(startsAt: Date, agreedAt: Date): Date | null {
  for (const before of [18 * HOUR, 2 * HOUR]) {
    const at = new Date(startsAt.getTime() - before)
    if (at > agreedAt) return at
  }
  return null
}
