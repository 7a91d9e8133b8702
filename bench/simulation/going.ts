import { distance } from '@/lib/geo/distance'
import { GENTLE, GOING, SEE_AGAIN } from './behaviours'
import type { Gathering, State } from './state'
import type { Ties } from './ties'
import type { Person } from './world'

/** What one arm runs with. */
export interface Arm {
  state: State
  ties: Ties
}

export const kmTo = (person: Person, to: { lat: number; lng: number }) => distance(person, to) / 1000

/** How likely somebody says yes to something, when they look at it. */
export function yesChance({ state, ties }: Arm, person: Person, gathering: Gathering): number {
  const { index, shy } = person
  let chance = GOING.yes * 0.5 ** (kmTo(person, gathering) / GOING.halfAtKm)
  if (shy) chance *= GOING.shyBySize.find(({ upTo }) => gathering.seats <= upTo)?.times ?? 1
  if (shy && gathering.gentle) chance *= GENTLE.label
  if (state.lastOut(index) < 0) chance *= GOING.firstTime * (gathering.greeter ? GENTLE.greeter : 1)
  // Its list of names is the host's alone.
  if (gathering.gentle) return Math.min(1, chance)
  if (gathering.guests.some((other) => ties.has(index, other))) return Math.min(1, chance * SEE_AGAIN.tie)
  const { people } = state.world
  const known = (other: number) => people[other]?.seen && state.metWith(index, other)
  return Math.min(1, chance * (gathering.guests.some(known) ? GOING.knowsSomebody : 1))
}

/** Looks at one thing and takes a seat, or does not. `times` is how much likelier this way of hearing of it makes it. */
export function consider(arm: Arm, person: Person, gathering: Gathering, way = 0, times = 1): boolean {
  const { state } = arm
  if (!state.isFree(person.index, gathering.week, gathering.half)) return false
  const drawn = state.world.draw('yes', gathering.id, person.index, way)
  return drawn < yesChance(arm, person, gathering) * times && state.seat(person.index, gathering)
}

/** What there is in a week within somebody's reach and with a seat left, the nearest first. */
export function within(state: State, person: Person, week: number): Gathering[] {
  return state
    .in(week)
    .filter(({ listed, guests, seats }) => listed && guests.length < seats)
    .map((gathering) => ({ gathering, km: kmTo(person, gathering) }))
    .filter(({ km }) => km <= person.reachKm)
    .sort((a, b) => a.km - b.km || a.gathering.id - b.gathering.id)
    .map(({ gathering }) => gathering)
}
