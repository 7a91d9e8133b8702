import type { Actor } from '@/lib/accounts/schema'
import { isAdmin } from '@/lib/admin/queries'
import { cohorts, oftenPairs, type Scope, waits, weekly, wishCount } from '@/lib/measures/figures/queries'
import {
  type ComingBack,
  comingBack,
  type FirstOutings,
  firstOutings,
  minutesPerOuting,
  oftenMet,
  outingsAWeek,
  type Weekly,
  type Wishes,
  wishesFulfilled,
} from '@/lib/measures/figures/rules'
import { minutesSpent } from '@/lib/measures/minutes/queries'
import { weekStart, weeksBefore } from './rules'

/** Weeks that lines are drawn over. */
const WEEKS = 12

/** Does this bring people out of the house? Null stands where a figure would speak of fewer than five people. */
export interface Measures {
  /** Figures stand as of this Monday, 00:00 UTC. */
  until: Date
  firstOutings: FirstOutings | null
  comingBack: ComingBack | null
  pairs: number | null
  wishes: Wishes | null
  outings: Weekly | null
  minutes: Weekly | null
}

/** The figures of an instance, for those who look after it; null for everybody else. */
export async function measures(
  actor: Actor | null,
  { now, demo = false }: { now: Date; demo?: boolean },
): Promise<Measures | null> {
  if (!isAdmin(actor)) return null
  const until = weekStart(now)
  const scope: Scope = { until, demo }
  const weeks = weeksBefore(until, WEEKS)
  const { days, notYet } = await waits(scope)
  const [months, pairs, wishes, done, spent] = await Promise.all([
    cohorts(scope),
    oftenPairs(scope),
    // Without a name, wishes are of nobody's kind: invented people's do not end.
    demo ? null : wishCount(until),
    weekly(scope, weeks),
    // Invented people hold no phone.
    demo ? [] : minutesSpent(weeks[0] ?? until, until),
  ])
  return {
    until,
    firstOutings: firstOutings(days, notYet),
    comingBack: comingBack(months),
    pairs: oftenMet(pairs),
    wishes: wishes && wishesFulfilled(wishes),
    outings: outingsAWeek(done),
    minutes: minutesPerOuting(weeks, spent),
  }
}
