import { RHYTHM } from '@/bench/simulation/behaviours'
import { boundsOfHalf, morningOf } from '@/bench/simulation/calendar'
import { byShare } from '@/bench/simulation/chance'
import { type Arm, consider, kmTo, within } from '@/bench/simulation/going'
import type { Part } from '@/bench/simulation/part'
import type { Gathering } from '@/bench/simulation/state'
import { type Person, TIME_ZONE } from '@/bench/simulation/world'
import { isNudgeDue } from '@/lib/rhythm/rules'
import { type Candidate, suggest } from '@/lib/suggestions/rules'

/** The hour of the morning at which everybody here is written to. */
const HOUR = 8
/** How a letter differs from the list, among the ways of hearing of something. */
const LETTER = 100

/** "It has been a while": one letter a week at most, with three outings near, and none after three without an answer. */
export function rhythm(arm: Arm): Part {
  const { state } = arm
  const { people, draw } = state.world
  const nudges = new Map<number, number[]>()
  const joinedIn = (index: number) => Math.floor(draw('joins', index, 5) * RHYTHM.joinWithinWeeks)

  function isDue({ index }: Person, week: number): boolean {
    const sent = nudges.get(index) ?? []
    const last = sent.at(-1)
    const standing = {
      ...{ pace: byShare(RHYTHM.paces, draw('joins', index, 6)).pace, hour: HOUR, timeZone: TIME_ZONE },
      ...{ changedAt: morningOf(joinedIn(index)), digestDay: null, lastDigest: null, quiet: null },
      lastOut: state.lastOutAt(index),
      planned: state.takenIn(index, week) !== 0 || state.takenIn(index, week + 1) !== 0,
      lastNudge: last === undefined ? null : morningOf(last),
      unanswered: sent.filter((nudge) => nudge > state.lastDone(index)).length,
    }
    return isNudgeDue(standing, morningOf(week))
  }

  const candidate = (person: Person, gathering: Gathering): Candidate => {
    const { startsAt, endsAt } = boundsOfHalf(gathering.week, gathering.half)
    const known = gathering.guests.flatMap((other) => {
      const met = people[other]?.seen && !gathering.gentle ? state.metWith(person.index, other) : undefined
      return met ? [{ firstName: String(other), times: met.times }] : []
    })
    return {
      ...{ id: String(gathering.id), seriesId: `host-${gathering.guests[0]}`, startsAt, endsAt, known },
      ...{ distance: kmTo(person, gathering) * 1000, going: gathering.guests.length - 1, interest: null },
      free: draw('nudge', gathering.guests[0] ?? 0) < RHYTHM.free,
    }
  }

  return {
    begin(week) {
      for (const person of people) {
        const { index } = person
        if (draw('joins', index, 4) >= RHYTHM.members || joinedIn(index) > week || !isDue(person, week))
          continue
        nudges.set(index, [...(nudges.get(index) ?? []), week])
        state.tell(index, 1)
        if (draw('nudge', index, week) >= RHYTHM.reads) continue
        const around = [week, week + 1].flatMap((one) => within(state, person, one))
        const named = suggest(
          around.map((gathering) => candidate(person, gathering)),
          morningOf(week),
        )
        for (const { id } of named) {
          const gathering = around.find((one) => String(one.id) === id)
          if (gathering) consider(arm, person, gathering, LETTER + week, RHYTHM.suggested)
        }
      }
    },
  }
}
