import { Temporal } from 'temporal-polyfill'
import { HABITS, type Habit, type Invitation } from './invitations'
import type { Person } from './people'
import type { Random } from './random'
import type { DemoSpace } from './spaces'
import { TIME_ZONE, TOWN_KEYS, TOWNS, type TownKey } from './towns'

export type DemoEvent = ReturnType<typeof eventRow>

/** Over five weeks, and how many days of the past there are to look back on. */
const DAYS_AHEAD = 34
const PAST_EVENTS = 8
/** How many are today. */
const TODAY = 3
const HOUR = 3_600_000

// Where more freelancers live, more is going on.
const WEIGHTED_TOWNS: TownKey[] = [
  ...(['cannes', 'nice', 'paris', 'cannes', 'nice', 'antibes', 'paris', 'nice', 'sophia', 'grasse'] as const),
  ...(['cannes', 'toulon', 'antibes', 'paris', 'sophia', 'nice'] as const),
]

type Stage = { random: Random; now: Date; people: Person[]; spaces: DemoSpace[] }

/** 120 events from today on over five weeks, then a few that are over. */
export function eventRows(stage: Stage): DemoEvent[] {
  const shuffled = stage.random.some(
    HABITS.flatMap((habit) => Array.from({ length: habit.count }, (_, turn) => ({ habit, turn }))),
    Number.POSITIVE_INFINITY,
  )
  // Whoever opens the demo shall find something to go to tonight, if it is not too late for that.
  const first = shuffled.filter(({ habit }) => fitsToday(habit, stage.now)).slice(0, TODAY)
  const calls = [...first, ...shuffled.filter((call) => !first.includes(call))]
  const coming = calls.map(({ habit, turn }, i) => {
    const ahead = Math.floor((i * (DAYS_AHEAD + 1)) / calls.length)
    return eventRow(stage, habit, turn, WEIGHTED_TOWNS[i % WEIGHTED_TOWNS.length] ?? 'cannes', ahead)
  })
  const meetings = HABITS.filter(({ at }) => at.length > 0)
  const past = Array.from({ length: PAST_EVENTS }, (_, i) =>
    eventRow(stage, stage.random.pick(meetings), i, TOWN_KEYS[i % TOWN_KEYS.length] ?? 'cannes', -7 - 2 * i),
  )
  return [...coming, ...past]
}

/** One event, so many days ahead, or ago where negative; of an organizer who lives there. */
export function eventRow(stage: Stage, habit: Habit, turn: number, town: TownKey, ahead: number) {
  const { random, now, people, spaces } = stage
  const fitting = spaces.filter((space) => space.town === town && habit.at.includes(space.kind))
  const space = fitting.length > 0 ? random.pick(fitting) : null
  const startsAt = startOf(random, habit, now, ahead)
  const created = new Date(Math.min(now.getTime(), startsAt.getTime()) - random.between(24, 400) * HOUR)
  const neighbours = people.filter((person) => person.town === town)
  const invitation = habit.invitations[turn % habit.invitations.length] as Invitation
  const say = (text: string) =>
    text.replace('{town}', TOWNS[town].name).replace('{place}', space?.name ?? 'en ligne')
  return {
    id: random.id(created),
    town,
    kind: habit.kind,
    title: say(invitation.title),
    welcome: say(invitation.welcome),
    language: invitation.language ?? 'fr',
    startsAt,
    endsAt: new Date(startsAt.getTime() + random.pick(habit.minutes) * 60_000),
    timeZone: TIME_ZONE,
    ...venue(space),
    onlineUrl: space ? null : `https://meet.example.org/e-cafe-${turn + 1}`,
    price: random.pick(habit.prices),
    capacity: random.pick(habit.capacities),
    organizerId: random.pick(neighbours.slice(0, 4)).id,
    demo: true,
    createdAt: created,
    updatedAt: created,
  }
}

function venue(space: DemoSpace | null) {
  if (!space) return { spaceId: null, placeName: '', address: '', city: '', lat: null, lng: null }
  const { id, name, street, postcode, city, lat, lng } = space
  return { spaceId: id, placeName: name, address: `${street}, ${postcode} ${city}`, city, lat, lng }
}

/** The first day from `ahead` days on that the habit is held on; later by a week when its hours have gone by. */
function startOf(random: Random, { days, starts }: Habit, now: Date, ahead: number): Date {
  let day = today(now).add({ days: ahead })
  while (!days.includes(day.dayOfWeek)) day = day.add({ days: 1 })
  const left = ahead < 0 ? starts : inTime(starts, day, now)
  if (left.length === 0) return instantOf(day.add({ days: 7 }), random.pick(starts))
  return instantOf(day, random.pick(left))
}

const today = (now: Date) =>
  Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(TIME_ZONE).toPlainDate()

const instantOf = (day: Temporal.PlainDate, time: string) =>
  new Date(day.toZonedDateTime({ timeZone: TIME_ZONE, plainTime: time }).epochMilliseconds)

/** The hours of a day that are an hour away at least. */
const inTime = (starts: string[], day: Temporal.PlainDate, now: Date) =>
  starts.filter((time) => instantOf(day, time).getTime() >= now.getTime() + HOUR)

/** Could it still be held today? */
function fitsToday({ days, starts }: Habit, now: Date): boolean {
  const day = today(now)
  return days.includes(day.dayOfWeek) && inTime(starts, day, now).length > 0
}
