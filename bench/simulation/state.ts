import { CROWD } from '@/lib/meetings/rules'
import { HALF_DAYS } from '@/lib/wishes/terms'
import { MESSAGES } from './behaviours'
import { boundsOfHalf } from './calendar'
import type { World } from './world'

/** Something that people come to: an event, a coffee, a table that was said. */
export interface Gathering {
  id: number
  lat: number
  lng: number
  week: number
  /** From Monday morning (0) to Sunday afternoon (13). */
  half: number
  /** The host's among them. */
  seats: number
  /** The first one hosts and is there, where `hosted`. */
  guests: number[]
  hosted: boolean
  /** Who came, once it is over. */
  present: number[]
  /** In the list for everybody to find. */
  listed: boolean
  /** lib/meetings knows afterwards who was there. */
  isKnown: boolean
  /** A guest stays away with this chance. */
  noShow: number
  /** Small and calm, and says so; names somebody who greets. */
  gentle: boolean
  greeter: boolean
  /** What its seat brings in mail; and who was there, told when it is over. */
  mails: { seat: number; thanks: number }
  after?: (present: number[]) => void
}

/** How often two people met, how often as lib/meetings knows it, and when last of those (a week). */
interface Met {
  times: number
  known: number
  last: number
}

/** What has happened in one arm. All that people do goes through here, so that nobody is at two things at once. */
export class State {
  readonly people: number
  readonly messages: Uint32Array
  /** Half-days taken, and half-days on which one was out, a bit each: by week and person. */
  readonly #taken: Uint16Array
  readonly out: Uint16Array
  readonly #met = new Map<number, Met>()
  readonly #lastOut: Int16Array
  readonly #gatherings: Gathering[][]
  /** The week in which somebody last said yes to anything; -1 for never. */
  readonly #lastDone: Int16Array
  /** The week that is under way. */
  week = 0
  #ids = 0

  constructor(
    readonly world: World,
    readonly weeks: number,
  ) {
    this.people = world.people.length
    this.messages = new Uint32Array(this.people)
    this.#taken = new Uint16Array(this.people * weeks)
    this.out = new Uint16Array(this.people * weeks)
    this.#lastOut = new Int16Array(this.people).fill(-1)
    this.#lastDone = new Int16Array(this.people).fill(-1)
    this.#gatherings = Array.from({ length: weeks }, () => [])
  }

  /** Puts it into its week; null when that is past the end. Its first guests must be free. */
  add(planned: Omit<Gathering, 'id' | 'present'>): Gathering | null {
    const gathering = { ...planned, id: this.#ids++, guests: [], present: [] }
    this.#gatherings[planned.week]?.push(gathering)
    for (const person of planned.guests) this.seat(person, gathering)
    return planned.week < this.weeks ? gathering : null
  }

  in(week: number): readonly Gathering[] {
    return this.#gatherings[week] ?? []
  }

  isFree(person: number, week: number, half: number): boolean {
    const { halfDays } = this.world.people[person] ?? { halfDays: 0 }
    return ((halfDays & ~this.takenIn(person, week)) >> half) % 2 === 1
  }

  takenIn(person: number, week: number): number {
    return this.#taken[week * this.people + person] ?? 0
  }

  /** Takes a seat, if there is one and the person has the time. */
  seat(person: number, gathering: Gathering): boolean {
    const { week, half, guests, seats, mails } = gathering
    if (guests.length >= seats || !this.isFree(person, week, half)) return false
    this.#taken[week * this.people + person] = this.takenIn(person, week) | (1 << half)
    this.#lastDone[person] = this.week
    guests.push(person)
    this.tell(person, mails.seat)
    return true
  }

  tell(person: number, messages: number): void {
    this.messages[person] = (this.messages[person] ?? 0) + messages
  }

  /** What the app knows of two who met. */
  metWith(one: number, other: number): Met | undefined {
    const met = this.#met.get(this.#pair(one, other))
    return met && met.known > 0 ? met : undefined
  }

  *pairs(): Generator<[number, number, Met]> {
    for (const [key, met] of this.#met) yield [Math.floor(key / this.people), key % this.people, met]
  }

  #pair = (a: number, b: number) => (a < b ? a * this.people + b : b * this.people + a)

  /** The week in which somebody was last out; -1 for never. */
  lastOut = (person: number): number => this.#lastOut[person] ?? -1

  lastDone = (person: number): number => this.#lastDone[person] ?? -1

  /** When somebody was last out; null for never. */
  lastOutAt(person: number): Date | null {
    const week = this.lastOut(person)
    if (week < 0) return null
    return boundsOfHalf(week, 31 - Math.clz32(this.out[week * this.people + person] ?? 1)).startsAt
  }

  /** The week happens: who comes, and whom they meet. Being somewhere alone is no outing. */
  happen(week: number): void {
    for (const gathering of this.in(week)) {
      gathering.present = gathering.guests.filter(
        (person, i) =>
          (gathering.hosted && i === 0) ||
          this.world.draw('no_show', gathering.id, person, week) >= gathering.noShow,
      )
      if (gathering.present.length > 1) this.#meet(gathering)
      gathering.after?.(gathering.present)
    }
  }

  #meet({ present, week, half, mails, isKnown }: Gathering): void {
    for (const [i, person] of present.entries()) {
      const at = week * this.people + person
      if (((this.out[at] ?? 0) >> half) % 2 === 1) throw new Error(`${person} is at two things at once`)
      this.out[at] = (this.out[at] ?? 0) | (1 << half)
      this.#lastOut[person] = week
      this.tell(person, mails.thanks)
      // In a crowd nobody has met anybody yet.
      if (present.length > CROWD) continue
      for (const other of present.slice(i + 1)) {
        const key = this.#pair(person, other)
        const { times, known, last } = this.#met.get(key) ?? { times: 0, known: 0, last: -1 }
        const now = isKnown ? { known: known + 1, last: week } : { known, last }
        this.#met.set(key, { times: times + 1, ...now })
      }
    }
  }
}

/** What a seat at an event brings in mail. */
export const EVENT_MAILS = { seat: MESSAGES.aSeat, thanks: MESSAGES.thanks }

if (HALF_DAYS > 16) throw new Error('a week of half-days no longer fits into 16 bits')
