import { Temporal } from 'temporal-polyfill'
import { IDENTIFIED_AFTER_DAYS } from '@/lib/homes/policy'
import type { book } from './guests'
import type { Person } from './people'
import type { Random } from './random'
import { TIME_ZONE } from './towns'

const DAY = 86_400_000
const IN_DAYS = 6
/** Of four seats two are taken, and somebody asks for a third. */
const SEATS = 4
const STANDING = ['going', 'going', 'asked'] as const

type Book = ReturnType<typeof book>

/** A table at home in Cannes, its host and guests seen before at an outing of somebody else. */
export function homeTable(random: Random, now: Date, people: Person[], { events, rsvps }: Book) {
  const seen = people.filter((person) => isIdentified(person, now, { events, rsvps }))
  const host = seen.find(({ town }) => town === 'cannes') ?? seen[0]
  if (!host || host.cellLat === null || host.cellLng === null)
    throw new Error('nobody in the demo was ever out')
  const guests = seen.filter((person) => person !== host).slice(0, STANDING.length)
  const noon = Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(TIME_ZONE)
    .add({ days: IN_DAYS })
    .with({ hour: 12, minute: 30, second: 0, millisecond: 0 })
  const startsAt = new Date(noon.epochMilliseconds)
  const createdAt = new Date(now.getTime() - 2 * DAY)
  const event = {
    id: random.id(createdAt),
    kind: 'home_table' as const,
    title: `Table à la maison · ${host.area}`,
    welcome: 'Un plat mijoté, du pain, et l’après-midi pour travailler côte à côte si le cœur vous en dit.',
    startsAt,
    endsAt: new Date(startsAt.getTime() + 2 * 3_600_000),
    timeZone: TIME_ZONE,
    city: host.area,
    lat: host.cellLat,
    lng: host.cellLng,
    hiddenPlace: {
      ...{ placeName: 'Sonner chez « Café »', address: '12 impasse des Exemples' },
      ...{ lat: host.cellLat + 0.001, lng: host.cellLng + 0.001 },
    },
    ...{ capacity: SEATS, approval: true, maxCompanions: 0, listVisibility: 'guests' as const },
    seatsTaken: STANDING.filter((status) => status === 'going').length,
    joins: guests.length,
    organizerId: host.id,
    ...{ demo: true, createdAt, updatedAt: createdAt },
  }
  const seats = guests.map(({ id: freelancerId }, i) => {
    const at = new Date(createdAt.getTime() + (i + 1) * 3_600_000)
    return {
      id: random.id(at),
      ...{ eventId: event.id, freelancerId, status: STANDING[i] ?? 'asked', position: i + 1 },
      ...{ createdAt: at, updatedAt: at },
    }
  })
  return { event, seats }
}

/** As lib/homes/policy sees them. */
function isIdentified(person: Person, now: Date, { events, rsvps }: Book): boolean {
  const over = new Map(
    events.filter(({ endsAt }) => endsAt <= now).map(({ id, organizerId }) => [id, organizerId]),
  )
  const wasOut = rsvps.some(
    ({ eventId, freelancerId, status }) =>
      freelancerId === person.id &&
      status === 'going' &&
      over.has(eventId) &&
      over.get(eventId) !== person.id,
  )
  const old = person.createdAt.getTime() <= now.getTime() - IDENTIFIED_AFTER_DAYS * DAY
  return wasOut && old && person.visibility === 'members' && person.cellLat !== null
}
