import type { Keys } from '@/lib/towns/keys/rules'
import type { Squares } from '@/lib/towns/squares/rules'

/** The gazetteer as it lies in its file: runs of bytes and numbers that are looked into where they are. */
export type Packed = {
  /** Each town: its id, name, postcodes (apart by spaces), region and country, apart by tabs; and where its line ends. */
  lines: Uint8Array
  lineEnds: Uint32Array
  /** Degrees, each at the place of its town. */
  lat: Float64Array
  lng: Float64Array
  population: Uint32Array
  /** See `countryCode`. */
  country: Uint32Array
  /** Folded names; a name ends where the next begins. */
  names: Uint8Array
  nameEnds: Uint32Array
  /** Places of towns, the greatest first. */
  greatest: Uint32Array
  /** Folded names of départements, apart by line feeds. */
  regions: Uint8Array
  /** The names from each of their words on: "aix en provence", "en provence", "provence". */
  words: Keys
  /** Names in other languages and former ones. */
  others: Keys
  postcodes: Keys
  ids: Keys
  /** The last parts of the addresses of towns' pages. */
  slugs: Keys
  /** The place of each town's own among them. */
  slugOf: Uint32Array
  /** Small ones first. */
  squares: Squares[]
}

/** A country's two letters as a number. */
export const countryCode = (country: string): number => country.charCodeAt(0) * 256 + country.charCodeAt(1)

type Part = Uint8Array | Uint32Array | Float64Array
/** What JSON says of a part: its kind, the byte where it begins, and how many elements it has. */
type Told = { part: 'bytes' | 'whole' | 'double'; at: number; length: number }

const ALIGNED = 8
const aligned = (bytes: number) => Math.ceil(bytes / ALIGNED) * ALIGNED

/**
 * All of it as one run of bytes: the length of a description, the description in JSON with each part's kind and place, and
 * the parts. Numbers are as this kind of machine has them. A text that two share is there once.
 */
export function toBytes(packed: Packed): Uint8Array {
  const parts = new Map<Part, Told>()
  let end = 0
  const described = JSON.stringify(packed, (_key, value: unknown) => {
    if (!isPart(value)) return value
    const told = parts.get(value) ?? { part: kindOf(value), at: end, length: value.length }
    if (!parts.has(value)) end = aligned(end + value.byteLength)
    parts.set(value, told)
    return told
  })
  const description = new TextEncoder().encode(described)
  const start = aligned(4 + description.length)
  const bytes = new Uint8Array(start + end)
  new DataView(bytes.buffer).setUint32(0, description.length)
  bytes.set(description, 4)
  for (const [part, { at }] of parts)
    bytes.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), start + at)
  return bytes
}

/**
 * The inverse of `toBytes`, of a file: `read` gives so many of its bytes from a place on. Each part is read when it is first asked
 * for: the nearest town takes a third of all, and only who types needs names.
 */
export function fromBytes(read: (at: number, length: number) => ArrayBuffer): Packed {
  const length = new DataView(read(0, 4)).getUint32(0)
  const start = aligned(4 + length)
  const parts = new Map<number, Part>()
  const partOf = (told: Told): Part => {
    const part = parts.get(told.at) ?? viewOf(told, read(start + told.at, told.length * BYTES[told.part]))
    parts.set(told.at, part)
    return part
  }
  return JSON.parse(new TextDecoder().decode(read(4, length)), (_key, holder: Record<string, unknown>) => {
    for (const [key, told] of typeof holder === 'object' ? Object.entries(holder) : [])
      if (isTold(told))
        Object.defineProperty(
          holder,
          key,
          late(holder, key, () => partOf(told)),
        )
    return holder
  })
}

/** A property that becomes what `read` gives when it is first asked for. */
const late = (holder: object, key: string, read: () => Part): PropertyDescriptor => ({
  enumerable: true,
  configurable: true,
  get() {
    const value = read()
    Object.defineProperty(holder, key, { value, enumerable: true })
    return value
  },
})

const isPart = (value: unknown): value is Part => ArrayBuffer.isView(value)
const isTold = (value: unknown): value is Told =>
  typeof value === 'object' && value !== null && 'part' in value

function kindOf(part: Part): Told['part'] {
  if (part instanceof Uint8Array) return 'bytes'
  return part instanceof Uint32Array ? 'whole' : 'double'
}

const BYTES = { bytes: 1, whole: 4, double: 8 }

function viewOf({ part }: Told, bytes: ArrayBuffer): Part {
  if (part === 'bytes') return new Uint8Array(bytes)
  return part === 'whole' ? new Uint32Array(bytes) : new Float64Array(bytes)
}
