import { GOING, WISHES } from '@/bench/simulation/behaviours'
import { morningOf, whenOf } from '@/bench/simulation/calendar'
import type { Arm } from '@/bench/simulation/going'
import type { Part } from '@/bench/simulation/part'
import { EVENT_MAILS } from '@/bench/simulation/state'
import { TIME_ZONE } from '@/bench/simulation/world'
import { distance } from '@/lib/geo/distance'
import { circleOf, ENOUGH, halfDayAt, planFor, REST, type Wisher } from '@/lib/wishes/drafts/rules'
import { fadesAt, REACH, suits, wishCell } from '@/lib/wishes/rules'

type Wish = Wisher & { person: number; wishedAt: Date; restUntil: Date | null }

/** "I'd come": cells, circles of three, a time and a place by the real rules; somebody must be the face of it. */
export function wishes({ state }: Arm): Part {
  const { world } = state
  const { draw } = world
  const dropped = new Map<number, Wish>()

  function drop(person: number, week: number): void {
    const { lat, lng, halfDays } = world.people[person] ?? { lat: 0, lng: 0, halfDays: 0 }
    if (halfDays === 0) return
    const wishedAt = morningOf(week)
    const wish = { ...wishCell({ lat, lng }), id: String(person), kinds: [], halfDays }
    dropped.set(person, { ...wish, person, wishedAt, restUntil: null })
  }

  /** Three within reach: one of them is asked to be the face of it, then the next. */
  function draft(anchor: Wish, week: number): void {
    const now = morningOf(week)
    const waiting = [...dropped.values()].filter(({ restUntil }) => restUntil === null || restUntil <= now)
    const near = waiting
      .filter((wish) => wish !== anchor && distance(wish, anchor) <= REACH)
      .sort((a, b) => distance(a, anchor) - distance(b, anchor))
    const circle = circleOf(anchor, near, new Set()) as Wish[]
    if (circle.length < ENOUGH) return
    const mean = (of: 'lat' | 'lng') => circle.reduce((sum, wish) => sum + wish[of], 0) / circle.length
    const middle = { lat: mean('lat'), lng: mean('lng') }
    const places = world.places.filter((place) => distance(place, middle) <= REACH)
    const plan = planFor(circle, places, TIME_ZONE, now)
    if (!plan) return
    const suited = circle.filter(({ halfDays }) => suits(halfDays, halfDayAt(plan.startsAt, TIME_ZONE)))
    const face = suited.slice(0, WISHES.asked).find(({ person }) => {
      const { shy = false } = world.people[person] ?? {}
      state.tell(person, 1)
      return draw('face', person, week) < WISHES.face * (shy ? 0.5 : 1)
    })
    if (!face) {
      for (const wish of circle) wish.restUntil = new Date(now.getTime() + REST)
      return
    }
    publish(face.person, circle, { ...whenOf(plan.startsAt), ...(plan.place ?? middle) })
  }

  function publish(
    face: number,
    circle: Wish[],
    at: { week: number; half: number; lat: number; lng: number },
  ) {
    for (const { person } of circle) dropped.delete(person)
    if (at.week >= state.weeks || !state.isFree(face, at.week, at.half)) return
    const { week, half, lat, lng } = at
    const gathering = state.add({
      ...{
        week,
        half,
        lat,
        lng,
        seats: WISHES.seats,
        guests: [face],
        hosted: true,
        listed: true,
        isKnown: true,
      },
      ...{ noShow: GOING.noShow, gentle: false, greeter: false, mails: EVENT_MAILS },
    })
    for (const { person } of circle) {
      if (person === face || !gathering) continue
      state.tell(person, 1)
      if (draw('wish', person, week, 1) < WISHES.comes) state.seat(person, gathering)
    }
  }

  return {
    looked({ person, week, possible, wentTo }) {
      if (wentTo > 0 || dropped.has(person.index)) return
      const chance = possible === 0 ? WISHES.nothingNear : WISHES.nothingRight
      if (draw('wish', person.index, week) < chance) drop(person.index, week)
    },
    before(week) {
      for (const [person, { wishedAt }] of dropped)
        if (fadesAt(wishedAt) <= morningOf(week)) dropped.delete(person)
      for (const wish of [...dropped.values()]) {
        const rests = wish.restUntil !== null && wish.restUntil > morningOf(week)
        if (dropped.get(wish.person) === wish && !rests) draft(wish, week)
      }
    },
  }
}
