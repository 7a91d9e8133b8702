import { PRESENCE } from '@/bench/simulation/behaviours'
import { dayOf, eveningBefore } from '@/bench/simulation/calendar'
import { type Arm, kmTo } from '@/bench/simulation/going'
import type { Part } from '@/bench/simulation/part'
import type { Gathering } from '@/bench/simulation/state'
import { type Person, TIME_ZONE } from '@/bench/simulation/world'
import { isSayable } from '@/lib/presence/halfdays/rules'
import { HALF_DAYS } from '@/lib/wishes/terms'

/** Cafés are closed on Sundays. */
const OPEN_HALF_DAYS = HALF_DAYS - 2

/** "I'm working here": said the evening before, seen by those near by who look in time, gone when it is over. */
export function presence({ state, ties }: Arm): Part {
  const { world } = state
  const { draw, people } = world
  const regulars = new Map(people.map((person) => [person.index, nearestPlaces(person)]))

  function nearestPlaces(person: Person) {
    const byWay = world.places
      .map((place) => ({ ...place, km: kmTo(person, place) }))
      .sort((a, b) => a.km - b.km)
    return byWay.slice(0, PRESENCE.places)
  }

  /** Who says so for a half-day, each at a place of theirs; those at the same one sit together. */
  function said(week: number, half: number): Gathering[] {
    const tables = new Map<string, Gathering>()
    for (const { index } of people) {
      const member = draw('joins', index, 3) < PRESENCE.members
      if (!member || draw('announce', index, week, half) >= PRESENCE.says) continue
      if (!state.isFree(index, week, half)) continue
      const own = regulars.get(index) ?? []
      const place = own[Math.floor(draw('place', index, week, half) * own.length)]
      if (!place) continue
      const table = tables.get(place.id) ?? open(week, half, place)
      if (table && state.seat(index, table)) tables.set(place.id, table)
    }
    return [...tables.values()]
  }

  const open = (week: number, half: number, { lat, lng }: { lat: number; lng: number }) =>
    state.add({
      ...{ week, half, lat, lng, seats: people.length, guests: [], hosted: false, listed: false },
      ...{
        gentle: false,
        greeter: false,
        noShow: PRESENCE.noShow,
        mails: { seat: 0, thanks: 0 },
        isKnown: false,
      },
    })

  /** Who opened the app since it could be said. */
  const readers = (week: number, half: number) =>
    people.filter(
      ({ index, opens }) =>
        state.isFree(index, week, half) && draw('announce', index, week, half, 1) < 1 - Math.exp(-opens / 7),
    )

  function joins(person: Person, table: Gathering): boolean {
    const knows = table.guests.some(
      (other) => (people[other]?.seen && state.metWith(person.index, other)) || ties.has(person.index, other),
    )
    const chance = PRESENCE.joins * 0.5 ** (kmTo(person, table) / person.reachKm)
    const drawn = draw('announce', person.index, table.week, table.half, 2 + table.id)
    return drawn < chance * (knows ? PRESENCE.knowsSomebody : 1) && state.seat(person.index, table)
  }

  return {
    before(week) {
      for (let half = 0; half < OPEN_HALF_DAYS; half++) {
        const halfDay = { day: dayOf(week, half), half: half % 2 === 0 ? 'morning' : 'afternoon' } as const
        if (!isSayable(halfDay, eveningBefore(week, half), TIME_ZONE)) continue
        const tables = said(week, half)
        for (const person of readers(week, half))
          tables
            .filter((table) => kmTo(person, table) <= person.reachKm)
            .sort((a, b) => kmTo(person, a) - kmTo(person, b))
            .slice(0, PRESENCE.looksAt)
            .some((table) => joins(person, table))
      }
    },
  }
}
