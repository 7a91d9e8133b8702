import type { Place } from '@/lib/wishes/drafts/rules'
import { HALF_DAYS, WORKING_WEEK } from '@/lib/wishes/terms'
import { POPULATION } from './behaviours'
import { byShare, type Draw, drawsOf } from './chance'

export const TIME_ZONE = 'Europe/Paris'

/** A town with its weight, the people who live there. */
export interface Town {
  lat: number
  lng: number
  population: number
}

export interface Person {
  index: number
  lat: number
  lng: number
  shy: boolean
  seen: boolean
  /** Times a week. */
  opens: number
  reachKm: number
  /** Half-days on which they could be out, a bit each from Monday morning on. */
  halfDays: number
  languages: readonly string[]
  trade: string
  interests: string[]
  size: 'pair' | 'trio'
  /** Weeks since they came to the app, when it begins. */
  weeksHere: number
}

export interface World {
  draw: Draw
  people: Person[]
  /** Cafés, open from Monday to Saturday. */
  places: Place[]
}

/** One café for so many freelancers. */
const PEOPLE_A_PLACE = 8

/** Scatter of homes around the middle of a town, degrees of latitude: 2 km. */
const SPREAD = 0.018

/** People and cafés around towns, by population. The same seed makes the same world. */
export function makeWorld(seed: number, size: number, towns: readonly Town[]): World {
  const draw = drawsOf(seed)
  const everybody = towns.reduce((sum, { population }) => sum + population, 0)
  const shares = towns.map((town) => ({ ...town, share: town.population / everybody }))
  const around = (index: number, kind: number) => {
    const { lat, lng } = byShare(shares, draw('home', index, kind))
    const off = (which: number) =>
      (draw('home', index, kind, which) - draw('home', index, kind, -which)) * SPREAD
    return { lat: lat + off(1), lng: lng + off(2) * 1.4 }
  }
  return {
    draw,
    people: Array.from({ length: size }, (_, index) => ({ ...around(index, 0), ...person(draw, index) })),
    places: Array.from({ length: Math.ceil(size / PEOPLE_A_PLACE) }, (_, index) => ({
      ...around(index, 1),
      ...{ id: `cafe-${index}`, openingHours: 'Mo-Sa 08:00-20:00', timeZone: TIME_ZONE, country: 'FR' },
    })),
  }
}

function person(draw: Draw, index: number): Omit<Person, 'lat' | 'lng'> {
  const of = (trait: number) => draw('person', index, trait)
  const isNew = of(7) < POPULATION.newcomers
  return {
    index,
    shy: of(0) < POPULATION.shy,
    seen: of(1) < POPULATION.seen,
    opens: byShare(POPULATION.opens, of(2)).aWeek,
    reachKm: byShare(POPULATION.reach, of(3)).km,
    halfDays: halfDays((half) => of(100 + half)),
    languages: byShare(POPULATION.languages, of(4)).speaks,
    trade: `trade-${Math.floor(of(5) * POPULATION.trades)}`,
    interests: [8, 9].map((trait) => `interest-${Math.floor(of(trait) * POPULATION.interests)}`),
    size: of(6) < POPULATION.trio ? 'trio' : 'pair',
    weeksHere: isNew ? Math.floor(of(10) * 13) : 13 + Math.floor(of(10) * 39),
  }
}

function halfDays(drawn: (half: number) => number): number {
  let mask = 0
  for (let half = 0; half < HALF_DAYS; half++) {
    const chance = (WORKING_WEEK >> half) & 1 ? POPULATION.freeWorking : POPULATION.freeWeekend
    if (drawn(half) < chance) mask |= 1 << half
  }
  return mask
}
