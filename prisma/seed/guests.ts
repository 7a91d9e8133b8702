import { choicesOf, wordsOf } from './choices'
import type { DemoEvent as Planned } from './events'
import type { gather } from './groups'
import type { Person } from './people'
import type { Random } from './random'
import { TOWNS } from './towns'

type DemoEvent = Planned &
  Pick<ReturnType<typeof gather>['events'][number], 'groupId' | 'seriesId' | 'recurrenceId'>

const HOUR = 3_600_000
/** Seats of the event that everybody wants to go to, and how many wait for one. */
const FULL = 8
const WAITING = 4

/** Fills seats as the rsvp_* functions would have: `seats_taken` is who goes, `joins` the last position given. */
export function book(random: Random, now: Date, people: Person[], planned: DemoEvent[]) {
  const wanted = planned.find(
    ({ kind, town, startsAt }) => kind === 'afterwork' && town === 'nice' && startsAt > now,
  )
  const dropped = planned.find(({ kind, startsAt }) => kind === 'outside_work' && startsAt > now)
  const events: (DemoEvent &
    ReturnType<typeof choicesOf> & { seatsTaken: number; joins: number; status?: 'cancelled' })[] = []
  const rsvps: ReturnType<typeof rsvp>[] = []
  for (const event of planned) {
    const full = event === wanted
    const capacity = full ? FULL : event.capacity
    const rows = guestsOf(random, event, people, full ? FULL + WAITING : crowd(random, capacity)).map(
      (guest, i) => rsvp(random, now, event, guest, i + 1, full),
    )
    const seatsTaken = rows.filter(({ status }) => status === 'going').length
    events.push({
      ...event,
      ...choicesOf(event),
      ...(event === dropped ? CANCELLED : {}),
      capacity,
      seatsTaken,
      joins: rows.length,
    })
    rsvps.push(...rows)
  }
  return { events, rsvps }
}

const CANCELLED = {
  status: 'cancelled',
  sequence: 1,
  cancelMessage:
    'Avis de tempête ce week-end : on remet ça dès que le vent tombe. Merci à celles et ceux qui avaient dit oui.',
} as const

/** A seat is always left, but for the one event that is full. */
const crowd = (random: Random, capacity: number | null) =>
  random.between(0, Math.min(capacity === null ? 14 : capacity - 1, 18))

function guestsOf(random: Random, event: DemoEvent, people: Person[], count: number): Person[] {
  const online = event.lat === null
  const near = people.filter(
    ({ id, town }) => id !== event.organizerId && (online || TOWNS[town].region === TOWNS[event.town].region),
  )
  return random.some(near, count)
}

function rsvp(random: Random, now: Date, event: DemoEvent, guest: Person, position: number, full: boolean) {
  // Joined one after the other, between the announcement and the last hour before now or the start.
  const from = event.createdAt.getTime()
  const until = Math.min(now.getTime(), event.startsAt.getTime()) - HOUR
  const at = new Date(from + ((until - from) * position) / 40)
  const seated = position <= FULL ? ('going' as const) : ('waitlisted' as const)
  const mostlyGoing = random.chance(1 / 14) ? ('cancelled' as const) : ('going' as const)
  return {
    id: random.id(at),
    eventId: event.id,
    freelancerId: guest.id,
    status: full ? seated : mostlyGoing,
    position,
    ...wordsOf(event, position),
    createdAt: at,
    updatedAt: at,
  }
}
