import type { EventKind } from '@/lib/events/kinds/terms'

/** Where an event is, as stored. Of an online one only the link is set. */
export type Place = {
  spaceId: string | null
  placeName: string
  address: string
  city: string
  lat: number | null
  lng: number | null
  onlineUrl: string | null
}

export type Announced = Place & { title: string; startsAt: Date; endsAt: Date; timeZone: string }

/** What people who come must learn of. */
export type Change = 'time' | 'place' | 'title' | 'online'

const placeKeys = ['spaceId', 'placeName', 'address', 'city', 'lat', 'lng'] as const

/**
 * What differs between the event people said yes to and the one it becomes. A new title alone disturbs nobody: it is
 * told along with something that matters, so the answer is empty.
 */
export function changesOf(before: Announced, after: Announced): Change[] {
  const changes: Change[] = []
  const sameTime =
    before.startsAt.getTime() === after.startsAt.getTime() &&
    before.endsAt.getTime() === after.endsAt.getTime() &&
    before.timeZone === after.timeZone
  if (!sameTime) changes.push('time')
  if (placeKeys.some((key) => before[key] !== after[key])) changes.push('place')
  if (before.onlineUrl !== after.onlineUrl) changes.push('online')
  if (changes.length > 0 && before.title !== after.title) changes.push('title')
  return changes
}

/** What an event is called when its organizer leaves the title empty: "Open coffee · La Ruche". */
export function proposedTitle(kindName: string, place: Pick<Place, 'placeName' | 'city'>): string {
  const where = place.placeName || place.city
  return (where ? `${kindName} · ${where}` : kindName).slice(0, 120)
}

/** Kinds that happen behind a link unless said otherwise. */
export const isOnlineKind = (kind: EventKind) => kind === 'e_coffee'

/** The field of the form that a refusal is about; of the rest the form as a whole says it. */
const fields: Record<string, string> = {
  space_unknown: 'spaceId',
  place_required: 'city',
  town_unknown: 'city',
  start_in_gap: 'start',
  end_in_gap: 'end',
  starts_in_past: 'day',
  starts_too_far: 'day',
  too_long: 'end',
  capacity_taken: 'capacity',
  no_occurrence: 'repeat',
  draft_comes_back: 'repeat',
  group_unknown: 'groupId',
  greeter_unknown: 'freelancerId',
  publish_in_gap: 'publishTime',
  publish_in_past: 'publishDay',
  publish_after_start: 'publishDay',
}

/** A refusal as a form shows it: field name → key of the `errors` messages, or a key for the whole form. */
export function refusalErrors(reason: string): { errors: Record<string, string>; message?: string } {
  const field = fields[reason]
  if (field) return { errors: { [field]: reason } }
  return { errors: {}, message: reason === 'cancelled' || reason === 'over' ? `event_${reason}` : reason }
}
