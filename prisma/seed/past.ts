import { eventRow } from './events'
import { book } from './guests'
import { HABITS } from './invitations'
import type { Person } from './people'
import { randomOf } from './random'
import type { DemoSpace } from './spaces'
import type { TownKey } from './towns'

/** Of its own, so that what is ahead stays as it is. */
const SEED = 2010
const DAY = 86_400_000
/** Whole weeks looked back on, and where something was on in each. */
const WEEKS = { from: 1, to: 20 }
const WHERE: TownKey[] = ['nice', 'cannes', 'paris', 'antibes']
/** Nobody comes on the day on which they find the place. Days. */
const SETTLED = 3

const MEETINGS = HABITS.filter(({ kind, at }) => at.length > 0 && kind !== 'one_to_one')

/** The outings of five months: for whoever looks back, and for the figures at /admin/measures. */
export function past(now: Date, people: Person[], spaces: DemoSpace[]) {
  const random = randomOf(SEED)
  const planned = Array.from({ length: (WEEKS.to - WEEKS.from + 1) * WHERE.length }, (_, i) => {
    const town = WHERE[i % WHERE.length] ?? 'nice'
    const daysAgo = 7 * (WEEKS.to - Math.floor(i / WHERE.length)) + random.between(1, 6)
    const there = people.filter(
      ({ createdAt }) => createdAt.getTime() < now.getTime() - (daysAgo + SETTLED) * DAY,
    )
    if (!there.some((person) => person.town === town)) return []
    const stage = { random, now, people: there, spaces }
    const event = eventRow(stage, random.pick(MEETINGS), i, town, -daysAgo)
    return [book(random, now, there, [{ ...event, groupId: null, seriesId: null, recurrenceId: null }])]
  }).flat()
  return {
    events: planned.flatMap(({ events }) => events),
    rsvps: planned.flatMap(({ rsvps }) => rsvps),
  }
}
