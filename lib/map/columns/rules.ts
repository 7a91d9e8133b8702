import { keyOf, ordered, STRIDE } from '@/lib/map/order/rules'
import { PRECISION } from '@/lib/map/tiles/rules'
import type { Id, Row, Shape } from './schema'

/** The bit of `facts` that says that a row is still there. */
export const LIVE = 1 << 30

/** Bytes before a title that say how long it is. */
const PREFIX = 2
const TITLE = 24
/** Rows that may wait at the end to be sorted: a share of the others, and at least so many. */
const TAIL_SHARE = 16
const TAIL = 4096
/** Sorted rows that are known together: which facts all of them have, and which any. */
export const BLOCK = 64
/** Of a row that went, among the places of ids. */
const GONE = -1

/**
 * One layer of the map in memory: a column a fact, some 70 bytes a thing. Rows are sorted along the walk
 * (lib/map/order) up to `sorted`; what came since stands behind them, until `resorted`. What is gone keeps its row,
 * without its bit `LIVE`.
 */
export class Columns {
  /** Rows in the order of the walk, and rows in all. */
  sorted = 0
  size = 0
  /** Rows that are there. */
  count = 0
  /** Changes with every write, so that an answer can be known to be old. */
  version = 0
  readonly shape: Shape
  readonly key: Float64Array
  /** Ten-millionths of a degree: about a centimetre. */
  readonly lat: Int32Array
  readonly lng: Int32Array
  readonly facts: Int32Array
  readonly whole: Record<string, Int32Array>
  readonly wide: Record<string, Float64Array>
  /** By block of sorted rows: facts that all have, facts that any has (at least those), and sums of positions. */
  allFacts = new Int32Array(0)
  anyFacts = new Int32Array(0)
  latSums = new Float64Array(0)
  lngSums = new Float64Array(0)
  readonly #memory: ArrayBuffer
  readonly #ids: Uint32Array
  /** Open addressing: a row plus one, 0 where nothing ever was, `GONE` where something was. */
  readonly #places: Int32Array
  readonly #titleAt: Uint32Array
  #titles: Uint8Array
  #titlesEnd = 0
  /** Titles that were written again leave holes: at twice what was asked for it is time to close them. */
  readonly #titlesFull: number

  /** Room for `count` rows, and for some more at the end. */
  constructor(shape: Shape, count: number, titleBytes = count * TITLE) {
    const room = count + Math.max(TAIL, Math.ceil(count / TAIL_SHARE))
    this.shape = shape
    const places = 2 ** Math.ceil(Math.log2(room * 1.25))
    const bytesOfRow = 8 + 4 * (3 + shape.whole.length) + 8 * shape.wide.length + 16 + 4
    // One piece of memory: the system takes back a great one at once, and keeps many small ones for later.
    const titles = titleBytes + TAIL * TITLE
    this.#memory = new ArrayBuffer(room * bytesOfRow + 4 * places + titles)
    let at = 0
    const taken = (bytes: number) => {
      at += bytes
      return at - bytes
    }
    const wide = () => new Float64Array(this.#memory, taken(8 * room), room)
    const whole = (length = room) => new Int32Array(this.#memory, taken(4 * length), length)
    this.key = wide()
    this.wide = Object.fromEntries(shape.wide.map((name) => [name, wide()]))
    this.lat = whole()
    this.lng = whole()
    this.facts = whole()
    this.whole = Object.fromEntries(shape.whole.map((name) => [name, whole()]))
    this.#places = whole(places)
    this.#ids = new Uint32Array(this.#memory, taken(16 * room), 4 * room)
    this.#titleAt = new Uint32Array(this.#memory, taken(4 * room), room)
    this.#titles = new Uint8Array(this.#memory, at, titles)
    this.#titlesFull = 2 * this.#titles.length
  }

  /** Is there no room for another `rows`? Then it is time for `resorted`. */
  isFull(rows: number): boolean {
    return this.size + rows > this.key.length || this.#titlesEnd > this.#titlesFull
  }

  /** Adds a thing, or puts it in the place of what had its id. What lies beyond the latitudes of a map is left out. */
  put(row: Row): void {
    this.version++
    const key = keyOf(row.lat, row.lng)
    const known = this.#rowOf(row.id)
    if (known >= 0 && this.key[known] === key) {
      this.#write(known, row)
      return
    }
    if (known >= 0) this.remove(row.id)
    if (key < 0) return
    const at = this.size++
    this.key[at] = key
    this.#ids.set(row.id, 4 * at)
    this.#write(at, row)
    this.#remember(at)
    this.count++
  }

  remove(id: Id): void {
    const place = this.#placeOf(id)
    const row = (this.#places[place] as number) - 1
    if (row < 0) return
    this.version++
    this.count--
    this.#places[place] = GONE
    this.#setFacts(row, (this.facts[row] as number) & ~LIVE)
  }

  idOf(row: number): string {
    const parts = this.#ids.subarray(4 * row, 4 * row + 4)
    const hex = Array.from(parts, (part) => part.toString(16).padStart(8, '0')).join('')
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
  }

  titleOf(row: number): string {
    const from = (this.#titleAt[row] as number) + PREFIX
    return new TextDecoder().decode(this.#titles.subarray(from, from + this.#titleLength(row)))
  }

  /**
   * The same things, all sorted, without those that are gone. `pause` is awaited every few milliseconds of work. With
   * `spent` nobody reads these columns any more, and their memory is given back as it goes.
   */
  async resorted(pause: () => Promise<unknown>, { spent = false } = {}): Promise<Columns> {
    const rows = new Uint32Array(this.count)
    let count = 0
    let bytes = 0
    for (let row = 0; row < this.size; row++) {
      if (row % STRIDE === STRIDE - 1) await pause()
      if (!has(this, row, LIVE)) continue
      rows[count++] = row
      bytes += PREFIX + this.#titleLength(row)
    }
    const order = await ordered(this.key, rows, pause)
    const next = new Columns(this.shape, count, bytes)
    next.size = count
    next.sorted = count
    next.count = count
    next.version = this.version + 1
    for (const [from, to] of this.#columnsBeside(next)) {
      for (let at = 0; at < count; at++) {
        to[at] = from[order[at] as number] as number
        if (at % STRIDE === STRIDE - 1) await pause()
      }
      await pause()
    }
    await this.#carryIds(next, order, pause)
    await this.#carryTitles(next, order, pause)
    if (spent) this.#memory.transfer(0)
    await next.#sum(pause)
    return next
  }

  *#columnsBeside(next: Columns): Generator<[Float64Array | Int32Array, Float64Array | Int32Array]> {
    yield [this.key, next.key]
    yield [this.lat, next.lat]
    yield [this.lng, next.lng]
    yield [this.facts, next.facts]
    for (const name of this.shape.whole) yield [this.whole[name], next.whole[name]] as never
    for (const name of this.shape.wide) yield [this.wide[name], next.wide[name]] as never
  }

  async #carryIds(next: Columns, order: Uint32Array, pause: () => Promise<unknown>): Promise<void> {
    for (let at = 0; at < order.length; at++) {
      const row = order[at] as number
      for (let part = 0; part < 4; part++) next.#ids[4 * at + part] = this.#ids[4 * row + part] as number
      next.#remember(at)
      if (at % (STRIDE / 4) === 0) await pause()
    }
  }

  async #carryTitles(next: Columns, order: Uint32Array, pause: () => Promise<unknown>): Promise<void> {
    for (let at = 0; at < order.length; at++) {
      const row = order[at] as number
      const from = (this.#titleAt[row] as number) + PREFIX
      next.#keepTitle(at, { bytes: this.#titles, from, to: from + this.#titleLength(row) })
      if (at % (STRIDE / 8) === 0) await pause()
    }
  }

  /** What is known of each block of sorted rows. */
  async #sum(pause: () => Promise<unknown>): Promise<void> {
    const blocks = Math.ceil(this.sorted / BLOCK)
    this.allFacts = new Int32Array(blocks).fill(-1)
    this.anyFacts = new Int32Array(blocks)
    this.latSums = new Float64Array(blocks)
    this.lngSums = new Float64Array(blocks)
    for (let row = 0; row < this.sorted; row++) {
      const block = Math.floor(row / BLOCK)
      this.#setFacts(row, this.facts[row] as number)
      this.latSums[block] = (this.latSums[block] as number) + (this.lat[row] as number)
      this.lngSums[block] = (this.lngSums[block] as number) + (this.lng[row] as number)
      if (row % STRIDE === STRIDE - 1) await pause()
    }
  }

  #write(at: number, { lat, lng, facts, whole, wide, title }: Row): void {
    this.lat[at] = Math.floor(lat * PRECISION + 0.5)
    this.lng[at] = Math.floor(lng * PRECISION + 0.5)
    this.#setFacts(at, facts | LIVE)
    this.shape.whole.forEach((name, i) => {
      ;(this.whole[name] as Int32Array)[at] = whole[i] as number
    })
    this.shape.wide.forEach((name, i) => {
      ;(this.wide[name] as Float64Array)[at] = wide[i] as number
    })
    this.#keepTitle(at, title)
  }

  #setFacts(row: number, facts: number): void {
    this.facts[row] = facts
    if (row >= this.sorted) return
    const block = Math.floor(row / BLOCK)
    this.allFacts[block] = (this.allFacts[block] as number) & facts
    this.anyFacts[block] = (this.anyFacts[block] as number) | facts
  }

  #keepTitle(at: number, { bytes, from, to }: Row['title']): void {
    const length = to - from
    const start = this.#titlesEnd + PREFIX
    if (start + length > this.#titles.length) {
      const wider = new Uint8Array(Math.ceil((start + length) * 1.25))
      wider.set(this.#titles)
      this.#titles = wider
    }
    this.#titleAt[at] = this.#titlesEnd
    this.#titles[this.#titlesEnd] = length >> 8
    this.#titles[this.#titlesEnd + 1] = length & 255
    // Byte by byte: a title is too short to be worth a view of it.
    for (let i = 0; i < length; i++) this.#titles[start + i] = bytes[from + i] as number
    this.#titlesEnd = start + length
  }

  #titleLength(row: number): number {
    const at = this.#titleAt[row] as number
    return ((this.#titles[at] as number) << 8) | (this.#titles[at + 1] as number)
  }

  #rowOf(id: Id): number {
    return (this.#places[this.#placeOf(id)] as number) - 1
  }

  /** Where an id is remembered, or where the search for it ends. */
  #placeOf(id: Id): number {
    const mask = this.#places.length - 1
    let place = hashOf(id[0], id[1], id[2], id[3]) & mask
    for (;;) {
      const row = (this.#places[place] as number) - 1
      if (row === -1 || (row >= 0 && this.#isOf(row, id))) return place
      place = (place + 1) & mask
    }
  }

  #isOf(row: number, id: Id): boolean {
    const at = 4 * row
    const ids = this.#ids
    return ids[at] === id[0] && ids[at + 1] === id[1] && ids[at + 2] === id[2] && ids[at + 3] === id[3]
  }

  #remember(row: number): void {
    const mask = this.#places.length - 1
    const [a, b, c, d] = this.#ids.subarray(4 * row, 4 * row + 4) as unknown as [
      number,
      number,
      number,
      number,
    ]
    let place = hashOf(a, b, c, d) & mask
    while ((this.#places[place] as number) > 0) place = (place + 1) & mask
    this.#places[place] = row + 1
  }
}

/** Has a row this fact? */
export const has = ({ facts }: Columns, row: number, bit: number): boolean =>
  ((facts[row] as number) & bit) !== 0

/** Version 7 of UUIDs begins with the time: the rest is drawn by lot. */
const hashOf = (a: number, b: number, c: number, d: number) => {
  let hash = Math.imul(d ^ (c << 7), 0x9e3779b1) ^ Math.imul(b ^ a, 0x85ebca6b)
  hash ^= hash >>> 15
  return Math.imul(hash, 0x2c1b3ce3) >>> 0
}
