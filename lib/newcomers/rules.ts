/** Days that the way lasts. */
export const LASTS = 30
/** Events on it. */
export const EVENTS = 3
/** An outing of so many seats at most is a small one. */
export const SMALL = 12

const DAY = 86_400_000

/** What somebody who is new in town did so far, since they set out. */
export interface Progress {
  startedAt: Date
  /** A coffee with somebody who welcomes: agreed, asked for and not answered yet, or neither. */
  greeter: 'agreed' | 'asked' | 'none'
  /** Somebody who could welcome them is near. */
  greeterNear: boolean
  /** A coffee of the weekly draw: agreed, or awaited by who takes part. */
  coffee: 'agreed' | 'awaited' | 'none'
  /** Events that they have a seat at, or came to. */
  events: number
}

export type Step = 'greeter' | 'event' | 'coffee' | 'wait' | 'done' | 'over'

/**
 * The next step, and no other: to be welcomed, a first small outing, to take part in coffees, two more outings. What
 * is asked for and not answered is waited for while something else can be done.
 */
export function nextStep({ startedAt, greeter, greeterNear, coffee, events }: Progress, now: Date): Step {
  const welcomed = greeter === 'agreed' || (greeter === 'none' && !greeterNear)
  if (welcomed && coffee === 'agreed' && events >= EVENTS) return 'done'
  if (now.getTime() - startedAt.getTime() >= LASTS * DAY) return 'over'
  if (greeter === 'none' && greeterNear) return 'greeter'
  if (events === 0) return 'event'
  if (coffee === 'none') return 'coffee'
  return events < EVENTS ? 'event' : 'wait'
}

/** How much of it lies behind them, of five: a greeter, three events, a coffee. */
export function walked({ greeter, coffee, events }: Progress): number {
  return Number(greeter === 'agreed') + Number(coffee === 'agreed') + Math.min(EVENTS, events)
}

/** Whole days left, 0 when it is over. */
export const daysLeft = ({ startedAt }: Pick<Progress, 'startedAt'>, now: Date) =>
  Math.max(0, Math.ceil(LASTS - (now.getTime() - startedAt.getTime()) / DAY))
