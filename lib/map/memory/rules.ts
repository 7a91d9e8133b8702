import { EVENT_KINDS } from '@/lib/events/kinds/terms'
import type { Tile } from '@/lib/geo/tiles'
import { BLOCK, type Columns, LIVE } from '@/lib/map/columns/rules'
import { momentsOf, whenRange } from '@/lib/map/moments/rules'
import { CLOSED, OPEN, type Question, UNREAD } from '@/lib/map/opening/rules'
import { CELL_AT, CELLS, firstNotBelow, stretchOf } from '@/lib/map/order/rules'
import type { Filters } from '@/lib/map/terms'
import type { CellCount } from '@/lib/map/tiles/rules'
import { SPACE_KINDS } from '@/lib/spaces/terms'
import { eventBit, PLACE_FACTS, spaceBit } from './schema'

/** Rows that a tile remembers, to draw them one by one: more than it ever draws. */
const REMEMBERED = 64

/** What a scan found: counts and sums of positions by cell in Z order, and some of the rows. */
export type Tally = {
  counts: Float64Array
  lat: Float64Array
  lng: Float64Array
  /** The first rows found. */
  rows: number[]
  /** The last row found in each cell: the only one where there is one. */
  last: Int32Array
  total: number
}

const emptyTally = (): Tally => ({
  counts: new Float64Array(CELLS),
  lat: new Float64Array(CELLS),
  lng: new Float64Array(CELLS),
  rows: [],
  last: new Int32Array(CELLS),
  total: 0,
})

/** Facts that a row must have: all of `all`, one of `any` (0: whichever). */
export type Wanted = { all: number; any: number }

/** The rows in a tile that have these facts: each is told with its cell. */
export function scan(
  columns: Columns,
  tile: Tile,
  { all, any }: Wanted,
  takes: (row: number, cell: number) => void,
): void {
  const { facts, anyFacts } = columns
  const has = (of: number) => (of & all) === all && (any === 0 || (of & any) !== 0)
  overCells(columns, tile, (first, last, cell) => {
    for (let row = first; row < last; row++) {
      // No row of a block has what none of them has.
      if (row % BLOCK === 0 && row < columns.sorted && !has(anyFacts[row / BLOCK] as number)) {
        row += BLOCK - 1
        continue
      }
      if (has(facts[row] as number)) takes(row, cell)
    }
  })
}

/** The same where facts are all that is asked: counted by whole blocks where all of their rows have them. */
function count(columns: Columns, tile: Tile, { all, any }: Wanted, tally: Tally): void {
  const { facts, allFacts, anyFacts, latSums, lngSums, sorted } = columns
  const has = (of: number) => (of & all) === all && (any === 0 || (of & any) !== 0)
  overCells(columns, tile, (first, last, cell) => {
    for (let row = first; row < last; row++) {
      const block = row / BLOCK
      if (row % BLOCK === 0 && row + BLOCK <= last && row < sorted) {
        if (has(allFacts[block] as number) && tally.rows.length === REMEMBERED) {
          tally.counts[cell] = (tally.counts[cell] as number) + BLOCK
          tally.lat[cell] = (tally.lat[cell] as number) + (latSums[block] as number)
          tally.lng[cell] = (tally.lng[cell] as number) + (lngSums[block] as number)
          tally.total += BLOCK
          row += BLOCK - 1
          continue
        }
        if (!has(anyFacts[block] as number)) {
          row += BLOCK - 1
          continue
        }
      }
      if (has(facts[row] as number)) add(tally, columns, row, cell)
    }
  })
}

/** The rows of a tile by its cells: sorted rows in stretches, then one by one those that wait to be sorted. */
function overCells(
  { key, sorted, size }: Columns,
  tile: Tile,
  each: (first: number, last: number, cell: number) => void,
): void {
  const { from, to, cell: length } = stretchOf(tile)
  const end = firstNotBelow(key, to, sorted)
  let first = firstNotBelow(key, from, sorted)
  while (first < end) {
    const cell = Math.floor(((key[first] as number) - from) / length)
    const edge = from + (cell + 1) * length
    const last = edge >= to ? end : firstNotBelow(key, edge, end, first)
    each(first, last, cell)
    first = last
  }
  for (let row = sorted; row < size; row++) {
    const at = key[row] as number
    if (at >= from && at < to) each(row, row + 1, Math.floor((at - from) / length))
  }
}

function add(tally: Tally, { lat, lng }: Columns, row: number, cell: number): void {
  tally.counts[cell] = (tally.counts[cell] as number) + 1
  tally.lat[cell] = (tally.lat[cell] as number) + (lat[row] as number)
  tally.lng[cell] = (tally.lng[cell] as number) + (lng[row] as number)
  tally.last[cell] = row
  if (tally.rows.length < REMEMBERED) tally.rows.push(row)
  tally.total++
}

/** Which facts the filters want of a space. */
export function wantedSpaces(filters: Filters): Wanted {
  let all = LIVE
  for (const fact of PLACE_FACTS) if (filters[fact]) all |= spaceBit(fact)
  if (filters.free) all |= spaceBit('free')
  if (filters.trial) all |= spaceBit('trial')
  return { all, any: bitsOf(filters, SPACE_KINDS) }
}

/** Which facts the filters want of an event. Prices of outings are words: only nothing is known to be little enough. */
export function wantedEvents(filters: Filters): Wanted {
  let all = LIVE
  for (const fact of PLACE_FACTS) if (filters[fact]) all |= eventBit(fact)
  if (filters.free || filters.maxPrice !== null) all |= eventBit('free')
  if (filters.gentle) all |= eventBit('gentle')
  return { all, any: bitsOf(filters, EVENT_KINDS) }
}

/** Kinds of the other layers say nothing about this one. */
function bitsOf({ kinds }: Filters, own: readonly string[]): number {
  return kinds.reduce((bits, kind) => (own.includes(kind) ? bits | (1 << own.indexOf(kind)) : bits), 0)
}

function asked(question: Question, group: number): number {
  const open = question.isOpen(group)
  return open === undefined ? UNREAD : open ? OPEN : CLOSED
}

/** Spaces in a tile; with the groups of hours that have to be read before it can be told, where there are any. */
export function tallySpaces(columns: Columns, tile: Tile, filters: Filters, question: Question | null) {
  const tally = emptyTally()
  const unread = new Set<number>()
  const { cost, opening } = columns.whole as Record<'cost' | 'opening', Int32Array>
  if (!question && filters.maxPrice === null) {
    count(columns, tile, wantedSpaces(filters), tally)
    return { tally, unread }
  }
  const most = filters.maxPrice === null ? Number.POSITIVE_INFINITY : filters.maxPrice * 100
  scan(columns, tile, wantedSpaces(filters), (row, cell) => {
    if ((cost[row] as number) > most) return
    if (question) {
      const group = opening[row] as number
      // Known of nearly all: only the first of a group asks.
      const known = question.flags[group] || asked(question, group)
      if (known === UNREAD) unread.add(group)
      if (known !== OPEN) return
    }
    add(tally, columns, row, cell)
  })
  return { tally, unread }
}

/**
 * Events in a tile, a series once by its soonest date that the filters want. `until` is when a date begins or ends
 * first after `now`, by then at the latest the answer may be another.
 */
export function tallyEvents(columns: Columns, tile: Tile, filters: Filters, now: Date, timeZone: string) {
  const tally = emptyTally()
  const { series } = columns.whole as Record<'series', Int32Array>
  const { starts, ends } = columns.wide as Record<'starts' | 'ends', Float64Array>
  const { from, to } = whenRange(filters.when, now, timeZone)
  const at = now.getTime()
  const after = Math.max(from.getTime(), at)
  const before = to.getTime()
  const moments = momentsOf(filters, now, timeZone).map((moment) => moment.getTime())
  const soonest = new Map<number, { row: number; cell: number }>()
  let until = Number.POSITIVE_INFINITY
  scan(columns, tile, wantedEvents(filters), (row, cell) => {
    const start = starts[row] as number
    const end = ends[row] as number
    if (start > at && start < until) until = start
    if (end > at && end < until) until = end
    if (end <= after || start >= before) return
    if (moments.length > 0 && !moments.every((moment) => start <= moment && end > moment)) return
    const one = series[row] as number
    if (one === 0) return add(tally, columns, row, cell)
    const known = soonest.get(one)
    if (!known || isSooner(columns, row, known.row)) soonest.set(one, { row, cell })
  })
  for (const { row, cell } of soonest.values()) add(tally, columns, row, cell)
  return { tally, until }
}

/** The order of events: by their start, then by their id. */
export function isSooner(columns: Columns, a: number, b: number): boolean {
  const starts = columns.wide.starts as Float64Array
  const one = starts[a] as number
  const other = starts[b] as number
  return one < other || (one === other && columns.idOf(a) < columns.idOf(b))
}

/** A scan's counts as the grid's. */
export function cellsOf({ counts, lat, lng }: Tally): CellCount[] {
  return CELL_AT.flatMap(({ gx, gy }, cell) => {
    const count = counts[cell] as number
    return count === 0 ? [] : [{ gx, gy, count, lat: lat[cell] as number, lng: lng[cell] as number }]
  })
}

/** The only rows of these cells ("gx gy"); without cells, the first rows found. */
export function rowsIn({ counts, rows, last }: Tally, cells: string[] | undefined): number[] {
  if (!cells) return rows
  return CELL_AT.flatMap(({ gx, gy }, cell) =>
    counts[cell] === 1 && cells.includes(`${gx} ${gy}`) ? [last[cell] as number] : [],
  )
}
