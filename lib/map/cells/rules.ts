import { firstNotBelow, keyOf } from '@/lib/map/order/rules'

/** What is said of cells and of nobody in particular, found along the walk (lib/map/order). */
export class Cells<Value> {
  readonly #keys: number[] = []
  readonly #values: Value[] = []

  /** Sets what is said of the cell with this middle (degrees); null: nothing any more. */
  put(lat: number, lng: number, value: Value | null): void {
    const key = keyOf(lat, lng)
    if (key < 0) return
    const at = firstNotBelow(this.#keys, key, this.#keys.length)
    const known = this.#keys[at] === key ? 1 : 0
    this.#keys.splice(at, known, ...(value === null ? [] : [key]))
    this.#values.splice(at, known, ...(value === null ? [] : [value]))
  }

  /** All in a stretch of the walk, with their keys, in its order. */
  *within(from: number, to: number): Generator<[number, Value]> {
    const { length } = this.#keys
    for (let at = firstNotBelow(this.#keys, from, length); at < length; at++) {
      const key = this.#keys[at] as number
      if (key >= to) return
      yield [key, this.#values[at] as Value]
    }
  }
}
