/** Longest row taken, in UTF-16 units. The largest outlines of OpenStreetMap stay well below. */
export const MAX_RECORD_CHARS = 8_000_000
/** Deepest nesting taken; GeoJSON needs nine levels. */
export const MAX_DEPTH = 200
export const MAX_HEADER_CHARS = 500

/** One row as text: `row` counts from 1; `line` is where it begins in the file, from 1. */
export type RawRecord = { row: number; line: number; text: string; tooLarge: boolean }

export type ProblemCode =
  | 'missing'
  | 'directory'
  | 'not_a_file'
  | 'unreadable'
  | 'empty'
  | 'html'
  | 'xml'
  | 'compressed'
  | 'binary'
  | 'not_json'
  | 'unbalanced'
  | 'too_deep'
  | 'trailing'
  | 'truncated'
  | 'no_list'
  | 'torn'

/** Why a whole file is refused; `line` is where that was noticed. */
export type Problem = { code: ProblemCode; line: number }

/** How the bytes of a file become rows. `list` is the member that holds them, empty for a bare list and for CSV. */
export type Form = { encoding: 'utf-8' | 'windows-1252' } & (
  | { type: 'json'; list: string }
  | { type: 'csv'; delimiter: string }
)

/**
 * What a first look at a file found. `remark` is what Overpass says when it gave up midway; `sha256` is that of its
 * bytes, in hex.
 */
export type Inspection = {
  path: string
  bytes: number
  rows: number
  remark: string | null
  form: Form
  sha256: string
}
