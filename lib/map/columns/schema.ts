/** What a layer's columns hold beside position, id, title and yes-or-no facts. */
export type Shape = {
  /** Names of whole numbers of 32 bits. */
  whole: readonly string[]
  /** Names of numbers of 64 bits, such as instants. */
  wide: readonly string[]
}

/** The 16 bytes of a UUID, as four numbers. */
export type Id = [number, number, number, number]

/** A thing on the map as it comes from the database. A reader of many fills the same one again and again. */
export type Row = {
  id: Id
  /** Degrees. */
  lat: number
  lng: number
  /** UTF-8: from inclusive, to exclusive. */
  title: { bytes: Uint8Array; from: number; to: number }
  /** A bit a fact, at most 30. */
  facts: number
  /** In the order of the shape's names. */
  whole: number[]
  wide: number[]
}
