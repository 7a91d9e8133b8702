import type { Arm } from './going'
import type { Person } from './world'

/** What somebody found when they opened the app. */
export interface Look {
  person: Person
  week: number
  /** Outings within reach, with a seat left, on a half-day of theirs. */
  possible: number
  wentTo: number
}

/** One feature: what it does in a week, in this order. */
export interface Part {
  /** Before anybody opens the app. */
  begin?(week: number): void
  /** Somebody opened it. */
  looked?(look: Look): void
  /** Everybody has looked; the week has not happened yet. */
  before?(week: number): void
  /** The week has happened. */
  over?(week: number): void
}

export type MakePart = (arm: Arm) => Part
