import { mercatorY } from '@/lib/geo/bbox'
import type { LatLng } from '@/lib/geo/types'

/** CSS pixels: what stands nearer than this to something else leaves a finger too little of it (WCAG 2.2, 2.5.8). */
const NEAR = 30
/** CSS pixels between the middles of things that were moved apart. */
const APART = 34
const TILE = 256

type Spot = { x: number; y: number }

/** Where something is drawn at a zoom, in CSS pixels from the north-west of the world. */
export function spotOf({ lat, lng }: LatLng, zoom: number): Spot {
  const world = TILE * 2 ** zoom
  return { x: (lng / 360 + 0.5) * world, y: mercatorY(lat) * world }
}

/**
 * CSS pixels to the right, for each thing, at which all of them can be tapped: those that stand close together (an event
 * and the place it is at, neighbours in a street) are put side by side, from west to east, about their middle.
 */
export function shiftsOf(things: LatLng[], zoom: number): number[] {
  const spots = things.map((thing) => spotOf(thing, zoom))
  const shifts = spots.map(() => 0)
  for (const crowd of crowdsOf(spots)) {
    const row = crowd.toSorted((a, b) => xOf(spots, a) - xOf(spots, b))
    const middle = row.reduce((sum, one) => sum + xOf(spots, one), 0) / row.length
    for (const [place, one] of row.entries())
      shifts[one] = middle + (place - (row.length - 1) / 2) * APART - xOf(spots, one)
  }
  return shifts
}

const xOf = (spots: Spot[], index: number): number => spots[index]?.x ?? 0

/** Those that are near each other, or near one that is: each crowd as indices, of two and more. */
function crowdsOf(spots: Spot[]): number[][] {
  const left = new Set(spots.keys())
  const crowds: number[][] = []
  for (const first of left) {
    left.delete(first)
    const crowd = [first]
    for (const one of crowd) {
      for (const other of left) {
        if (!isNear(spots[one], spots[other])) continue
        left.delete(other)
        crowd.push(other)
      }
    }
    if (crowd.length > 1) crowds.push(crowd)
  }
  return crowds
}

const isNear = (a: Spot | undefined, b: Spot | undefined): boolean =>
  a !== undefined && b !== undefined && Math.hypot(a.x - b.x, a.y - b.y) < NEAR
