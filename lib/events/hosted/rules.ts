import { Temporal } from 'temporal-polyfill'
import type { GentleSettings } from '@/lib/events/gentle/schema'
import { WELCOMES } from '@/lib/events/gentle/terms'
import type { EventKind } from '@/lib/events/kinds/terms'
import { revealed } from '@/lib/events/place/rules'
import { questionValues } from '@/lib/events/questions/rules'
import { questionsSchema } from '@/lib/events/questions/schema'
import type { ListVisibility } from '@/lib/events/settings/terms'
import type { EventStatus } from '@/lib/events/status/schema'
import { type Times, timesFrom, wallTimes } from '@/lib/events/times/rules'

type Dated = { startsAt: Date; endsAt: Date; status: EventStatus }

/** What somebody organizes, from the latest to the nearest as read: a cancelled event is behind them, whatever its date. */
export function sortHosted<T extends Dated>(events: T[], now: Date): { drafts: T[]; coming: T[]; past: T[] } {
  const ahead = ({ endsAt, status }: T) => status === 'published' && endsAt > now
  const said = events.filter(({ status }) => status !== 'draft')
  return {
    drafts: events.filter(({ status }) => status === 'draft').reverse(),
    coming: said.filter(ahead).reverse(),
    past: said.filter((event) => !ahead(event)),
  }
}

/** Each series once, under its first date as listed; the others of it stand behind. */
export function bySeries<T extends { seriesId: string | null }>(events: T[]): { first: T; others: T[] }[] {
  const listed: { first: T; others: T[] }[] = []
  const ofSeries = new Map<string, T[]>()
  for (const event of events) {
    const behind = event.seriesId === null ? undefined : ofSeries.get(event.seriesId)
    if (behind) behind.push(event)
    else {
      const others: T[] = []
      listed.push({ first: event, others })
      if (event.seriesId !== null) ofSeries.set(event.seriesId, others)
    }
  }
  return listed
}

/** The values an event's form begins with, by field name. */
export type EventValues = Record<string, string>

type Formable = Times & {
  kind: EventKind
  title: string
  timeZone: string
  welcome: string
  language: string
  spaceId: string | null
  placeName: string
  address: string
  city: string
  lat: number | null
  lng: number | null
  onlineUrl: string | null
  price: string | null
  capacity: number | null
  hiddenPlace: unknown
  maxCompanions: number
  approval: boolean
  listVisibility: ListVisibility
  questions: unknown
  groupId: string | null
  unlisted: boolean
} & GentleSettings

/** Every field of an event's form, what it shows of a chosen space included. */
const FIELDS = [
  ...[
    'kind',
    'title',
    'day',
    'start',
    'end',
    'where',
    'placeName',
    'address',
    'city',
    'lat',
    'lng',
    'onlineUrl',
  ],
  ...[
    'timeZone',
    'capacity',
    'price',
    'language',
    'spaceQuery',
    'spaceId',
    'spaceName',
    'spaceStreet',
    'spaceCity',
  ],
  ...[
    'spaceZone',
    'welcome',
    'maxCompanions',
    'approval',
    'hideAddress',
    'listVisibility',
    'groupId',
    'unlisted',
    ...WELCOMES,
  ],
]

/** When the same event would be held again; null where the clocks skip its hour that day. */
export function nextTime(event: Formable, now: Date): Date | null {
  const { day = '', start = '', end = '' } = duplicateValues(event, now)
  const times = timesFrom({ day, start, end }, event.timeZone)
  return times.ok ? times.value.startsAt : null
}

/** What a URL says of an event: a search without JavaScript, or the way back from signing in. */
export function valuesFromQuery(query: Record<string, string | string[] | undefined>): EventValues {
  const values: EventValues = {}
  for (const name of FIELDS) {
    const value = [query[name]].flat().at(-1)
    if (value) values[name] = value.slice(0, 2000)
  }
  return values
}

/** What the form shows of its chosen space; an unknown one is not chosen. */
export function spaceValues(
  space: { name: string; street: string; city: string; timeZone: string } | null,
): EventValues {
  if (!space) return { spaceId: '' }
  const { name, street, city, timeZone } = space
  return { spaceName: name, spaceStreet: street, spaceCity: city, spaceZone: timeZone }
}

/** Paths to come back to are no longer than this (see `returnToSchema`). */
const LONGEST_PATH = 500

/** The form's own path with what was typed, as much of it as fits: it survives signing in without JavaScript too. */
export function pathWithValues(path: string, values: Record<string, unknown>): string {
  const query = new URLSearchParams()
  for (const name of FIELDS) {
    const value = values[name]
    if (typeof value !== 'string' || value === '') continue
    const longer = new URLSearchParams(query)
    longer.set(name, value)
    if (`${path}?${longer}`.length <= LONGEST_PATH) query.set(name, value)
  }
  return query.size > 0 ? `${path}?${query}` : path
}

/** An event as its form shows it, to be edited. */
export function formValues(stored: Formable): EventValues {
  const event = revealed(stored)
  const questions = questionsSchema.safeParse(event.questions)
  const text = (value: string | number | null) => (value === null ? '' : String(value))
  return {
    kind: event.kind,
    title: event.title,
    ...wallTimes(event, event.timeZone),
    where: event.spaceId ? 'space' : event.lat === null ? 'online' : 'address',
    spaceId: text(event.spaceId),
    placeName: event.placeName,
    address: event.address,
    city: event.city,
    lat: text(event.lat),
    lng: text(event.lng),
    onlineUrl: text(event.onlineUrl),
    timeZone: event.timeZone,
    capacity: text(event.capacity),
    welcome: event.welcome,
    language: event.language,
    price: text(event.price),
    maxCompanions: String(event.maxCompanions),
    listVisibility: event.listVisibility,
    groupId: text(event.groupId),
    ...Object.fromEntries(WELCOMES.filter((name) => event[name]).map((name) => [name, 'on'])),
    ...(event.unlisted ? { unlisted: 'on' } : {}),
    ...(event.approval ? { approval: 'on' } : {}),
    ...(event.hiddenPlace ? { hideAddress: 'on' } : {}),
    ...(questions.success ? questionValues(questions.data) : {}),
  }
}

/**
 * The same event again, to be published anew: on the next day to come that is the same day of the week, at the same
 * wall time. One whose hour the clocks skip that day is left for its organizer to mend.
 */
export function duplicateValues(event: Formable, now: Date): EventValues {
  const values = formValues(event)
  const wall = wallTimes(event, event.timeZone)
  let day = Temporal.PlainDate.from(wall.day)
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(event.timeZone)
    .toPlainDate()
  const weeks = Math.max(1, Math.ceil(day.until(today).days / 7))
  day = day.add({ weeks })
  const times = timesFrom({ ...wall, day: day.toString() }, event.timeZone)
  if (times.ok && times.value.startsAt <= now) day = day.add({ weeks: 1 })
  return { ...values, day: day.toString() }
}
