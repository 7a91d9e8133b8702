import type { Id, Row } from '@/lib/map/columns/schema'

/** What comes before the first row: a signature of 11 bytes, flags, and the length of what we do not know. */
const SIGNATURE = 11
const HEADER = SIGNATURE + 4 + 4
/** The number of fields that says that no row follows. */
const END = -1
const NULL = -1

/**
 * Reads PostgreSQL's binary COPY (https://www.postgresql.org/docs/current/sql-copy.html) as it arrives, row by row,
 * without an object a field: what was asked for is read where it lies.
 */
export class BinaryRows {
  #rest: Buffer = Buffer.alloc(0)
  #started = false
  readonly #at: number[] = []
  readonly #length: number[] = []
  #bytes: Buffer = this.#rest

  /** Takes the next bytes; `each` is called for every row that they complete, and reads it by the methods below. */
  push(chunk: Buffer, each: (row: BinaryRows) => void): void {
    this.#bytes = this.#rest.length > 0 ? Buffer.concat([this.#rest, chunk]) : chunk
    let at = 0
    if (!this.#started) {
      if (this.#bytes.length < HEADER) {
        this.#keep(0)
        return
      }
      at = HEADER + this.#bytes.readInt32BE(SIGNATURE + 4)
      this.#started = true
    }
    for (let next = this.#row(at); next !== null; next = this.#row(at)) {
      at = next
      each(this)
    }
    this.#keep(at)
  }

  #keep(at: number): void {
    this.#rest = Buffer.from(this.#bytes.subarray(at))
  }

  /** Finds the fields of the row that begins there; where the next one does, or null when this one is not all there. */
  #row(start: number): number | null {
    const bytes = this.#bytes
    if (start + 2 > bytes.length) return null
    const fields = bytes.readInt16BE(start)
    if (fields === END) return null
    let at = start + 2
    for (let field = 0; field < fields; field++) {
      if (at + 4 > bytes.length) return null
      const length = bytes.readInt32BE(at)
      this.#at[field] = at + 4
      this.#length[field] = length
      at += 4 + Math.max(0, length)
    }
    return at > bytes.length ? null : at
  }

  isNull(field: number): boolean {
    return this.#length[field] === NULL
  }

  double(field: number): number {
    return this.#bytes.readDoubleBE(this.#at[field] as number)
  }

  whole(field: number): number {
    return this.#bytes.readInt32BE(this.#at[field] as number)
  }

  /** Into the four numbers of `id`. */
  id(field: number, id: Id): void {
    const at = this.#at[field] as number
    for (let part = 0; part < 4; part++) id[part] = this.#bytes.readUInt32BE(at + 4 * part)
  }

  /** Empty when it is NULL. */
  text(field: number): string {
    return this.#bytes.toString('utf8', this.#at[field] as number, this.#endOf(field))
  }

  /** Where a text lies. Good until the next `push`. */
  title(field: number, title: Row['title']): void {
    title.bytes = this.#bytes
    title.from = this.#at[field] as number
    title.to = this.#endOf(field)
  }

  #endOf(field: number): number {
    return (this.#at[field] as number) + Math.max(0, this.#length[field] as number)
  }

  /** Some fields that follow one another, with what stands between them: the same for the same values. */
  together(first: number, last: number): string {
    return this.#bytes.toString('latin1', (this.#at[first] as number) - 4, this.#endOf(last))
  }
}

/** A UUID as `Row` has it. */
export function idOf(uuid: string): Id {
  const hex = uuid.replaceAll('-', '')
  const part = (from: number) => Number.parseInt(hex.slice(from, from + 8), 16)
  return [part(0), part(8), part(16), part(24)]
}
