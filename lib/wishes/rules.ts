import { snapToCell } from '@/lib/geo/cell'
import { distance } from '@/lib/geo/distance'
import type { LatLng } from '@/lib/geo/types'
import type { WishInput } from './schema'
import { HALF_DAYS, WORKING_WEEK } from './terms'

/** Height of a wish's cell in degrees: 5.0 km. */
const STEP = 0.045

/** From the middle of a cell to its sides. Metres. */
export const HALF_CELL = 2500

/** The middle of the cell of about 5 × 5 km that a position lies in: all that is ever known of it. */
export const wishCell = (at: LatLng): LatLng => snapToCell(at, STEP)

/** Wishes are within reach whose cells are the same or touch: their middles are at most this far apart. Metres. */
export const REACH = 8000

export const withinReach = (a: LatLng, b: LatLng): boolean => distance(a, b) <= REACH

const DAY = 24 * 3_600_000
const LASTS = 60 * DAY

/** When a wish stops counting. */
export const fadesAt = (wishedAt: Date) => new Date(wishedAt.getTime() + LASTS)

/** Wishes dropped or renewed after this still count. */
export const freshSince = (now: Date) => new Date(now.getTime() - LASTS)

/** The half-days in a mask, as numbers from Monday morning (0) to Sunday afternoon (13). */
export const halfDaysIn = (mask: number): number[] =>
  Array.from({ length: HALF_DAYS }, (_, index) => index).filter((index) => suits(mask, index))

/** A cell as forms and addresses write it: "lat,lng"; empty for none. */
export const cellText = (cell: LatLng | null) => (cell ? `${cell.lat},${cell.lng}` : '')

/** A wish as its form sends it. Where the working week suits, no half-day is ticked. */
export function wishFields({ cell, kinds, halfDays }: Pick<WishInput, 'cell' | 'kinds' | 'halfDays'>) {
  const ticked = halfDays === WORKING_WEEK ? [] : halfDaysIn(halfDays)
  return { cell: cellText(cell), kinds, halfDays: ticked.map(String) }
}

/** Does that half-day suit? */
export const suits = (mask: number, index: number): boolean => (mask & (1 << index)) !== 0
