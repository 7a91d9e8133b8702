import type { Person } from './people'

interface Seat {
  eventId: string
  freelancerId: string
  status: string
}

/** How the first of them left to be reached. */
const WAYS = ['06 00 00 00 12', 'sur Mastodon : @exemple@example.org']
/** With so many the most sociable of the demo is tied; one more has not been asked yet. */
const TIES = 3

/** What people said after the outings that are over: some ties around whoever met the most people, and one word alone. */
export function ties(
  people: Pick<Person, 'id' | 'visibility'>[],
  events: { id: string; endsAt: Date; organizerId: string }[],
  rsvps: Seat[],
  now: Date,
) {
  const met = new Map<string, Set<string>>()
  const seen = new Set(people.flatMap(({ id, visibility }) => (visibility === 'members' ? [id] : [])))
  for (const { id: eventId, organizerId } of events.filter(({ endsAt }) => endsAt <= now)) {
    const guests = rsvps.filter((seat) => seat.eventId === eventId && seat.status === 'going')
    const there = [organizerId, ...guests.map(({ freelancerId }) => freelancerId)].filter((id) =>
      seen.has(id),
    )
    for (const id of there)
      met.set(id, new Set([...(met.get(id) ?? []), ...there.filter((other) => other !== id)]))
  }
  const [first] = [...met].sort(([, a], [, b]) => b.size - a.size)
  if (!first) return []
  const [personId, others] = first
  return [...others]
    .slice(0, TIES + 1)
    .flatMap((aboutId, i) => [
      { personId, aboutId, way: i < TIES ? (WAYS[i] ?? '') : '' },
      ...(i < TIES ? [{ personId: aboutId, aboutId: personId, way: WAYS[(i + 1) % TIES] ?? '' }] : []),
    ])
}
