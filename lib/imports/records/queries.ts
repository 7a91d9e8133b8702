import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { CsvError, parse } from 'csv-parse'
import { errorCode } from '@/lib/errors'
import { ok, type Refusal, type Result, refuse } from '@/lib/result'
import { RecordScanner } from './rules'
import {
  type Form,
  type Inspection,
  MAX_RECORD_CHARS,
  type Problem,
  type ProblemCode,
  type RawRecord,
} from './schema'

/** Bytes looked at to tell what a file is. */
const HEAD = 4096
const UTF8_BOM = /^\u{feff}/u
const DELIMITERS = [';', '\t', ',']

type Refused = { ok: false; problem: Problem }

/**
 * Reads a whole file once without keeping it, to know before the first write that it is sound from end to end,
 * how it is written, how many rows it has, and its hash.
 */
export async function inspect(path: string): Promise<{ ok: true; value: Inspection } | Refused> {
  const bytes = await sizeOf(path)
  if (typeof bytes === 'string') return { ok: false, problem: { code: bytes, line: 0 } }
  const head = await headOf(path)
  if (!head.ok) return { ok: false, problem: { code: head.reason, line: 1 } }
  const look = head.value === null ? lookAtJson : lookAtCsv(head.value)
  let seen: Seen
  let hash = createHash('sha256')
  try {
    seen = await look(path, 'utf-8', hash)
  } catch (error) {
    // Text that is no UTF-8 is from a spreadsheet: every byte means something in Windows' Latin alphabet.
    if (errorCode(error) !== 'ERR_ENCODING_INVALID_ENCODED_DATA') throw error
    hash = createHash('sha256')
    seen = await look(path, 'windows-1252', hash)
  }
  if ('code' in seen) return { ok: false, problem: seen }
  return { ok: true, value: { path, bytes, ...seen, sha256: hash.digest('hex') } }
}

type Seen = Problem | Omit<Inspection, 'path' | 'bytes' | 'sha256'>
/** Told each piece of the file as it is read. */
type Told = { update(piece: Buffer): unknown }

async function lookAtJson(path: string, encoding: Form['encoding'], told: Told): Promise<Seen> {
  const scanner = new RecordScanner({ keep: false })
  for await (const text of textOf(path, encoding, told)) {
    scanner.push(text)
    const problem = scanner.verdict({ ended: false })
    if (problem) return problem
  }
  const problem = scanner.verdict({ ended: true })
  if (problem) return problem
  const form: Form = { type: 'json', encoding, list: scanner.list ?? '' }
  return { rows: scanner.rows, remark: scanner.header.remark ?? null, form }
}

const lookAtCsv =
  (delimiter: string) =>
  async (path: string, encoding: Form['encoding'], told: Told): Promise<Seen> => {
    const form: Form = { type: 'csv', encoding, delimiter }
    let rows = 0
    try {
      for await (const _ of csvOf(path, form, told)) rows += 1
    } catch (error) {
      if (error instanceof CsvError) return { code: 'torn', line: Number(error.lines ?? 0) }
      throw error
    }
    return rows === 0 ? { code: 'empty', line: 1 } : { rows, remark: null, form }
  }

/** The rows of a file that `inspect` found sound, one at a time; memory holds one piece of the file. */
export async function* records(file: Pick<Inspection, 'path' | 'form'>): AsyncGenerator<RawRecord> {
  for await (const piece of pieces(file)) yield* piece
}

/** The rows of files that `inspect` found sound, counted on from one to the next, as they come in pieces of the file. */
export async function* recordPieces(
  files: readonly Pick<Inspection, 'path' | 'form'>[],
): AsyncGenerator<{ path: string; rows: RawRecord[] }> {
  let before = 0
  for (const file of files) {
    let last = 0
    for await (const rows of pieces(file)) {
      last = rows.at(-1)?.row ?? last
      if (before > 0) for (const record of rows) record.row += before
      yield { path: file.path, rows }
    }
    before += last
  }
}

async function* pieces({ path, form }: Pick<Inspection, 'path' | 'form'>): AsyncGenerator<RawRecord[]> {
  if (form.type === 'csv') {
    for await (const record of csvOf(path, form)) yield [record]
    return
  }
  const scanner = new RecordScanner({ keep: true })
  for await (const text of textOf(path, form.encoding)) yield scanner.push(text)
}

/** Rows of a table as JSON objects by its columns. A row ends where its last line does. */
async function* csvOf(
  path: string,
  form: Extract<Form, { type: 'csv' }>,
  told?: Told,
): AsyncGenerator<RawRecord> {
  const parser = parse({
    ...{ delimiter: form.delimiter, bom: true, info: true, skip_empty_lines: true },
    ...{ relax_column_count: true, relax_quotes: true, max_record_size: MAX_RECORD_CHARS },
    columns: (names: string[]) => names.map((name) => name.trim()),
  })
  // What goes wrong on the way ends the parser, and is thrown where it is read.
  const fed = pipeline(Readable.from(textOf(path, form.encoding, told)), parser).catch(() => {})
  let row = 0
  for await (const { record, info } of parser) {
    row += 1
    yield { row, line: info.lines, text: JSON.stringify(record), tooLarge: false }
  }
  await fed
}

async function* textOf(path: string, encoding: Form['encoding'], told?: Told): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 })) {
    told?.update(chunk as Buffer)
    yield decoder.decode(chunk as Buffer, { stream: true })
  }
  yield decoder.decode()
}

async function sizeOf(path: string): Promise<number | ProblemCode> {
  try {
    const found = await stat(path)
    if (found.isDirectory()) return 'directory'
    if (!found.isFile()) return 'not_a_file'
    return found.size === 0 ? 'empty' : found.size
  } catch (error) {
    return errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR' ? 'missing' : 'unreadable'
  }
}

/** The delimiter of a table, or null for what may be JSON. */
async function headOf(path: string): Promise<Result<string | null, ProblemCode>> {
  let head: Buffer
  try {
    await using file = await open(path)
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD), 0, HEAD)
    head = buffer.subarray(0, bytesRead)
  } catch (error) {
    if (errorCode(error) === 'EACCES' || errorCode(error) === 'EPERM') return refuse('unreadable')
    throw error
  }
  const refusal = kindOf(head)
  if (refusal) return refusal
  const text = head.toString('utf8').replace(UTF8_BOM, '').trimStart()
  if (text === '' || text.startsWith('{') || text.startsWith('[')) return ok(null)
  const [header = ''] = text.split(/\r?\n/, 1)
  const counts = DELIMITERS.map((delimiter) => header.split(delimiter).length - 1)
  const most = Math.max(...counts)
  return most === 0 ? refuse('not_json') : ok(DELIMITERS[counts.indexOf(most)] ?? ',')
}

/** What the first bytes give away, or null when they may be data. */
function kindOf(head: Buffer): Refusal<ProblemCode> | null {
  const compressed = [
    [0x1f, 0x8b],
    [0x50, 0x4b, 0x03],
    [0x42, 0x5a, 0x68],
    [0x28, 0xb5, 0x2f, 0xfd],
  ]
  if (compressed.some((magic) => magic.every((byte, i) => head[i] === byte))) return refuse('compressed')
  if (head.includes(0)) return refuse('binary')
  const text = head.toString('utf8').replace(UTF8_BOM, '').trimStart().toLowerCase()
  if (!text.startsWith('<')) return null
  return refuse(/<html|<!doctype html|<head|<body/.test(text) ? 'html' : 'xml')
}
