import type { book } from './guests'

type Booked = ReturnType<typeof book>['events'][number]

/** Gentle outings of the demo; as many more are good for newcomers. */
const GENTLE = 2
const SEATS = 6
const KINDS = ['open_coffee', 'lunch', 'outside_work']

const CALM = {
  ...{ capacity: SEATS, listVisibility: 'hosts' as const },
  ...{ quietPlace: true, leaveWhenever: true, noIntroductions: true, gentle: true },
  goodForNewcomers: true,
}

/** Makes the first small outings to come gentle, and says of the next that newcomers are expected there. */
export function gently(now: Date, events: Booked[]) {
  const small = events.filter(
    ({ kind, startsAt, seatsTaken, seriesId, status }) =>
      KINDS.includes(kind) && startsAt > now && seatsTaken > 0 && seatsTaken < SEATS && !seriesId && !status,
  )
  const turns = small.toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime()).map(({ id }) => id)
  return events.map((event) => {
    const turn = turns.indexOf(event.id)
    if (turn < 0 || turn >= 2 * GENTLE) return event
    return { ...event, ...(turn < GENTLE ? CALM : { goodForNewcomers: true }) }
  })
}

/** The host of the first outing that is good for newcomers, and not gentle, greets there. */
export function greeterRows(now: Date, events: ReturnType<typeof gently>) {
  const welcoming = events
    .filter((event) => 'goodForNewcomers' in event && !('gentle' in event))
    .toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime())
  return welcoming.slice(0, 1).map(({ id: eventId, organizerId: freelancerId }) => ({
    ...{ eventId, freelancerId, agreedAt: now, createdAt: now },
    ...{ recognise: 'Un foulard rouge', meetAt: 'À droite de la porte, côté comptoir' },
  }))
}
