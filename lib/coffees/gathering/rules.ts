import { createHash } from 'node:crypto'
import type { Candidate, Ties } from '@/lib/coffees/matching/schema'
import { type Disc, haveCommonPoint } from '@/lib/geo/discs'
import { EARTH_RADIUS } from '@/lib/geo/distance'

/** A candidate with their number in the round and their place as a point in space, in kilometres. */
export type Person = Candidate & Readonly<{ index: number; x: number; y: number; z: number }>

/** Everybody of a round, in an order that depends on ids and seed alone, and what stands between them. */
export interface Gathering {
  people: Person[]
  /** Rounds since a pair last met, and pairs kept apart, by `pairKey`. */
  met: Map<number, number>
  apart: Set<number>
}

/** What it would be for two people to sit together. `km` is the way between them, which they share. */
export interface Meeting {
  roundsAgo: number | undefined
  otherTrade: boolean
  sharedInterest: boolean
  km: number
}

/** More than this nobody goes for a coffee. */
const MAX_REACH_KM = 200

export function gather(candidates: readonly Candidate[], ties: Ties, seed: string | number): Gathering {
  const drawn = candidates.map((one) => ({ one, lot: lot(seed, one.id) }))
  drawn.sort((a, b) => (a.lot < b.lot ? -1 : 1))
  const people = drawn.map(({ one }, index) => person(one, index))
  const numbers = new Map(people.map(({ id, index }) => [id, index]))
  const keyOf = (a: string, b: string) => pairKey(numbers.get(a) ?? -1, numbers.get(b) ?? -1, people.length)
  const met = new Map<number, number>()
  for (const [a, b, ago] of ties.met) {
    const key = keyOf(a, b)
    if (key >= 0) met.set(key, Math.min(ago, met.get(key) ?? ago))
  }
  const apart = new Set<number>()
  for (const [a, b] of ties.apart) apart.add(keyOf(a, b))
  return { people, met, apart }
}

/** Ids are unique, and so are their lots (SHA-256). */
function lot(seed: string | number, id: string): string {
  return createHash('sha256').update(`${seed} ${id}`).digest('base64')
}

function person(candidate: Candidate, index: number): Person {
  const [lat, lng] = [(candidate.lat * Math.PI) / 180, (candidate.lng * Math.PI) / 180]
  const km = EARTH_RADIUS / 1000
  const [x, y] = [km * Math.cos(lat) * Math.cos(lng), km * Math.cos(lat) * Math.sin(lng)]
  const reachKm = Math.min(MAX_REACH_KM, Math.max(0, candidate.reachKm))
  return { ...candidate, reachKm, index, x, y, z: km * Math.sin(lat) }
}

/** One number for two people in either order, below 2^53 for up to 94 million people; negative when one is not there. */
function pairKey(a: number, b: number, people: number): number {
  return a < b ? a * people + b : b * people + a
}

/** Kilometres through the earth, which within 200 km are those over it to 10 metres. */
export function chord(a: Person, b: Person): number {
  return Math.sqrt((a.x - b.x) ** 2 + (a.y - b.y) ** 2 + (a.z - b.z) ** 2)
}

/**
 * Two people can meet when neither wants to avoid the other, they share a language and a half-day, and some place suits
 * both: they are no further apart than both would go together. At the fairest such place each goes a share of the way
 * between them in proportion to their reach, so neither goes further than they would.
 */
export function canMeet({ people, apart }: Gathering, a: Person, b: Person): boolean {
  return (
    (a.slots & b.slots) !== 0 &&
    chord(a, b) <= a.reachKm + b.reachKm &&
    a.languages.some((one) => b.languages.includes(one)) &&
    !apart.has(pairKey(a.index, b.index, people.length))
  )
}

export function haveMet({ people, met }: Gathering, a: Person, b: Person): boolean {
  return met.has(pairKey(a.index, b.index, people.length))
}

/** What it would be for two to meet; null when they can't. */
export function meeting(gathering: Gathering, a: Person, b: Person): Meeting | null {
  if (!canMeet(gathering, a, b)) return null
  return {
    roundsAgo: gathering.met.get(pairKey(a.index, b.index, gathering.people.length)),
    otherTrade: a.trade !== b.trade && a.trade !== '' && b.trade !== '',
    sharedInterest: a.interests.some((one) => b.interests.includes(one)),
    km: chord(a, b),
  }
}

/** Three who can meet two by two also need a half-day and a language that all three share, and a place in reach of all. */
export function canBeThree(a: Person, b: Person, c: Person): boolean {
  if ((a.slots & b.slots & c.slots) === 0) return false
  if (!a.languages.some((one) => b.languages.includes(one) && c.languages.includes(one))) return false
  return haveCommonPoint([a, b, c].map(disc))
}

const disc = ({ lat, lng, reachKm }: Person): Disc => ({ lat, lng, km: reachKm })
