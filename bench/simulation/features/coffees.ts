import { COFFEES } from '@/bench/simulation/behaviours'
import { mondayOf, whenOf } from '@/bench/simulation/calendar'
import { type Arm, kmTo } from '@/bench/simulation/going'
import type { Part } from '@/bench/simulation/part'
import { type Person, TIME_ZONE } from '@/bench/simulation/world'
import { startsIn, threeOf } from '@/lib/coffees/halfdays/rules'
import { matchRound } from '@/lib/coffees/matching/rules'
import { choosePlace } from '@/lib/coffees/places/rules'
import { MISSED_BEFORE_PAUSE, SILENT_BEFORE_PAUSE, settle } from '@/lib/coffees/rules'

/** Places that are looked at for one table, as in lib/coffees/places. */
const LOOKED_AT = 40
const ALL_HALF_DAYS = 2 ** 14 - 1
const SUNDAY = 12
/** An account of less than three months is new, as in lib/coffees/rounds. */
const NEW = 13

/** Coffees for two or three, drawn by the real rules for each week. */
export function coffees({ state }: Arm): Part {
  const { world } = state
  const { draw } = world
  const drawn = new Map<string, number>()
  const apart = new Set<string>()
  const silent = new Map<number, number>()
  const missed = new Map<number, number>()
  const paused = new Set<number>()
  const takesPart = ({ index }: Person, week: number) =>
    draw('joins', index, 1) < COFFEES.members && draw('joins', index, 2) * COFFEES.joinWithinWeeks <= week

  function participants(week: number): Person[] {
    return world.people.filter((person) => {
      const { index } = person
      if (paused.has(index) && draw('resume', index, week) < COFFEES.resumes) {
        paused.delete(index)
        silent.delete(index)
        missed.delete(index)
      }
      return takesPart(person, week) && person.halfDays > 0 && !paused.has(index)
    })
  }

  /** Each one's answer, as times that suit (0 for a no), or null for silence. */
  function answer(person: number, week: number, options: { half: number }[]) {
    if (draw('answer', person, week) < COFFEES.silent) return { answer: null, times: 0 }
    if (draw('answer', person, week, 1) < COFFEES.no) return { answer: 'no' as const, times: 0 }
    const times = options.reduce(
      (mask, { half }, i) => mask + (state.isFree(person, week, half) ? 2 ** i : 0),
      0,
    )
    return times > 0 ? { answer: 'yes' as const, times } : { answer: 'no' as const, times: 0 }
  }

  function propose(table: Person[], week: number, starts: ReturnType<typeof startsIn>): void {
    const mean = (of: 'lat' | 'lng') => table.reduce((sum, person) => sum + person[of], 0) / table.length
    const shared = table.reduce((mask, { halfDays }) => mask & halfDays, ALL_HALF_DAYS)
    const possible = starts.filter(({ bit }) => (shared >> bit) % 2 === 1)
    const venues = world.places
      .map((place) => ({
        place,
        km: kmTo({ ...(table[0] as Person), lat: mean('lat'), lng: mean('lng') }, place),
      }))
      .sort((a, b) => a.km - b.km)
      .slice(0, LOOKED_AT)
      .map(({ place }) => ({
        ...place,
        kind: 'cafe' as const,
        open: possible.map(({ bit }) => bit < SUNDAY),
      }))
    const chosen = choosePlace(table, venues)
    const place = world.places.find(({ id }) => id === chosen?.id)
    if (!chosen || !place) return
    const options = threeOf(chosen.times.flatMap((i) => possible[i] ?? [])).map(whenOf)
    const seats = table.map(({ index }) => ({ freelancerId: String(index), ...answer(index, week, options) }))
    for (const { freelancerId, answer } of seats) {
      const index = Number(freelancerId)
      state.tell(index, COFFEES.proposal)
      silent.set(index, answer === null ? (silent.get(index) ?? 0) + 1 : 0)
      if (silent.get(index) === SILENT_BEFORE_PAUSE) paused.add(index)
    }
    if (draw('answer', table[0]?.index ?? 0, week, 2) < COFFEES.never)
      apart.add(table.map(({ index }) => index).join(' '))
    const settled = settle(seats, 2 ** options.length - 1, true)
    if (settled.status !== 'agreed') return
    const guests = settled.freelancerIds.map(Number)
    state.add({
      ...{ week, half: options[settled.option]?.half ?? 0, lat: place.lat, lng: place.lng },
      ...{
        seats: guests.length,
        guests,
        hosted: false,
        listed: false,
        isKnown: true,
        noShow: COFFEES.noShow,
      },
      ...{ gentle: false, greeter: false, mails: { seat: COFFEES.agreed, thanks: 0 } },
      after: (present) => {
        for (const guest of guests.filter((one) => !present.includes(one) && present.length > 0)) {
          missed.set(guest, (missed.get(guest) ?? 0) + 1)
          if ((missed.get(guest) ?? 0) >= MISSED_BEFORE_PAUSE) paused.add(guest)
        }
      },
    })
  }

  return {
    begin(week) {
      const candidates = participants(week).map(({ index, halfDays, weeksHere, ...person }) => ({
        ...{ ...person, id: String(index), slots: halfDays, arrivedLately: weeksHere + week < NEW },
        weeksIn: state.lastOut(index) < 0 ? 52 : week - state.lastOut(index),
      }))
      const ties = {
        met: [...drawn].map(([pair, last]) => [...twoOf(pair), week - last] as const),
        apart: [...apart].flatMap(pairsOf),
      }
      const { tables } = matchRound(candidates, ties, `${draw('order', week)}`)
      const starts = startsIn(mondayOf(week), ALL_HALF_DAYS, TIME_ZONE)
      for (const ids of tables) {
        for (const [a, b] of pairsOf(ids.join(' '))) drawn.set(`${a} ${b}`, week)
        propose(
          ids.flatMap((id) => world.people[Number(id)] ?? []),
          week,
          starts,
        )
      }
    },
  }
}

const twoOf = (pair: string) => pair.split(' ') as [string, string]

/** Every two of a table, each pair always the same way round. */
function pairsOf(table: string): [string, string][] {
  const ids = table.split(' ').sort()
  return ids.flatMap((a, i) => ids.slice(i + 1).map((b): [string, string] => [a, b]))
}
