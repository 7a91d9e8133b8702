import { SEE_AGAIN } from '@/bench/simulation/behaviours'
import { morningOf } from '@/bench/simulation/calendar'
import { type Arm, consider, within } from '@/bench/simulation/going'
import type { Part } from '@/bench/simulation/part'
import { TIME_ZONE } from '@/bench/simulation/world'
import { CROWD } from '@/lib/meetings/rules'
import { nearBoth, SMALL, suggestion } from '@/lib/ties/suggestions/rules'

/** Suggestions on somebody's page at once, as in lib/ties/suggestions. */
const SHOWN = 2

/** "Glad to meet again", known when mutual, of people who agreed to be seen; and "it has been six weeks". */
export function seeAgain(arm: Arm): Part {
  const { state, ties } = arm
  const { people, draw } = state.world

  /** Of whom somebody says so, among those who were there. */
  function gladOf(person: number, present: number[], id: number): number[] {
    const others = present.filter((other) => other !== person && people[other]?.seen)
    return others
      .sort((a, b) => draw('glad', id, person, a) - draw('glad', id, person, b))
      .slice(0, SEE_AGAIN.remembers)
      .filter((other) => draw('glad', id, person, other, 1) < SEE_AGAIN.glad)
  }

  return {
    looked({ person, week }) {
      const now = morningOf(week)
      const due = ties
        .of(person.index)
        .flatMap((other) => {
          const met = state.metWith(person.index, other)
          const together = state
            .in(week)
            .some(({ guests }) => guests.includes(person.index) && guests.includes(other))
          const last = met ? morningOf(met.last) : null
          const found = suggestion({ last, timeZone: TIME_ZONE, together, mine: 0, theirs: 0 }, now)
          return found ? [{ other, weeks: found.weeks }] : []
        })
        .sort((a, b) => b.weeks - a.weeks)
        .slice(0, SHOWN)
      for (const { other } of due) {
        const them = people[other]
        const small = within(state, person, week).filter(
          ({ seats, guests }) => seats <= SMALL && guests.length < seats - 1,
        )
        const outing = them && nearBoth(small, person, them)
        if (!outing || draw('suggested', person.index, other, week) >= SEE_AGAIN.suggested) continue
        if (!state.isFree(person.index, week, outing.half)) continue
        // The other opens the app too, or hears of it from them.
        state.seat(person.index, outing)
        consider(arm, them, outing, 2)
      }
    },
    over(week) {
      for (const { present: all, id, isKnown } of state.in(week)) {
        const present = all.filter((person) => people[person]?.seen)
        if (!isKnown || present.length < 2 || all.length > CROWD) continue
        const glad = new Map(present.map((person) => [person, gladOf(person, present, id)]))
        for (const [person, others] of glad)
          for (const other of others) {
            if (person > other || !glad.get(other)?.includes(person) || ties.has(person, other)) continue
            ties.tie(person, other)
            for (const one of [person, other]) state.tell(one, SEE_AGAIN.told)
          }
      }
    },
  }
}
