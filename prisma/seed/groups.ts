import { Temporal } from 'temporal-polyfill'
import { seriesValuesSchema } from '@/lib/events/series/schema'
import { choicesOf } from './choices'
import type { DemoEvent } from './events'
import type { Person } from './people'
import type { Random } from './random'
import { TIME_ZONE, TOWNS, type TownKey } from './towns'

const DAY = 86_400_000
const MEETING_TOWNS = ['cannes', 'nice', 'paris'] as const satisfies TownKey[]
/** The group whose coffee comes back each week, and when. */
const WEEKLY = { town: 'cannes', weekday: 4, startMinute: 8 * 60 + 30, minutes: 90, dates: 4 } as const

export type DemoGroup = ReturnType<typeof groupRow>

/** The groups of the demo, their people and, in one of them, a coffee that comes back each week. */
export function gather(random: Random, now: Date, people: Person[], planned: DemoEvent[]) {
  const groups = MEETING_TOWNS.map((town) => groupRow(random, now, town))
  const groupOf = (event: DemoEvent) =>
    event.kind === 'open_coffee' && event.lat !== null
      ? (groups.find(({ town }) => town === event.town)?.id ?? null)
      : null
  const placed = planned.map((event) => ({ ...event, groupId: groupOf(event) }))
  const { series, dates } = weekly(random, now, placed)
  const events = placed.map(
    (event) => dates.get(event.id) ?? { ...event, seriesId: null, recurrenceId: null },
  )
  return { groups, members: groups.flatMap((group) => membersOf(random, group, people)), series, events }
}

function groupRow(random: Random, now: Date, town: TownKey) {
  const createdAt = new Date(now.getTime() - random.between(90, 500) * DAY)
  const { name } = TOWNS[town]
  return {
    id: random.id(createdAt),
    town,
    name: `Open Coffee ${name}`,
    about: `Le café du matin de celles et ceux qui travaillent seuls à ${name}. On se retrouve avant d’ouvrir les mails, on se présente, on repart avec une adresse ou une idée.\n\n**Première fois ?** Dites-le en arrivant.`,
    city: name,
    language: 'fr',
    demo: true,
    createdAt,
    updatedAt: createdAt,
  }
}

/** The four who organize in a town run its group; half of their neighbours follow it. */
function membersOf(random: Random, { id: groupId, town, createdAt }: DemoGroup, people: Person[]) {
  const neighbours = people.filter((person) => person.town === town)
  const following = neighbours.filter((_, i) => i < 4 || random.chance(0.5))
  return following.map(({ id: freelancerId }, i) => ({
    groupId,
    freelancerId,
    role: i === 0 ? ('owner' as const) : i < 4 ? ('organizer' as const) : ('member' as const),
    createdAt,
  }))
}

type Placed = DemoEvent & { groupId: string | null }

/** Makes of the coffees of one town the dates of a series, all like the first: Thursday after Thursday. */
function weekly(random: Random, now: Date, placed: Placed[]) {
  const tomorrow = Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(TIME_ZONE)
    .toPlainDate()
    .add({ days: 1 })
  const first = tomorrow.add({ days: (WEEKLY.weekday - tomorrow.dayOfWeek + 7) % 7 })
  const start = (week: number) =>
    first
      .add({ weeks: week })
      .toPlainDateTime(Temporal.PlainTime.from({ hour: 8, minute: 30 }))
      .toZonedDateTime(TIME_ZONE).epochMilliseconds
  const ahead = tomorrow.toZonedDateTime(TIME_ZONE).epochMilliseconds
  const own = placed
    .filter(
      ({ kind, town, startsAt, groupId }) =>
        kind === 'open_coffee' && town === WEEKLY.town && groupId && startsAt.getTime() >= ahead,
    )
    .slice(0, WEEKLY.dates)
  const [model] = own
  if (!model) throw new Error('the demo has no coffee to come back')
  const { id: _, town: __, startsAt: ___, endsAt: ____, createdAt, updatedAt, ...same } = model
  const seriesId = random.id(createdAt)
  const { groupId, organizerId } = model
  const dates = own.map((event, week) => {
    const startsAt = new Date(start(week))
    const endsAt = new Date(startsAt.getTime() + WEEKLY.minutes * 60_000)
    return { ...event, ...same, startsAt, endsAt, seriesId, recurrenceId: startsAt }
  })
  const series = {
    id: seriesId,
    rule: 'FREQ=WEEKLY;BYDAY=TH',
    startsOn: new Date(`${first}T00:00:00Z`),
    ...{ startMinute: WEEKLY.startMinute, minutes: WEEKLY.minutes, timeZone: TIME_ZONE },
    values: seriesValuesSchema.parse({ ...NOTHING_ELSE, ...choicesOf(model), ...same }),
    // The daily job makes the dates after these.
    madeUntil: new Date(start(own.length - 1) + 60_000),
    ...{ organizerId, groupId, demo: true, createdAt, updatedAt },
  }
  return { series, dates: new Map(dates.map((date) => [date.id, date])) }
}

const NOTHING_ELSE = { hiddenPlace: null, approval: false, listVisibility: 'members' }
