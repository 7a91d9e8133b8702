import { Temporal } from 'temporal-polyfill'
import { momentsOf } from '@/lib/map/moments/rules'
import type { Filters } from '@/lib/map/terms'
import { followSun, type HoursPlace, openMinutes } from '@/lib/spaces/hours/rules'

type Asked = Pick<Filters, 'open' | 'openAt' | 'late'>
type Group = { hours: string; timeZone: string; place: HoursPlace }

/** Minutes on the clock of a place, counted as if that clock had always run evenly. */
const DAY = 1440
const DAYS = 7
const WEEK = DAYS * DAY
const MINUTE = 60_000
/** Weeks and questions that are remembered. */
const WEEKS = 4
const QUESTIONS = 16

/** Reading a rule takes up to some milliseconds: so many are read between two breaths. */
const AT_ONCE = 2

/**
 * The different hours of a map's places. Each is read once a week of its own calendar, as the minutes in which it is
 * open; whether it is open at some moment is then found among those, once for all places that share it.
 */
export class Opening {
  /** Group 0 is of places whose hours nobody knows. */
  readonly #groups: (Group | null)[] = [null]
  readonly #numbers = new Map<string, number>()
  /** By week since 1970: the open minutes of each group that was read. */
  readonly #weeks = new Map<number, (Uint16Array | undefined)[]>()
  readonly #questions = new Map<string, Question>()
  #turns: Promise<unknown> = Promise.resolve()
  /** The week in which somebody asked last: what is farthest from it is forgotten first. */
  #thisWeek = 0

  get groups(): number {
    return this.#groups.length
  }

  /** The group of hours; 0 where there are none. Places under one sun (a tenth of a degree) share what follows it. */
  groupOf(hours: string | null, timeZone: string, { lat, lng, country }: HoursPlace): number {
    if (!hours) return 0
    const sun = followSun(hours) ? `${lat.toFixed(1)} ${lng.toFixed(1)}` : ''
    const key = `${timeZone} ${country} ${sun} ${hours}`
    const known = this.#numbers.get(key)
    if (known !== undefined) return known
    const place = { lat: Number(lat.toFixed(1)), lng: Number(lng.toFixed(1)), country }
    this.#numbers.set(key, this.#groups.length)
    return this.#groups.push({ hours, timeZone, place }) - 1
  }

  /** What the filters ask of opening hours at `now`; null when they ask nothing. */
  ask({ open, openAt, late }: Asked, now: Date): Question | null {
    if (!open && openAt === null && !late) return null
    const minute = Math.floor(now.getTime() / MINUTE)
    const key = `${open} ${openAt} ${late} ${minute}`
    const known = this.#questions.get(key)
    if (known) return known
    this.#thisWeek = Math.floor(minute / WEEK)
    const question = new Question(this, { open, openAt, late }, new Date(minute * MINUTE))
    return remember(this.#questions, key, question, QUESTIONS)
  }

  /** Do the hours of a group depend on its position? */
  followsSun(group: number): boolean {
    return followSun(this.#groups[group]?.hours ?? '')
  }

  zoneOf(group: number): string {
    return this.#groups[group]?.timeZone ?? 'UTC'
  }

  /** Is a group open at a minute of its clock? Undefined until its week was read. */
  isOpenAt(group: number, minute: number): boolean | undefined {
    if (group === 0) return false
    const minutes = this.#weeks.get(Math.floor(minute / WEEK))?.[group]
    if (!minutes) return undefined
    const at = minute - Math.floor(minute / WEEK) * WEEK
    for (let i = 0; i < minutes.length; i += 2)
      if (at >= (minutes[i] as number) && at < (minutes[i + 1] as number)) return true
    return false
  }

  /**
   * Reads the weeks that these minutes of groups lie in, a few rules at a time and `pause` before each few: however many
   * ask at once, they take turns, so that the event loop is held for no longer.
   */
  async read(
    wanted: Iterable<[group: number, minutes: number[]]>,
    pause: () => Promise<unknown>,
  ): Promise<void> {
    const unread = [...wanted].flatMap(([group, minutes]) =>
      [...new Set(minutes.map((minute) => Math.floor(minute / WEEK)))].map((week) => ({ group, week })),
    )
    while (unread.length > 0) {
      const turn = this.#turns.then(async () => {
        const some = takeUnread(unread, (one) => this.#isRead(one))
        if (some.length > 0) await pause()
        for (const one of some) this.#readWeek(one)
      })
      this.#turns = turn.catch(() => {})
      await turn
    }
  }

  #isRead({ group, week }: Unread): boolean {
    return this.#groups[group] === null || this.#weeks.get(week)?.[group] !== undefined
  }

  #farthestBut(week: number): number {
    const others = [...this.#weeks.keys()].filter((other) => other !== week)
    const distance = (other: number) => Math.abs(other - this.#thisWeek)
    return others.reduce((far, other) => (distance(other) > distance(far) ? other : far))
  }

  #readWeek({ group: number, week }: Unread): void {
    const group = this.#groups[number]
    if (!group) return
    const known = this.#weeks.get(week) ?? []
    this.#weeks.set(week, known)
    if (this.#weeks.size > WEEKS) this.#weeks.delete(this.#farthestBut(week))
    const first = new Temporal.PlainDate(1970, 1, 1).add({ days: week * DAYS })
    known[number] = Uint16Array.from(openMinutes(group.hours, group.place, first, DAYS))
  }
}

type Unread = { group: number; week: number }

/** Takes the next few that nobody has read yet off the list, and drops those that somebody has. */
function takeUnread(list: Unread[], isRead: (one: Unread) => boolean): Unread[] {
  const some: Unread[] = []
  while (some.length < AT_ONCE && list.length > 0) {
    const one = list.pop()
    if (one && !isRead(one)) some.push(one)
  }
  return some
}

/** What is known of a group. */
export const UNREAD = 0
export const CLOSED = 1
export const OPEN = 2

/** What is asked of opening hours in one minute, and what is known of the answer, group by group. */
export class Question {
  readonly #opening: Opening
  readonly #asked: Asked
  readonly #now: Date
  readonly #minutes = new Map<string, number[]>()
  /** By group: what is known, `UNREAD` where nothing is. */
  flags: Uint8Array

  constructor(opening: Opening, asked: Asked, now: Date) {
    this.#opening = opening
    this.#asked = asked
    this.#now = now
    this.flags = new Uint8Array(opening.groups)
  }

  /** Does a group answer it? Undefined until its hours were read. */
  isOpen(group: number): boolean | undefined {
    const known = this.flags[group]
    if (known) return known === OPEN
    const minutes = this.#minutesOf(group)
    const answers = minutes.map((minute) => this.#opening.isOpenAt(group, minute))
    if (answers.includes(undefined)) return undefined
    const open = answers.every((answer) => answer === true)
    if (group >= this.flags.length) this.#widen()
    this.flags[group] = open ? OPEN : CLOSED
    return open
  }

  #widen(): void {
    const wider = new Uint8Array(this.#opening.groups)
    wider.set(this.flags)
    this.flags = wider
  }

  read(groups: Iterable<number>, pause: () => Promise<unknown>): Promise<void> {
    const wanted = Array.from(groups, (group): [number, number[]] => [group, this.#minutesOf(group)])
    return this.#opening.read(wanted, pause)
  }

  /** The moments meant, on the clock of the group. */
  #minutesOf(group: number): number[] {
    const timeZone = this.#opening.zoneOf(group)
    const known = this.#minutes.get(timeZone)
    if (known) return known
    const minutes = momentsOf(this.#asked, this.#now, timeZone).map((moment) => wallMinute(moment, timeZone))
    this.#minutes.set(timeZone, minutes)
    return minutes
  }
}

function wallMinute(moment: Date, timeZone: string): number {
  const wall = Temporal.Instant.fromEpochMilliseconds(moment.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
  return Math.floor(wall.toZonedDateTime('UTC').epochMilliseconds / MINUTE)
}

/** Adds to a memory of so many, out of which the oldest goes. */
function remember<Key, Value>(memory: Map<Key, Value>, key: Key, value: Value, most: number): Value {
  const oldest = memory.keys().next().value
  if (memory.size >= most && oldest !== undefined) memory.delete(oldest)
  memory.set(key, value)
  return value
}
