import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { errorCode } from '@/lib/errors'
import { ok, type Refusal, type Result, refuse } from '@/lib/result'
import { RecordScanner } from './rules'
import type { Inspection, Problem, ProblemCode, RawRecord } from './schema'

/** Bytes looked at to tell what a file is. */
const HEAD = 512
const UTF8_BOM = /^\u{feff}/u

type Refused = { ok: false; problem: Problem }

/**
 * Reads a whole file once without keeping it, to know before the first write that it is sound from end to end,
 * and how many rows it has.
 */
export async function inspect(path: string): Promise<{ ok: true; value: Inspection } | Refused> {
  const bytes = await sizeOf(path)
  if (typeof bytes === 'string') return { ok: false, problem: { code: bytes, line: 0 } }
  const head = await headOf(path)
  if (!head.ok) return { ok: false, problem: { code: head.reason, line: 1 } }
  const scanner = new RecordScanner({ keep: false })
  try {
    for await (const text of textOf(path)) {
      scanner.push(text)
      const problem = scanner.verdict({ ended: false })
      if (problem) return { ok: false, problem }
    }
  } catch (error) {
    if (errorCode(error) === 'ERR_ENCODING_INVALID_ENCODED_DATA')
      return { ok: false, problem: { code: 'not_utf8', line: 0 } }
    throw error
  }
  const problem = scanner.verdict({ ended: true })
  if (problem) return { ok: false, problem }
  return { ok: true, value: { path, bytes, rows: scanner.rows, remark: scanner.header.remark ?? null } }
}

/** The rows of a file that `inspect` found sound, one at a time; memory holds one piece of the file. */
export async function* records(path: string): AsyncGenerator<RawRecord> {
  const scanner = new RecordScanner({ keep: true })
  for await (const text of textOf(path)) yield* scanner.push(text)
}

async function* textOf(path: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 })) {
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

async function headOf(path: string): Promise<Result<undefined, ProblemCode>> {
  let head: Buffer
  try {
    await using file = await open(path)
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD), 0, HEAD)
    head = buffer.subarray(0, bytesRead)
  } catch (error) {
    if (errorCode(error) === 'EACCES' || errorCode(error) === 'EPERM') return refuse('unreadable')
    throw error
  }
  return kindOf(head) ?? ok()
}

/** What the first bytes give away, or null when they may be JSON. */
function kindOf(head: Buffer): Refusal<ProblemCode> | null {
  const compressed = [
    [0x1f, 0x8b],
    [0x50, 0x4b, 0x03],
    [0x42, 0x5a, 0x68],
    [0x28, 0xb5, 0x2f, 0xfd],
  ]
  if (compressed.some((magic) => magic.every((byte, i) => head[i] === byte))) return refuse('compressed')
  if (head[0] === 0xff || head[0] === 0xfe) return refuse('not_utf8')
  if (head.includes(0)) return refuse('binary')
  const text = head.toString('utf8').replace(UTF8_BOM, '').trimStart().toLowerCase()
  if (!text.startsWith('<')) return null
  return refuse(/<html|<!doctype html|<head|<body/.test(text) ? 'html' : 'xml')
}
