import { snapToCell } from '@/lib/geo/cell'
import { leftOf, sayable } from '@/lib/presence/halfdays/rules'
import { WORK_PLACES } from '@/lib/presence/schema'
import { isClosedThroughout } from '@/lib/spaces/hours/rules'
import type { Person } from './people'
import type { Random } from './random'
import type { DemoSpace } from './spaces'
import { TIME_ZONE, TOWNS, type TownKey } from './towns'

const OUT = ['cannes', 'antibes', 'nice'] as const satisfies TownKey[]
/** People at each of the places that somebody in a town works at. */
const TABLES = [2, 1, 1]
const AT_CLIENTS = 14

/** Where a few people of the demo work in the half-days that may be said: open places of their own town. */
export function presenceRows(random: Random, now: Date, people: Person[], spaces: DemoSpace[]) {
  return sayable(now, TIME_ZONE).flatMap(({ day, half }) => {
    const left = leftOf({ day, half }, TIME_ZONE, now)
    const open = spaces.filter(
      (space) =>
        WORK_PLACES.some((kind) => kind === space.kind) &&
        !isClosedThroughout(space.openingHours, TIME_ZONE, left, space),
    )
    return OUT.flatMap((town) => {
      const places = random.some(
        open.filter((space) => space.town === town),
        TABLES.length,
      )
      const seats = places.flatMap((place, i) => Array<string>(TABLES[i] ?? 0).fill(place.id))
      const workers = random.some(
        people.filter((person) => person.town === town),
        seats.length,
      )
      return workers.map(({ id: freelancerId }, i) => ({
        ...{ freelancerId, spaceId: String(seats[i]), half },
        ...{ day: new Date(`${day}T00:00:00Z`), endsAt: left.to },
      }))
    })
  })
}

/** People of the demo who are at their clients' in Sophia Antipolis, Thursdays most of all. */
export function clientDayRows(random: Random, people: Person[]) {
  const { lat, lng, name: area } = TOWNS.sophia
  const cell = snapToCell({ lat, lng })
  const neighbours = people.filter(({ town }) => town !== 'sophia' && TOWNS[town].region === 'riviera')
  return random.some(neighbours, AT_CLIENTS).map(({ id: freelancerId }) => ({
    ...{ freelancerId, area, cellLat: cell.lat, cellLng: cell.lng },
    weekday: random.pick([2, 3, 4, 4, 4]),
    half: random.pick(['morning', 'afternoon'] as const),
  }))
}
