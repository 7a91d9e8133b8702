import { announce } from './agenda'
import { GOING } from './behaviours'
import { coffees } from './features/coffees'
import { presence } from './features/presence'
import { rhythm } from './features/rhythm'
import { seeAgain } from './features/see-again'
import { wishes } from './features/wishes'
import { type Arm, consider, within } from './going'
import type { MakePart, Part } from './part'
import { State } from './state'
import { Ties } from './ties'
import type { Person, World } from './world'

/** What can be off and on. Gentle mode has no part of its own: it changes what hosts say and how people look at it. */
const PARTS = { coffees, wishes, presence, rhythm, seeAgain, gentle: () => ({}) } satisfies Record<
  string,
  MakePart
>

export type Feature = keyof typeof PARTS

export const FEATURES = Object.keys(PARTS) as Feature[]

/** So many weeks of a world with these features. */
export function simulate(world: World, weeks: number, features: readonly Feature[]): State {
  const state = new State(world, weeks)
  const arm = { state, ties: new Ties() }
  announce(state, features.includes('gentle'))
  const parts: Part[] = features.map((feature) => (PARTS[feature] satisfies MakePart)(arm))
  for (let week = 0; week < weeks; week++) {
    state.week = week
    for (const part of parts) part.begin?.(week)
    for (const person of openers(world, week)) look(arm, parts, person, week)
    for (const part of parts) part.before?.(week)
    state.happen(week)
    for (const part of parts) part.over?.(week)
  }
  return state
}

/** Who opens the app in a week, in the order of the week. */
function openers({ people, draw }: World, week: number): Person[] {
  return people
    .filter(({ index, opens }) => draw('opens', index, week) < 1 - Math.exp(-opens))
    .sort((a, b) => draw('order', a.index, week) - draw('order', b.index, week))
}

function look(arm: Arm, parts: Part[], person: Person, week: number): void {
  const list = within(arm.state, person, week)
  const possible = list.filter(({ half }) => arm.state.isFree(person.index, week, half)).length
  const wentTo = list.slice(0, GOING.looksAt).filter((gathering) => consider(arm, person, gathering)).length
  for (const part of parts) part.looked?.({ person, week, possible, wentTo })
}
