/** Somebody who would have a coffee in this round. Ids are unique within a round. */
export interface Candidate {
  id: string
  /** Centre of a cell of about 1 km, in WGS 84 degrees. */
  lat: number
  lng: number
  /** Kilometres as the crow flies that they would go, 0 to 200. */
  reachKm: number
  /** One that all share is enough. */
  languages: readonly string[]
  /** The half-days ticked, a bit each (31 at most). One that all share is needed. */
  slots: number
  /** Profession; the empty string when unknown, which differs from none and resembles none. */
  trade: string
  /** What they like outside work. */
  interests: readonly string[]
  /** What they chose; a table of the other size is better than none. */
  size: 'pair' | 'trio'
  /** New in town: goes first where not all can be seated. */
  arrivedLately: boolean
  /** Whole weeks since their last outing, 0 to 52 (52: longer ago, or never). */
  weeksIn: number
}

/** What stands between two people, in no order; people who are not in the round are passed over. */
export interface Ties {
  /** Pairs that were seated together, and how many rounds ago (1: in the last round). The latest time counts. */
  met: Iterable<readonly [string, string, number]>
  /** Pairs that must never sit together: blocks and refusals. */
  apart: Iterable<readonly [string, string]>
}

/** Everybody is at exactly one table of two or three, or alone. */
export interface Round {
  tables: string[][]
  alone: string[]
}
