/** What PostgreSQL's COPY takes for a column in its text format: objects become JSON, lists of words an array. */
export type Cell = string | number | boolean | null | Date | readonly string[] | object

const SPECIAL = /[\\\t\n\r]/
const ESCAPED: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

/** One line of COPY's text format: https://www.postgresql.org/docs/18/sql-copy.html */
export function lineOf(cells: readonly Cell[]): string {
  let line = cellOf(cells[0] ?? null)
  for (let i = 1; i < cells.length; i++) line += `\t${cellOf(cells[i] ?? null)}`
  return `${line}\n`
}

function cellOf(cell: Cell): string {
  if (cell === null) return '\\N'
  if (typeof cell === 'string') return escaped(cell)
  if (typeof cell === 'number') return String(cell)
  if (typeof cell === 'boolean') return cell ? 't' : 'f'
  if (cell instanceof Date) return cell.toISOString()
  if (Array.isArray(cell)) return escaped(arrayOf(cell))
  // JSON has neither tabs nor line ends of its own.
  const json = JSON.stringify(cell)
  return json.includes('\\') ? json.replaceAll('\\', '\\\\') : json
}

/** Most hold nothing to escape, and are looked at once. */
function escaped(text: string): string {
  return SPECIAL.test(text) ? text.replaceAll(/[\\\t\n\r]/g, (letter) => ESCAPED[letter] ?? letter) : text
}

/** https://www.postgresql.org/docs/18/arrays.html#ARRAYS-IO */
function arrayOf(words: readonly string[]): string {
  return `{${words.map((word) => `"${word.replaceAll(/["\\]/g, '\\$&')}"`).join(',')}}`
}
