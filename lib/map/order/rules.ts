import { MAX_LATITUDE, mercatorY } from '@/lib/geo/bbox'
import type { Tile } from '@/lib/geo/tiles'
import { GRID } from '@/lib/map/tiles/rules'

/**
 * Positions in the order of a Z-shaped walk over the world (https://en.wikipedia.org/wiki/Z-order_curve): a tile of
 * any zoom, and each cell of its grid, is one stretch of that walk.
 */

/** Bits of a position each way: two thirds of a metre at the equator, and 52 bits in all, which a number holds. */
const BITS = 26
const SIDE = 2 ** BITS
const HALF = 13
const LOW = 2 ** HALF - 1

/** The 13 bits of each number, one place apart. */
const SPREAD = Uint32Array.from({ length: 2 ** HALF }, (_, number) => {
  let spread = 0
  for (let bit = 0; bit < HALF; bit++) spread |= ((number >> bit) & 1) << (2 * bit)
  return spread
})

const spread = (number: number) => SPREAD[number & LOW] as number

function interleaved(x: number, y: number): number {
  const low = spread(x) | (spread(y) << 1)
  const high = spread(x >> HALF) | (spread(y >> HALF) << 1)
  return high * SIDE + low
}

/** Where on the walk a position lies; -1 beyond the latitudes that a map shows. */
export function keyOf(lat: number, lng: number): number {
  if (!(Math.abs(lat) <= MAX_LATITUDE)) return -1
  const at = (fraction: number) => Math.min(SIDE - 1, Math.floor(fraction * SIDE))
  return interleaved(at((lng + 180) / 360), at(mercatorY(lat)))
}

/** A tile's stretch of the walk, and that of each of its 64 cells, which follow one another in Z order. */
export function stretchOf({ z, x, y }: Tile): { from: number; to: number; cell: number } {
  const length = 4 ** (BITS - z)
  const from = interleaved(x, y) * length
  return { from, to: from + length, cell: length / CELLS }
}

export const CELLS = GRID * GRID

/** Column and row of the n-th cell of a tile in Z order. */
export const CELL_AT = Array.from({ length: CELLS }, (_, cell) => {
  const bits = (offset: number) =>
    ((cell >> offset) & 1) | (((cell >> (offset + 2)) & 1) << 1) | (((cell >> (offset + 4)) & 1) << 2)
  return { gx: bits(0), gy: bits(1) }
})

/** The first of the sorted `keys[start..size)` that is not below `key`. */
export function firstNotBelow(keys: ArrayLike<number>, key: number, size: number, start = 0): number {
  let [low, high] = [start, size]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((keys[middle] as number) < key) low = middle + 1
    else high = middle
  }
  return low
}

/** Rows between two breaths of the event loop: a few milliseconds of work. */
export const STRIDE = 20_000

/**
 * The rows `rows[0..count)` ordered by their keys: a radix sort, 13 bits at a time, in linear time. `pause` is awaited
 * every `STRIDE` rows.
 */
export async function ordered(
  keys: Float64Array,
  rows: Uint32Array,
  pause: () => Promise<unknown>,
): Promise<Uint32Array> {
  let [from, to]: [Uint32Array, Uint32Array] = [rows, new Uint32Array(rows.length)]
  for (let round = 0; round < 4; round++) {
    const unit = 2 ** (HALF * round)
    const starts = new Uint32Array(LOW + 2)
    for (let i = 0; i < from.length; i++) {
      const digit = Math.floor((keys[from[i] as number] as number) / unit) % (LOW + 1)
      starts[digit + 1] = (starts[digit + 1] as number) + 1
      if (i % STRIDE === STRIDE - 1) await pause()
    }
    for (let digit = 0; digit <= LOW; digit++)
      starts[digit + 1] = (starts[digit + 1] as number) + (starts[digit] as number)
    for (let i = 0; i < from.length; i++) {
      const row = from[i] as number
      const digit = Math.floor((keys[row] as number) / unit) % (LOW + 1)
      const place = starts[digit] as number
      to[place] = row
      starts[digit] = place + 1
      if (i % STRIDE === STRIDE - 1) await pause()
    }
    ;[from, to] = [to, from]
  }
  return from
}
