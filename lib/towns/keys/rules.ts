/** Texts that towns are found by, sorted by their bytes in UTF-8, in one run of bytes: no text is an object of its own. */
export type Keys = {
  text: Uint8Array
  /** Of each key: where its bytes begin and end in `text`, and the place of its town. */
  from: Uint32Array
  to: Uint32Array
  towns: Uint32Array
}

const encoder = new TextEncoder()
const decoder = new TextDecoder()

/** The characters that stand between two places of a run of bytes. */
export const textAt = (text: Uint8Array, from: number, to: number): string =>
  decoder.decode(text.subarray(from, to))

export const keyAt = ({ text, from, to }: Keys, place: number): string =>
  textAt(text, from[place] ?? 0, to[place] ?? 0)

/** Where the keys that begin with `prefix` start and end, by bisection. */
export function beginningWith(keys: Keys, prefix: string): [number, number] {
  const bytes = encoder.encode(prefix)
  // No byte of UTF-8 is as great.
  const beyond = new Uint8Array(bytes.length + 1).fill(0xff)
  beyond.set(bytes)
  return [firstNotBefore(keys, bytes), firstNotBefore(keys, beyond)]
}

/** Places of the towns that have this very key, in the order of the gazetteer. */
export function exactly(keys: Keys, key: string): number[] {
  return [...keys.towns.subarray(...exactRange(keys, key))]
}

/** Where the keys that are just this start and end. */
export function exactRange(keys: Keys, key: string): [number, number] {
  const bytes = encoder.encode(key)
  const above = new Uint8Array(bytes.length + 1)
  above.set(bytes)
  return [firstNotBefore(keys, bytes), firstNotBefore(keys, above)]
}

function firstNotBefore({ text, from, to }: Keys, key: Uint8Array): number {
  let low = 0
  let high = from.length
  while (low < high) {
    const middle = (low + high) >> 1
    const order = compareBytes(text, from[middle] ?? 0, to[middle] ?? 0, key, 0, key.length)
    if (order < 0) low = middle + 1
    else high = middle
  }
  return low
}

/** Below 0 when the first run of bytes comes before the second, above when after, 0 when they are the same. */
function compareBytes(
  a: Uint8Array,
  fromA: number,
  toA: number,
  b: Uint8Array,
  fromB: number,
  toB: number,
): number {
  const both = Math.min(toA - fromA, toB - fromB)
  for (let i = 0; i < both; i++) {
    const order = (a[fromA + i] ?? 0) - (b[fromB + i] ?? 0)
    if (order !== 0) return order
  }
  return toA - fromA - (toB - fromB)
}

/** The texts in one run of bytes, and where each begins and ends. */
export function runOf(texts: readonly string[]): Pick<Keys, 'text' | 'from' | 'to'> {
  const encoded = texts.map((text) => encoder.encode(text))
  const text = new Uint8Array(encoded.reduce((sum, { length }) => sum + length, 0))
  const [from, to] = [new Uint32Array(texts.length), new Uint32Array(texts.length)]
  let end = 0
  for (const [place, bytes] of encoded.entries()) {
    text.set(bytes, end)
    from[place] = end
    end += bytes.length
    to[place] = end
  }
  return { text, from, to }
}

/** The same keys sorted; those that are the same stay in their order. */
export function sortedKeys({ text, from, to, towns }: Keys): Keys {
  const order = Uint32Array.from(from.keys()).sort(
    (a, b) => compareBytes(text, from[a] ?? 0, to[a] ?? 0, text, from[b] ?? 0, to[b] ?? 0) || a - b,
  )
  const moved = (numbers: Uint32Array) => order.map((place) => numbers[place] ?? 0)
  return { text, from: moved(from), to: moved(to), towns: moved(towns) }
}

/** Sorted keys of texts and the places of their towns. */
export function keysOf(pairs: readonly (readonly [key: string, town: number])[]): Keys {
  const towns = Uint32Array.from(pairs, ([, town]) => town)
  return sortedKeys({ ...runOf(pairs.map(([key]) => key)), towns })
}
