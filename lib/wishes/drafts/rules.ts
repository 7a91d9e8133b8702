import { Temporal } from 'temporal-polyfill'
import { timesFrom } from '@/lib/events/times/rules'
import { distance } from '@/lib/geo/distance'
import type { LatLng } from '@/lib/geo/types'
import { openState } from '@/lib/spaces/hours/rules'
import { REACH, suits, withinReach } from '@/lib/wishes/rules'
import { WISH_KINDS, type WishKind } from '@/lib/wishes/terms'

/** A wish as drafting sees it. The position is the middle of its cell. */
export type Wisher = LatLng & { id: string; kinds: WishKind[]; halfDays: number }

/** So many people make an outing. */
export const ENOUGH = 3

const DAY = 24 * 3_600_000

/** Nobody is asked to be the face of what is nearer than this. Milliseconds. */
export const NOTICE = 3 * DAY
/** Silence for so long is a no. Milliseconds. */
export const SILENCE = 2 * DAY
/** After everybody said no, the same wishes rest. Milliseconds. */
export const REST = 14 * DAY
/** Days looked at from the first possible one on: each weekday once. */
const WEEK = 7

/** Names a pair, either way round. */
export const pairOf = (a: string, b: string) => (a < b ? `${a} ${b}` : `${b} ${a}`)

/** Could somebody sit down with all of them: within everybody's reach, and `apart` from nobody? */
export const fits = (one: Wisher, others: Wisher[], apart: Set<string>): boolean =>
  others.every((other) => withinReach(one, other) && !apart.has(pairOf(one.id, other.id)))

/**
 * The people that an outing around somebody would bring together: pairwise within reach, and no two of those who stay
 * `apart`. The largest of the circles begun with each neighbour in turn; the nearest come first, as they are given.
 */
export function circleOf(anchor: Wisher, near: Wisher[], apart: Set<string>): Wisher[] {
  let largest = [anchor]
  for (const second of near) {
    const circle: Wisher[] = [anchor]
    for (const one of [second, ...near])
      if (!circle.includes(one) && fits(one, circle, apart)) circle.push(one)
    if (circle.length > largest.length) largest = circle
  }
  return largest
}

/** What most of them named, counting those who named nothing for everything; the first of the list where it is even. */
export function kindFor(people: Wisher[]): WishKind {
  const votes = (kind: WishKind) =>
    people.filter(({ kinds }) => kinds.length === 0 || kinds.includes(kind)).length
  return WISH_KINDS.reduce((best, kind) => (votes(kind) > votes(best) ? kind : best))
}

/** When each kind is held in the morning and in the afternoon; null when it is not. Wall time. */
const HOURS: Record<WishKind, ({ start: string; end: string } | null)[]> = {
  open_coffee: [
    { start: '09:30', end: '11:00' },
    { start: '15:00', end: '16:30' },
  ],
  lunch: [{ start: '12:00', end: '13:30' }, null],
  afterwork: [null, { start: '18:00', end: '19:30' }],
  coworking_day: [
    { start: '09:30', end: '12:30' },
    { start: '14:00', end: '17:30' },
  ],
}

/** The half-day of the week that an instant lies in, where the place is: morning until one in the afternoon. */
export function halfDayAt(at: Date, timeZone: string): number {
  const { dayOfWeek, hour } = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(
    timeZone,
  )
  return (dayOfWeek - 1) * 2 + (hour < 13 ? 0 : 1)
}

export type Slot = { startsAt: Date; endsAt: Date; suited: number }

/**
 * The hours at which a kind could be held for these people, within a week from `NOTICE` on: those that suit the most of
 * them, soonest first. Empty when none suits two.
 */
export function bestSlots(people: Wisher[], kind: WishKind, timeZone: string, now: Date): Slot[] {
  const earliest = new Date(now.getTime() + NOTICE)
  const first = Temporal.Instant.fromEpochMilliseconds(earliest.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
  const slots = Array.from({ length: WEEK + 1 }, (_, ahead) => first.add({ days: ahead })).flatMap((day) =>
    HOURS[kind].flatMap((hours) => {
      const times = hours && timesFrom({ day: day.toString(), ...hours }, timeZone)
      if (!times?.ok || times.value.startsAt < earliest) return []
      const index = halfDayAt(times.value.startsAt, timeZone)
      const suited = people.filter(({ halfDays }) => suits(halfDays, index)).length
      return suited < 2 ? [] : [{ ...times.value, suited }]
    }),
  )
  const most = Math.max(0, ...slots.map(({ suited }) => suited))
  return slots.filter(({ suited }) => suited === most)
}

/** A public place, with its hours as OSM writes them. */
export type Place = LatLng & { id: string; openingHours: string; timeZone: string; country: string }

/** Is it known to be open from the beginning to the end? */
const openFor = ({ openingHours, timeZone, ...at }: Place, { startsAt, endsAt }: Slot): boolean => {
  const { state, changesAt } = openState(openingHours, timeZone, startsAt, at)
  return state === 'open' && (changesAt === null || changesAt >= endsAt)
}

/** The place open then whose farthest guest has the shortest way, within everybody's reach; null when none is known. */
export function fairestPlace<P extends Place>(places: P[], people: LatLng[], slot: Slot): P | null {
  const ways = places
    .map((place) => ({ place, metres: people.map((one) => distance(one, place)) }))
    .map(({ place, metres }) => ({
      place,
      farthest: Math.max(...metres),
      sum: metres.reduce((a, b) => a + b, 0),
    }))
    .filter(({ farthest }) => farthest <= REACH)
    .sort((a, b) => a.farthest - b.farthest || a.sum - b.sum)
  return ways.find(({ place }) => openFor(place, slot))?.place ?? null
}

export type Plan<P extends Place> = Slot & { kind: WishKind; place: P | null }

/**
 * What these people could be invited to: the kind most of them named, at the hours that suit the most, at a place open
 * then if one is known; a coffee where the kind suits nobody. Null when no hour suits two of them.
 */
export function planFor<P extends Place>(
  people: Wisher[],
  places: P[],
  timeZone: string,
  now: Date,
): Plan<P> | null {
  for (const kind of new Set<WishKind>([kindFor(people), 'open_coffee'])) {
    const slots = bestSlots(people, kind, timeZone, now)
    for (const slot of slots) {
      const place = fairestPlace(places, people, slot)
      if (place) return { ...slot, kind, place }
    }
    if (slots[0]) return { ...slots[0], kind, place: null }
  }
  return null
}
