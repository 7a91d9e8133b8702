import { MAX_DEPTH, MAX_HEADER_CHARS, MAX_RECORD_CHARS, type Problem, type RawRecord } from './schema'

const NEWLINE = 10
const SPACE = 32
const QUOTE = 34
const COMMA = 44
const COLON = 58
const OPEN_ARRAY = 91
const BACKSLASH = 92
const CLOSE_ARRAY = 93
const OPEN_OBJECT = 123
const CLOSE_OBJECT = 125
const LISTS = new Set(['features', 'elements', 'items', 'results', 'records', 'data'])

/**
 * Cuts the rows out of `{ "features": […] }` (GeoJSON), `{ "elements": […] }` (Overpass), a bare list and its like as
 * text arrives.
 *
 * A JSON parser stops at the first bad row and does not know its line. Here only brackets and quotes are
 * followed, so each row keeps its line and is parsed alone: a bad one costs itself, not the rest. Memory
 * holds one row. With `keep: false` rows are only counted, to check the outline of a file.
 */
export class RecordScanner {
  /** The strings at the top of the file that matter: GeoJSON's `type`, Overpass's `remark`. */
  readonly header: Record<string, string> = {}
  /** Rows that have ended so far. */
  rows = 0
  private readonly keep: boolean
  private readonly stack: number[] = []
  private line = 1
  private stage: 'before' | 'header' | 'list' | 'after' = 'before'
  /** The member that holds the rows; empty for a bare list, null until one is seen. */
  list: string | null = null
  private depth = 2
  private inString = false
  private escaped = false
  private word: string | null = null
  private key: string | null = null
  private row: { line: number; parts: string[]; size: number } | null = null
  private rowStart = 0
  private found: RawRecord[] = []
  private problem: Problem | null = null

  constructor({ keep }: { keep: boolean }) {
    this.keep = keep
  }

  /** Feeds the next piece of the file; answers with the rows that ended in it. */
  push(chunk: string): RawRecord[] {
    this.found = []
    this.rowStart = 0
    for (let i = 0; i < chunk.length && !this.problem; i++) {
      if (this.inString && !this.escaped && this.word === null) i = this.pastString(chunk, i)
      const code = chunk.charCodeAt(i)
      if (code === NEWLINE) this.line += 1
      if (this.inString) this.character(code)
      else if (code > SPACE) this.token(code, chunk, i)
    }
    if (this.row) this.gather(chunk.slice(this.rowStart))
    return this.found
  }

  /** What is wrong with the file as a whole: known early for some, else once all of it `ended`. */
  verdict({ ended }: { ended: boolean }): Problem | null {
    if (this.problem || !ended) return this.problem
    if (this.stage === 'before') return { code: 'empty', line: this.line }
    if (this.stage !== 'after') return { code: 'truncated', line: this.line }
    return this.list !== null ? null : { code: 'no_list', line: this.line }
  }

  /** Where a string that nobody keeps goes on to matter: at a quote, a backslash, a line's end, or the last letter here. */
  private pastString(chunk: string, from: number): number {
    const last = chunk.length - 1
    let i = from
    for (; i < last; i++) {
      const code = chunk.charCodeAt(i)
      if (code === QUOTE || code === BACKSLASH || code === NEWLINE) break
    }
    return i
  }

  private character(code: number): void {
    const ends = code === QUOTE && !this.escaped
    this.escaped = code === BACKSLASH && !this.escaped
    if (ends) this.inString = false
    else if (this.stage === 'header' && this.word !== null && this.word.length < MAX_HEADER_CHARS)
      this.word += String.fromCharCode(code)
  }

  private token(code: number, chunk: string, i: number): void {
    if (this.stage === 'before') this.begin(code)
    else if (this.stage === 'after') this.refuse('trailing')
    else if (
      this.stage === 'list' &&
      this.stack.length === this.depth &&
      (code === COMMA || code === CLOSE_ARRAY)
    ) {
      this.endRow(chunk.slice(this.rowStart, i))
      if (code === CLOSE_ARRAY) this.leave(code)
    } else {
      if (this.stage === 'list' && !this.row) {
        this.row = { line: this.line, parts: [], size: 0 }
        this.rowStart = i
      }
      this.step(code)
    }
  }

  private begin(code: number): void {
    if (code !== OPEN_OBJECT && code !== OPEN_ARRAY) this.refuse('not_json')
    this.stack.push(code)
    this.stage = code === OPEN_ARRAY ? 'list' : 'header'
    if (code !== OPEN_ARRAY) return
    this.list = ''
    this.depth = 1
  }

  private step(code: number): void {
    const atTop = this.stage === 'header' && this.stack.length === 1
    if (code === QUOTE) {
      this.inString = true
      this.word = atTop ? '' : null
    } else if (atTop && code === COLON) this.key = this.word
    else if (atTop && code === COMMA) this.endMember()
    else if (code === OPEN_OBJECT || code === OPEN_ARRAY) this.enter(code, atTop)
    else if (code === CLOSE_OBJECT || code === CLOSE_ARRAY) this.leave(code)
  }

  private enter(code: number, atTop: boolean): void {
    if (atTop && code === OPEN_ARRAY && this.list === null && this.key !== null && LISTS.has(this.key)) {
      this.stage = 'list'
      this.list = this.key
    }
    if (this.stack.push(code) > MAX_DEPTH) this.refuse('too_deep')
  }

  private leave(code: number): void {
    if (this.stack.pop() !== code - 2) this.refuse('unbalanced')
    if (this.stage === 'list' && this.stack.length < this.depth) this.stage = 'header'
    if (this.stack.length > 0) return
    this.endMember()
    this.stage = 'after'
  }

  private endMember(): void {
    if ((this.key === 'type' || this.key === 'remark') && this.word) this.header[this.key] = this.word
    this.key = null
    this.word = null
  }

  private gather(text: string): void {
    if (!this.row) return
    this.row.size += text.length
    if (this.keep && this.row.size <= MAX_RECORD_CHARS) this.row.parts.push(text)
  }

  private endRow(tail: string): void {
    if (!this.row) return
    this.gather(tail)
    const { line, parts, size } = this.row
    this.row = null
    this.rows += 1
    const tooLarge = size > MAX_RECORD_CHARS
    if (this.keep) this.found.push({ row: this.rows, line, text: tooLarge ? '' : parts.join(''), tooLarge })
  }

  private refuse(code: Problem['code']): void {
    this.problem ??= { code, line: this.line }
  }
}
